import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { both, causes, every, everyOf, found, is, YES } from '../kernel/rule.ts';
import { canAccess } from '../hardware/index.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import type { DatabaseFiles } from '../world/exchange.ts';
import { resourceIn } from '../world/formation.ts';
import type { Moment, ResourceBehaviour } from '../world/moment.ts';

/** How many logs lie between the checkpoint and the newest one now. */
function logsBehind(moment: Moment, { mountedAt }: DatabaseFiles): number {
  const { checkpointDepthLogs, logGenerationPeriod } = moment.parameters;
  if (mountedAt === null) return checkpointDepthLogs;
  return Math.min(
    checkpointDepthLogs,
    Math.floor((moment.at - mountedAt) / logGenerationPeriod) + 1,
  );
}

/** A node no longer has a database mounted: `clean` if it was closed in order. Another node's mount is left alone. */
export function unmount(
  moment: Moment,
  id: string,
  node: string,
  value: 'clean' | 'dirty',
  since: OccurrenceId,
): void {
  const files = must(moment.world.databases, id);
  if (files.state.value !== 'mounted' || files.mountedBy !== node) return;
  if (value === 'dirty') files.logsToReplay = logsBehind(moment, files);
  files.state = { value, since };
  files.stoppedAt = moment.at;
}

/** Whether a node can use a disk: it is there, and the node has it online where it is a disk of the cluster. */
export function hasDisk(
  { plan, world }: Pick<Moment, 'plan' | 'world'>,
  node: string,
  disk: string,
): Finding {
  const there = canAccess(plan, world, node, disk);
  if (plan.resourceOfDisk[disk] === undefined) return there;
  return both(there, is(must(world.renewers, disk), node));
}

/** Whether the store that a database needs has not failed, noticed or not. */
export function storeWorks(
  moment: Moment,
  { dependsOn }: ResourceDefinition,
  formation: number,
): Finding {
  return everyOf(dependsOn, (id) => {
    if (must(moment.plan.resources, id).type !== 'information-store') return YES;
    const { state, health } = resourceIn(moment.world, formation, id);
    return both(is(health, 'well'), found(state.value !== 'failed', state.since));
  });
}

/** A page that has gone bad stands in the way once it has been found, unless the register says otherwise. */
function pagesAllow({ parameters }: Moment, { pages, pageReadAt }: DatabaseFiles): Finding {
  const isKnown = pages.value === 'damaged' && pageReadAt === null;
  return found(!isKnown || parameters.damagedDatabaseMounts === 1, pages.since);
}

/**
 * A mailbox database: online means mounted. After an unclean stop it first replays the logs since
 * the checkpoint (soft recovery), so that nothing acknowledged is lost. It needs its disks on its own
 * node, whether its resource depends on them or somebody forgot that.
 */
export const mailboxDatabase: ResourceBehaviour = {
  canComeOnline: (moment, resource, node, formation) => {
    const files = must(moment.world.databases, resource.id);
    const { state, file, logs, restoringSince } = files;
    return every([
      is(file, 'kept'),
      state.value === 'dirty' ? is(logs, 'kept') : YES,
      pagesAllow(moment, files),
      restoringSince === null ? YES : found(false, restoringSince),
      storeWorks(moment, resource, formation),
      everyOf(must(moment.plan.disksOf, resource.id), (disk) => hasDisk(moment, node, disk)),
      found(true, state.since),
    ]);
  },
  onlineDuration: ({ databaseMountDuration }) => databaseMountDuration,
  offlineDuration: ({ databaseDismountDuration }) => databaseDismountDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
  prepare(moment, { id }, node, since) {
    const files = must(moment.world.databases, id);
    // Whoever else had it mounted has lost its disks, or this node could not have them.
    if (files.mountedBy !== node) unmount(moment, id, files.mountedBy, 'dirty', since);
    if (files.state.value !== 'dirty') return 0;
    const logs = files.logsToReplay;
    const takesMs = logs * moment.parameters.recoveryDurationPerLog;
    const because = causes([files.state.since, files.mountedSince, since]);
    const after = files.file.since === files.state.since ? 'backup' : 'checkpoint';
    const values = { resource: id, logs, takesMs, after } as const;
    const started = moment.occur('recovery-started', id, values, {
      because,
      rule: 'recover-database',
    });
    files.state = { value: 'dirty', since: started };
    return takesMs;
  },
  prepared(moment, { id }, begun) {
    const files = must(moment.world.databases, id);
    const logs = files.logsToReplay;
    const values = { resource: id, logs, tookMs: moment.at - begun };
    const reason = { because: causes([files.state.since]), rule: 'recover-database' };
    const since = moment.occur('recovery-ended', id, values, reason);
    files.state = { value: 'clean', since };
    files.logsToReplay = 0;
  },
  cameOnline(moment, { id }, node, since) {
    const files = must(moment.world.databases, id);
    files.state = { value: 'mounted', since };
    files.mountedBy = node;
    files.mountedAt = moment.at;
    files.logs = { value: 'kept', since };
    files.mountedSince = since;
  },
  wentOffline: (moment, { id }, node, since) => unmount(moment, id, node, 'clean', since),
  wasDropped: (moment, { id }, node, since) => unmount(moment, id, node, 'dirty', since),
};
