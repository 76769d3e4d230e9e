import { must } from '../kernel/lookup.ts';
import { causes, every, is } from '../kernel/rule.ts';
import { canAccess } from '../hardware/reach.ts';
import type { Moment, ResourceBehaviour } from '../world/moment.ts';

/** How many logs lie between the checkpoint and the newest one now. */
function logsBehind(moment: Moment, id: string): number {
  const { mountedAt } = must(moment.world.databases, id);
  const { checkpointDepthLogs, logGenerationPeriod } = moment.parameters;
  if (mountedAt === null) return checkpointDepthLogs;
  return Math.min(
    checkpointDepthLogs,
    Math.floor((moment.at - mountedAt) / logGenerationPeriod) + 1,
  );
}

/**
 * A mailbox database: online means mounted. After an unclean stop it first replays the logs since
 * the checkpoint (soft recovery), so that nothing acknowledged is lost.
 */
export const mailboxDatabase: ResourceBehaviour = {
  canComeOnline: (moment, resource, node) => {
    const { state, file, logs } = must(moment.world.databases, resource.id);
    return every([
      is(file, 'kept'),
      ...(state.value === 'dirty' ? [is(logs, 'kept')] : []),
      ...must(moment.plan.disksOf, resource.id).map((disk) => canAccess(moment.world, node, disk)),
      { holds: true, value: state.value, since: [state.since] },
    ]);
  },
  onlineDuration: ({ databaseMountDuration }) => databaseMountDuration,
  offlineDuration: ({ databaseDismountDuration }) => databaseDismountDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
  prepare(moment, { id }, since) {
    const files = must(moment.world.databases, id);
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
  prepared(moment, { id }) {
    const files = must(moment.world.databases, id);
    const resource = must(moment.world.resources, id);
    const logs = files.logsToReplay;
    const tookMs = moment.at - resource.attemptSince;
    const reason = { because: [files.state.since], rule: 'recover-database' };
    const since = moment.occur('recovery-ended', id, { resource: id, logs, tookMs }, reason);
    files.state = { value: 'clean', since };
    files.logsToReplay = 0;
  },
  cameOnline(moment, { id }, _node, since) {
    const files = must(moment.world.databases, id);
    files.state = { value: 'mounted', since };
    files.mountedAt = moment.at;
    files.logs = { value: 'kept', since };
    files.mountedSince = since;
  },
  wentOffline(moment, { id }, _node, since) {
    const files = must(moment.world.databases, id);
    files.state = { value: 'clean', since };
    files.stoppedAt = moment.at;
  },
  wasDropped(moment, { id }, _node, since) {
    const files = must(moment.world.databases, id);
    if (files.state.value !== 'mounted') return;
    files.logsToReplay = logsBehind(moment, id);
    files.state = { value: 'dirty', since };
    files.stoppedAt = moment.at;
  },
};
