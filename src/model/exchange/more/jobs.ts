import { must } from '../../kernel/lookup.ts';
import type { OccurrenceOf } from '../../occurrences/index.ts';
import { disksHolding } from '../../scenario/plan.ts';
import { groupOn } from '../../world/formation.ts';
import type { Followers, Moment } from '../../world/moment.ts';
import { BACKUP_ENDS, DAMAGE_READ, RESTORE_ENDS } from '../../world/task.ts';
import { followAddress } from './address.ts';
import { abortBackup } from './backup.ts';
import { planReading } from './damage.ts';
import { failMounted } from '../notice.ts';
import { interruptRestore } from './restore.ts';

/** What backups, restores, damaged pages and routers notice of something that has just happened. */
export const jobFollowers: Followers = {
  'node-hung': (moment, { values }) => postpone(moment, values.node, null),
  'node-woke': (moment, { values }) => postpone(moment, values.node, values.hungMs),
  'disk-repaired': (moment, { id, values }) => noticeNewDisk(moment, values.disk, id),
  'resource-offline': noticeLostDisk,
  'resource-failed': noticeLostDisk,
  'resource-online': (moment, occurrence) => {
    followAddress(moment, occurrence);
    noticeDamage(moment, occurrence.subject);
  },
};

/** A database with a bad page is mounted: somebody is going to read it. */
function noticeDamage(moment: Moment, resource: string): void {
  const files = moment.world.databases[resource];
  if (files?.pages.value === 'damaged' && (files.pageReadAt ?? 0) <= moment.at)
    planReading(moment, resource);
}

/** What was being written to a disk is not on the one in its place. */
function noticeNewDisk(moment: Moment, disk: string, since: number): void {
  for (const id of Object.keys(moment.world.databases))
    if (disksHolding(moment.plan, id, 'database').includes(disk))
      interruptRestore(moment, id, [since]);
}

/** The server stopped, or has the group no more, or the database is closed: its job comes to nothing. */
export function interruptJobs(moment: Moment): void {
  const { world, plan } = moment;
  for (const database of world.jobs) {
    const files = must(world.databases, database);
    const { restoringSince, backingUpSince, jobNode, state } = files;
    if (backingUpSince !== null && state.value !== 'mounted')
      abortBackup(moment, database, state.since);
    if (restoringSince === null) continue;
    const { owner } = groupOn(world, jobNode, must(plan.groupOf, database).id);
    const { service } = must(world.nodes, jobNode);
    if (service.value === 'stopped') interruptRestore(moment, database, [service.since]);
    else if (owner.value !== jobNode) interruptRestore(moment, database, [owner.since]);
  }
}

/** What a node does with databases stands still with it, and ends as much later as it hung. */
function postpone(moment: Moment, node: string, hungMs: number | null): void {
  for (const [database, files] of Object.entries(moment.world.databases)) {
    const { restoringSince, backingUpSince, jobNode, state, pageReadAt, mountedBy } = files;
    const has = { restore: restoringSince !== null, backup: backingUpSince !== null };
    if (jobNode === node && (has.restore || has.backup)) {
      const task = has.restore ? RESTORE_ENDS : BACKUP_ENDS;
      moment.cancel(task, database);
      files.jobEndsAt += hungMs ?? 0;
      if (hungMs !== null) moment.later(files.jobEndsAt, task, database);
    }
    if (mountedBy === node && state.value === 'mounted' && pageReadAt !== null) {
      moment.cancel(DAMAGE_READ, database);
      files.pageReadAt = pageReadAt + (hungMs ?? 0);
      if (hungMs !== null) moment.later(files.pageReadAt, DAMAGE_READ, database);
    }
  }
}

/** A disk goes away under a database whose resource does not depend on it, so that the cluster saw to nothing. */
function noticeLostDisk(
  moment: Moment,
  { id: since, subject, values: { node } }: OccurrenceOf<'resource-offline' | 'resource-failed'>,
): void {
  const { plan, world } = moment;
  const { disk } = must(plan.resources, subject);
  if (disk === undefined) return;
  for (const [database, { mountedBy }] of Object.entries(world.databases)) {
    const uses = must(plan.disksOf, database).includes(disk) && mountedBy === node;
    if (uses && !must(plan.resources, database).dependsOn.includes(subject))
      failMounted(moment, database, since);
  }
}
