import type { ClusterGroup, ClusterResource, Formation } from './cluster.ts';
import type { World } from './moment.ts';
import { must } from '../kernel/lookup.ts';

/** The groups as one part of the cluster knows them: 0 is the world's own, the others were forced. */
export function formationOf(world: World, index: number): Formation {
  const formation = index === 0 ? world : world.rivals[index - 1];
  if (!formation) throw new Error(`there is no formation ${index}`);
  return formation;
}

/** What one part of the cluster knows of groups, and of resources in the order of the plan. */
export function formationWith(
  groups: Formation['groups'],
  resources: Formation['resources'],
): Formation {
  return { groups, resources, numbered: Object.values(resources) };
}

/** A group as a node's part of the cluster knows it. */
export function groupOn(world: World, node: string, group: string): ClusterGroup {
  return groupIn(world, must(world.nodes, node).formation, group);
}

/** A group as one part of the cluster knows it. */
export function groupIn(world: World, formation: number, id: string): ClusterGroup {
  return must(formationOf(world, formation).groups, id);
}

/** A resource as one part of the cluster knows it. */
export function resourceIn(world: World, formation: number, id: string): ClusterResource {
  return must(formationOf(world, formation).resources, id);
}
