import { must, worldAt } from '#model';
import type { GroupDefinition, Instant, Plan, ResourceState, World } from '#model';
import { activityOf, hostingPart, ownerOf } from '#story';
import type { NodeActivity } from '#story';
import type { Simulation } from './simulation.ts';

/** A group as a whole, in the words of the cluster's administrators. */
export type GroupState = 'online' | 'pending' | 'failed' | 'partially-online' | 'offline';

/** What a node does; one whose system runs and that waits to be let in is `joining`. */
export type NodeState = NodeActivity | 'joining';

/** The cluster at the end of a run. */
export interface End {
  readonly at: Instant;
  readonly nodes: Readonly<Record<string, { readonly state: NodeState }>>;
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

function groupAt(plan: Plan, world: World, group: GroupDefinition) {
  const part = hostingPart(plan, world, group);
  const states = group.resources.map(
    ({ id }) => [id, must(part.resources, id).state.value] as const,
  );
  const owner = ownerOf(plan, world) === 'none' ? 'none' : must(part.groups, group.id).owner.value;
  return {
    state: groupState(states.map(([, state]) => state)),
    owner,
    resources: Object.fromEntries(states),
  };
}

function nodeAt(plan: Plan, world: World, node: string): NodeState {
  const activity = activityOf(plan, world, node);
  const isLetIn = must(world.nodes, node).service.value === 'joining';
  return activity === 'starting' && isLetIn ? 'joining' : activity;
}

/** What the cluster has come to when a run ends. */
export function endingOf({ execution, plan, scenario, until }: Simulation): End {
  const world = worldAt(execution, until);
  return {
    at: until,
    nodes: Object.fromEntries(
      scenario.nodes.map(({ id }) => [id, { state: nodeAt(plan, world, id) }]),
    ),
    groups: Object.fromEntries(
      scenario.groups.map((group) => [group.id, groupAt(plan, world, group)]),
    ),
  };
}
