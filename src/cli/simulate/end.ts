import { must, worldAt } from '#model';
import type { GroupDefinition, Instant, Plan, ResourceState, World } from '#model';
import { activityOf, ownerOf } from '#story';
import type { NodeActivity } from '#story';
import type { Simulation } from './simulation.ts';

/** A group as a whole, in the words of the cluster's administrators. */
export type GroupState = 'online' | 'pending' | 'failed' | 'partially-online' | 'offline';

/** The cluster at the end of a run. */
export interface End {
  readonly at: Instant;
  readonly nodes: Readonly<Record<string, { readonly state: NodeActivity }>>;
  readonly groups: Readonly<
    Record<
      string,
      {
        readonly state: GroupState;
        readonly owner: string;
        readonly resources: Readonly<Record<string, ResourceState>>;
      }
    >
  >;
}

function groupState(states: readonly ResourceState[]): GroupState {
  if (states.includes('failed')) return 'failed';
  if (states.some((state) => state.endsWith('-pending'))) return 'pending';
  if (states.every((state) => state === 'online')) return 'online';
  return states.includes('online') ? 'partially-online' : 'offline';
}

function groupAt(plan: Plan, world: World, { id, resources }: GroupDefinition) {
  const states = resources.map(
    (resource) => [resource.id, must(world.resources, resource.id).state.value] as const,
  );
  const owner = ownerOf(plan, world) === 'none' ? 'none' : must(world.groups, id).owner.value;
  return {
    state: groupState(states.map(([, state]) => state)),
    owner,
    resources: Object.fromEntries(states),
  };
}

/** What the cluster has come to when a run ends. */
export function endingOf({ execution, plan, scenario, until }: Simulation): End {
  const world = worldAt(execution, until);
  return {
    at: until,
    nodes: Object.fromEntries(
      scenario.nodes.map(({ id }) => [id, { state: activityOf(plan, world, id) }]),
    ),
    groups: Object.fromEntries(
      scenario.groups.map((group) => [group.id, groupAt(plan, world, group)]),
    ),
  };
}
