import type { OccurrenceOf } from '../../occurrences/index.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { RESOURCE_DUE } from '../../world/task.ts';
import { limitOf } from '../resources.ts';

/** A process that has come to an end, or stands still, while its resource is on its way. */
export function upsetStep(
  moment: Moment,
  {
    values: { resource: id, node },
  }: OccurrenceOf<'resource-crashed' | 'resource-hung' | 'resource-stopped-outside'>,
): void {
  const formation = moment.world.nodes[node]?.formation ?? 0;
  const state = resourceIn(moment.world, formation, id);
  if (!state.state.value.endsWith('-pending')) return;
  state.dueAt = state.health.value === 'hung' ? state.stateSince + limitOf(moment, id) : moment.at;
  moment.later(Math.max(state.dueAt, moment.at), RESOURCE_DUE, id, formation);
}
