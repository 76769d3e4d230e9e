import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { formationOf, resourceIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { POLL_DUE, RESOURCE_DUE, RESTART_DUE, RETRY_DUE } from '../world/task.ts';
import { stateOf } from './hosted.ts';
import { nodeOf } from './members.ts';

/**
 * What a node hosted ends with it, without a chance to put things in order. Its cluster service
 * kept count of failures; the next one to have the group starts afresh.
 */
export function dropGroups(moment: Moment, node: string, since: OccurrenceId): void {
  const { formation } = nodeOf(moment, node);
  const { groups } = formationOf(moment.world, formation);
  for (const { id: group } of moment.plan.scenario.groups) {
    const state = must(groups, group);
    if (state.owner.value !== node) continue;
    state.movingTo = { value: null, since };
    if (state.aim.value === 'failed') state.aim = { value: 'online', since };
    dropGroup(moment, group, node, formation, since);
  }
}

/** Ends everything of a group at once and forgets its failures. */
export function dropGroup(
  moment: Moment,
  group: string,
  node: string,
  formation: number,
  since: OccurrenceId,
): void {
  const view = formationOf(moment.world, formation);
  for (const { definition, number } of must(moment.plan.onlineOrder, group)) {
    dropResource(moment, definition.id, node, formation, since);
    stateOf(view, number).failures = [];
  }
}

/** Ends a resource at once, whatever it was doing. */
export function dropResource(
  moment: Moment,
  id: string,
  node: string,
  formation: number,
  since: OccurrenceId,
): void {
  const resource = resourceIn(moment.world, formation, id);
  const definition = must(moment.plan.resources, id);
  const { value } = resource.state;
  // They may also stand on the agenda for a failure that somebody has seen to since.
  moment.cancel(RESTART_DUE, id, formation);
  moment.cancel(RETRY_DUE, id, formation);
  if (value === 'offline') return;
  if (value === 'online') moment.cancel(POLL_DUE, id, formation);
  else if (value !== 'failed') moment.cancel(RESOURCE_DUE, id, formation);
  resource.preparing = false;
  resource.state = { value: 'offline', since };
  resource.stateSince = moment.at;
  moment.resourceTypes[definition.type].wasDropped?.(moment, definition, node, since);
}
