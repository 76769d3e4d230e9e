import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import type { Host } from '../../world/truth.ts';
import { unmount } from '../database.ts';

function databasesOf(moment: Moment, store: string): readonly string[] {
  const { resources } = must(moment.plan.groupOf, store);
  return resources.filter(({ type }) => type === 'mailbox-database').map(({ id }) => id);
}

/**
 * The process of an Information Store has ended on a node, and with it the databases that it had
 * mounted: closed in order if somebody stopped the service, else not. Other resources have none.
 */
export function endStore(
  moment: Moment,
  resource: string,
  { node }: Host,
  how: 'crashed' | 'stopped',
  since: OccurrenceId,
): void {
  if (must(moment.plan.resources, resource).type !== 'information-store') return;
  for (const database of databasesOf(moment, resource))
    unmount(moment, database, node, how === 'stopped' ? 'clean' : 'dirty', since);
}

/**
 * Somebody started the service of an Information Store before the cluster had missed it. Its
 * databases are not mounted by that: the next poll of each finds out.
 */
export function startStore(
  moment: Moment,
  resource: string,
  { formation }: Host,
  since: OccurrenceId,
): void {
  if (must(moment.plan.resources, resource).type !== 'information-store') return;
  for (const database of databasesOf(moment, resource)) {
    const state = resourceIn(moment.world, formation, database);
    if (state.state.value === 'online') state.health = { value: 'stopped', since };
  }
}
