import { must } from '../../kernel/lookup.ts';
import type { Finding } from '../../kernel/rule.ts';
import { found, NO, YES } from '../../kernel/rule.ts';
import { canReach } from '../../hardware/reach.ts';
import type { ResourceDefinition } from '../../scenario/types.ts';
import { formationOf } from '../../world/formation.ts';
import type { Moment, ResourceBehaviour } from '../../world/moment.ts';
import { acts } from '../members.ts';

/** Whether another living node already answers for an address on this network (event 1049). */
export function answersElsewhere(
  moment: Moment,
  { id, network = '' }: ResourceDefinition,
  node: string,
  formation: number,
): Finding {
  const { plan, world } = moment;
  if (world.rivals.length === 0) return NO;
  const group = must(plan.groupOf, id).id;
  for (let other = 0; other <= world.rivals.length; other += 1) {
    if (other === formation) continue;
    const { groups, resources } = formationOf(world, other);
    const { owner } = must(groups, group);
    const { state } = must(resources, id);
    if (state.value !== 'online' || owner.value === node || !acts(moment, owner.value)) continue;
    const reach = canReach(plan, world, node, owner.value, network);
    if (reach.holds) return found(true, state.since);
  }
  return NO;
}

/** An application that Windows starts, watches and stops. */
export const generic: ResourceBehaviour = {
  canComeOnline: () => YES,
  onlineDuration: ({ genericOnlineDuration }, resource) =>
    resource.onlineDuration ?? genericOnlineDuration,
  offlineDuration: ({ genericOfflineDuration }, resource) =>
    resource.offlineDuration ?? genericOfflineDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
};
