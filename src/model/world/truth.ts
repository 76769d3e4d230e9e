import { must } from '../kernel/lookup.ts';
import type { Plan } from '../scenario/plan.ts';
import { groupIn, resourceIn } from './formation.ts';
import type { World } from './moment.ts';

/** A node that has a group, and the part of the cluster in which it has it. */
export interface Host {
  readonly node: string;
  readonly formation: number;
}

/**
 * Where a group is: one node, or several after a forced quorum, when each part of the cluster has its
 * own idea of it. A node that has gone over to another part has nothing in the one it left.
 */
export function hostsOf(world: World, group: string): readonly Host[] {
  if (world.rivals.length === 0)
    return [{ node: must(world.groups, group).owner.value, formation: 0 }];
  const hosts = [0, ...world.rivals.map((_, index) => index + 1)].map((formation) => ({
    node: groupIn(world, formation, group).owner.value,
    formation,
  }));
  const real = hosts.filter(
    ({ node, formation }) => must(world.nodes, node).formation === formation,
  );
  return real.length > 0 ? real : hosts.slice(0, 1);
}

/**
 * Where a group runs in truth: the first of its hosts on which something of it is online or on the
 * way there, at best one that does not stand still; else the first.
 */
export function runsOn(plan: Plan, world: World, group: string): Host {
  const hosts = hostsOf(world, group);
  const { resources } = must(plan.groups, group);
  const awake = hosts.filter(({ node }) => must(world.systems, node).value !== 'hung');
  const active = [...awake, ...hosts].find(({ formation }) =>
    resources.some(({ id }) => {
      const { state } = resourceIn(world, formation, id);
      return state.value === 'online' || state.value === 'online-pending';
    }),
  );
  return active ?? (hosts[0] as Host);
}
