import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { causes, every, is, judge } from '../kernel/rule.ts';
import { failResource } from '../cluster/index.ts';
import { canAccess } from '../hardware/reach.ts';
import type { Occurrence } from '../occurrences/index.ts';
import { disksHolding } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { reasonOf } from '../world/moment.ts';
import { loseMailSince } from './mail.ts';

interface Subject {
  readonly moment: Moment;
  readonly database: string;
}

function ownerOf({ moment, database }: Subject): string {
  return must(moment.world.groups, must(moment.plan.groupOf, database).id).owner.value;
}

/** A restore writes the database file back from the last backup; it needs a server and a disk to write to. */
export const restoreRule: Rule<Subject> = {
  name: 'restore-backup',
  conditions: [
    {
      name: 'the server runs',
      test: (subject) => is(must(subject.moment.world.nodes, ownerOf(subject)).service, 'running'),
    },
    {
      name: 'the database disk can be written',
      test: (subject) =>
        every(
          disksHolding(subject.moment.plan, subject.database, 'database').map((disk) =>
            canAccess(subject.moment.world, ownerOf(subject), disk),
          ),
        ),
    },
    {
      name: 'the database is not in use',
      test: ({ moment, database }) =>
        is(must(moment.world.resources, database).state, 'offline', 'failed'),
    },
  ],
};

/** The server stopped, and with it a restore that was under way. */
function noticeInterruption(moment: Moment, occurrence: Occurrence): void {
  const { kind, id } = occurrence;
  if (kind !== 'node-powered-off' && kind !== 'cluster-service-stopped') return;
  for (const [database, files] of Object.entries(moment.world.databases)) {
    const started = files.restoringSince;
    if (started === null || ownerOf({ moment, database }) !== occurrence.values.node) continue;
    const reason = { because: [started, id], rule: restoreRule.name };
    moment.occur('restore-interrupted', database, { resource: database }, reason);
    moment.cancel('restore-ends', database);
    files.restoringSince = null;
  }
}

/** What databases notice of something that has just happened beside them. */
export function noticeAsDatabase(moment: Moment, occurrence: Occurrence): void {
  noticeInterruption(moment, occurrence);
  noticeReplacement(moment, occurrence);
}

/**
 * A disk has been replaced: what a database kept on the old one is gone. One that is still mounted,
 * because nobody had noticed the old disk's end, fails with its next write.
 */
function noticeReplacement(moment: Moment, occurrence: Occurrence): void {
  if (occurrence.kind !== 'disk-repaired') return;
  const gone = { value: 'gone', since: occurrence.id } as const;
  for (const [id, files] of Object.entries(moment.world.databases)) {
    const { disk } = occurrence.values;
    if (!must(moment.plan.disksOf, id).includes(disk)) continue;
    if (disksHolding(moment.plan, id, 'database').includes(disk)) files.file = gone;
    if (disksHolding(moment.plan, id, 'logs').includes(disk)) {
      files.logs = gone;
      files.logsSinceBackup = gone;
    }
    if (
      files.state.value === 'mounted' &&
      must(moment.world.resources, id).state.value === 'online'
    )
      failResource(moment, id, 'access', [occurrence.id]);
  }
}

/** The backup has been copied back: a database as of then, and the logs written since, if they are kept. */
export function endRestore(moment: Moment, database: string): void {
  const { world, plan, parameters } = moment;
  const files = must(world.databases, database);
  const verdict = judge(restoreRule, { moment, database });
  const started = files.restoringSince;
  files.restoringSince = null;
  const service = must(world.nodes, ownerOf({ moment, database })).service;
  if (!verdict.holds || started === null || service.since > started) return;
  const kept = files.logsSinceBackup.value === 'kept';
  const backupAt = plan.scenario.start - parameters.backupAge;
  const logs = kept ? Math.floor((files.stoppedAt - backupAt) / parameters.logGenerationPeriod) : 0;
  const because = causes([started, files.logsSinceBackup.since, ...verdict.because]);
  const values = { resource: database, logs, backupAgeMs: files.stoppedAt - backupAt };
  const since = moment.occur('restore-ended', database, values, {
    ...reasonOf(restoreRule, verdict),
    because,
  });
  files.file = { value: 'kept', since };
  files.logs = { value: 'kept', since };
  files.state = { value: logs > 0 ? 'dirty' : 'clean', since };
  files.logsToReplay = logs;
  if (!kept) loseMailSince(moment, backupAt);
  const group = must(plan.groupOf, database);
  for (const { id } of group.resources) {
    const resource = must(world.resources, id);
    resource.failures = [];
    if (resource.state.value === 'failed') resource.state = { value: 'offline', since };
  }
  must(world.groups, group.id).aim = { value: 'online', since };
  moment.later(moment.at, 'group-decides', group.id);
}
