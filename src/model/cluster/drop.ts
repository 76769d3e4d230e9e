import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Moment } from '../world/moment.ts';

/** What a node hosted ends with it, without a chance to put things in order. */
export function dropGroups(moment: Moment, node: string, since: OccurrenceId): void {
  for (const group of moment.plan.scenario.groups) {
    const state = must(moment.world.groups, group.id);
    if (state.owner.value !== node) continue;
    state.movingTo = { value: null, since };
    for (const { id } of group.resources) dropResource(moment, id, since);
  }
}

/** Ends a resource at once, whatever it was doing. */
export function dropResource(moment: Moment, id: string, since: OccurrenceId): void {
  const resource = must(moment.world.resources, id);
  const definition = must(moment.plan.resources, id);
  moment.cancel('resource-due', id);
  moment.cancel('poll-due', id);
  resource.preparing = false;
  if (resource.state.value === 'offline') return;
  resource.state = { value: 'offline', since };
  resource.stateSince = moment.at;
  moment.resourceTypes[definition.type].wasDropped?.(moment, definition, since);
}
