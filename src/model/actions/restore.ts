import { must } from '../kernel/lookup.ts';
import { causes, judge } from '../kernel/rule.ts';
import { restoreRule } from '../exchange/index.ts';
import type { Moment } from '../world/moment.ts';
import type { RefusalReason } from './types.ts';

/** Copies the last backup of a database back. The group brings it online when that is done. */
export function performRestore(moment: Moment, resource: string): RefusalReason | null {
  const { world, plan, parameters } = moment;
  if (must(plan.resources, resource).type !== 'mailbox-database') {
    return { code: 'no-database', resource };
  }
  const verdict = judge(restoreRule, { moment, database: resource });
  if (!verdict.holds) return { code: 'cannot-restore', resource, condition: verdict.condition };
  const files = must(world.databases, resource);
  if (files.restoringSince !== null) {
    return { code: 'already-so', part: resource, state: 'being restored' };
  }
  const takesMs = parameters.restoreDuration;
  const because = causes([...verdict.because, files.file.since]);
  files.restoringSince = moment.occur(
    'restore-started',
    resource,
    { resource, takesMs },
    { because, rule: null },
  );
  moment.later(moment.at + takesMs, 'restore-ends', resource);
  return null;
}
