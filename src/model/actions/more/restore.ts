import { beginRestore, restorerOf, restoreRule } from '../../exchange/more/index.ts';
import { must } from '../../kernel/lookup.ts';
import { judge } from '../../kernel/rule.ts';
import type { Moment } from '../../world/moment.ts';
import type { RefusalReason } from '../types.ts';

/**
 * Copies the last backup of a database back; when that is done its group brings it online. Refused
 * for anything but a database, while one is being copied, and where the rule does not hold.
 */
export function performRestore(moment: Moment, resource: string): RefusalReason | null {
  const { world, plan } = moment;
  if (must(plan.resources, resource).type !== 'mailbox-database')
    return { code: 'no-database', resource };
  if (must(world.databases, resource).restoringSince !== null)
    return { code: 'already-so', part: resource, state: 'being restored' };
  const restorer = restorerOf(moment, resource);
  const verdict = judge(restoreRule, restorer);
  if (!verdict.holds) return { code: 'cannot-restore', resource, condition: verdict.condition };
  beginRestore(restorer, verdict.because);
  return null;
}
