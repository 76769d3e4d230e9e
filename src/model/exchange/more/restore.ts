import { must } from '../../kernel/lookup.ts';
import type { OccurrenceId } from '../../kernel/fact.ts';
import type { Finding, Rule } from '../../kernel/rule.ts';
import { causes, every, found, is, judge } from '../../kernel/rule.ts';
import { canAccess } from '../../hardware/index.ts';
import { disksHolding } from '../../scenario/plan.ts';
import { formationOf, resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { reasonOf } from '../../world/moment.ts';
import { hostsOf } from '../../world/truth.ts';
import type { Host } from '../../world/truth.ts';
import { DAMAGE_READ, GROUP_DECIDES, RESTORE_ENDS } from '../../world/task.ts';
import { loseMailSince } from './lost-mail.ts';
import { jobsChanged } from './under-way.ts';

/** A database that is to be restored, and the server that would do it. */
export interface Restoring extends Host {
  readonly moment: Moment;
  readonly database: string;
}

/** The server that would restore a database now: one that has its group, at best one that runs. */
export function restorerOf(moment: Moment, database: string): Restoring {
  const hosts = hostsOf(moment.world, must(moment.plan.groupOf, database).id);
  const running = hosts.find(
    ({ node }) => must(moment.world.nodes, node).service.value !== 'stopped',
  );
  return { moment, database, ...(running ?? (hosts[0] as Host)) };
}

/** A node can write to a disk that it reaches and that nobody else has reserved. */
function canWrite({ plan, world }: Moment, node: string, disk: string): Finding {
  return every([canAccess(plan, world, node, disk), is(must(world.renewers, disk), node, null)]);
}

/** A restore writes the database file back from the last backup; it needs a server and a disk to write to. */
export const restoreRule: Rule<Restoring> = {
  name: 'restore-backup',
  conditions: [
    {
      name: 'the server runs',
      test: ({ moment: { world }, node }) =>
        every([
          is(must(world.nodes, node).service, 'running', 'hung'),
          is(must(world.systems, node), 'up', 'shutting-down'),
        ]),
    },
    {
      name: 'the database disk can be written',
      test: ({ moment, database, node }) =>
        every(
          disksHolding(moment.plan, database, 'database').map((disk) =>
            canWrite(moment, node, disk),
          ),
        ),
    },
    {
      name: 'the database is not in use',
      test: ({ moment: { world }, database, formation }) => {
        const { state } = must(world.databases, database);
        return every([
          is(resourceIn(world, formation, database).state, 'offline', 'failed'),
          found(state.value !== 'mounted', state.since),
        ]);
      },
    },
  ],
};

/** A restore that is under way comes to nothing. */
export function interruptRestore(
  moment: Moment,
  database: string,
  since: readonly OccurrenceId[],
): void {
  const files = must(moment.world.databases, database);
  if (files.restoringSince === null) return;
  const reason = { because: causes([files.restoringSince, ...since]), rule: restoreRule.name };
  moment.occur('restore-interrupted', database, { resource: database }, reason);
  moment.cancel(RESTORE_ENDS, database);
  files.restoringSince = null;
  jobsChanged(moment.world);
}

/** Starts the restore of a database for which the rule holds. */
export function beginRestore(
  { moment, database, node }: Restoring,
  because: readonly OccurrenceId[],
): void {
  const files = must(moment.world.databases, database);
  const takesMs = moment.parameters.restoreDuration;
  const values = { resource: database, takesMs };
  files.restoringSince = moment.occur('restore-started', database, values, {
    because: causes([...because, files.file.since]),
    rule: null,
  });
  jobsChanged(moment.world);
  files.jobNode = node;
  files.jobEndsAt = moment.at + takesMs;
  moment.later(files.jobEndsAt, RESTORE_ENDS, database);
}

/** The backup has been copied back: a database as of then, and the logs written since, if they are kept. */
export function endRestore(moment: Moment, database: string): void {
  const { world, plan, parameters } = moment;
  const files = must(world.databases, database);
  const { restoringSince: started, jobNode: node, backupAt, stoppedAt, logsSinceBackup } = files;
  if (started === null) return;
  const { formation } = must(world.nodes, node);
  const verdict = judge(restoreRule, { moment, database, node, formation });
  if (!verdict.holds) {
    interruptRestore(moment, database, verdict.finding.since);
    return;
  }
  files.restoringSince = null;
  jobsChanged(world);
  const kept = logsSinceBackup.value === 'kept';
  const logs = kept
    ? Math.max(0, Math.floor((stoppedAt - backupAt) / parameters.logGenerationPeriod))
    : 0;
  const values = { resource: database, logs, backupAgeMs: Math.max(0, stoppedAt - backupAt) };
  const since = moment.occur('restore-ended', database, values, {
    ...reasonOf(restoreRule, verdict),
    because: causes([started, logsSinceBackup.since, ...verdict.because]),
  });
  files.file = { value: 'kept', since };
  files.logs = { value: 'kept', since };
  files.pages = { value: 'sound', since };
  files.pageReadAt = null;
  moment.cancel(DAMAGE_READ, database);
  files.state = { value: logs > 0 ? 'dirty' : 'clean', since };
  files.logsToReplay = logs;
  if (!kept && plan.subject.resources.some(({ id }) => id === database))
    loseMailSince(moment, backupAt);
  tryAgain(moment, database, formation, since);
}

/** What failed in the group of a restored database is tried again, unless somebody wants the group offline. */
function tryAgain(moment: Moment, database: string, formation: number, since: OccurrenceId): void {
  const { groups, resources } = formationOf(moment.world, formation);
  const group = must(moment.plan.groupOf, database);
  for (const { id } of group.resources) {
    const resource = must(resources, id);
    resource.failures = [];
    if (resource.state.value === 'failed') resource.state = { value: 'offline', since };
  }
  const state = must(groups, group.id);
  if (state.aim.value !== 'offline') state.aim = { value: 'online', since };
  moment.later(moment.at, GROUP_DECIDES, group.id, formation);
}
