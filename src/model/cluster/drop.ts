import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Moment } from '../world/moment.ts';

/**
 * What a node hosted ends with it, without a chance to put things in order. Its cluster service
 * kept count of failures; the next one to have the group starts afresh.
 */
export function dropGroups(moment: Moment, node: string, since: OccurrenceId): void {
  for (const group of moment.plan.scenario.groups) {
    const state = must(moment.world.groups, group.id);
    if (state.owner.value !== node) continue;
    state.movingTo = { value: null, since };
    state.aim = { value: 'online', since };
    for (const { id } of group.resources) {
      dropResource(moment, id, since);
      must(moment.world.resources, id).failures = [];
    }
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
  const group = must(moment.plan.groupOf, id).id;
  const node = must(moment.world.groups, group).owner.value;
  moment.resourceTypes[definition.type].wasDropped?.(moment, definition, node, since);
}
