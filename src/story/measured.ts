import { formationOf, groupOn, must } from '#model';
import type { Formation, GroupDefinition, Plan, World } from '#model';

/** What a client gets that asks now; `coming-back` when a resource of the group is going online. */
export type Service = 'online' | 'degraded' | 'coming-back' | 'down';

/** The part of the cluster that a node belongs to, as that part knows the groups. */
export function partOf(world: World, node: string): Formation {
  return formationOf(world, must(world.nodes, node).formation);
}

/** The part that has a group, by default the subject, in truth: the first that hosts it, else the world's own. */
export function hostingPart(
  { subject }: Plan,
  world: World,
  { id: group, resources }: GroupDefinition = subject,
): Formation {
  const hosts = (part: Formation): boolean =>
    partOf(world, must(part.groups, group).owner.value) === part &&
    resources.some(({ id }) => must(part.resources, id).state.value.startsWith('online'));
  return [world, ...world.rivals].find(hosts) ?? world;
}

/** The node that has the subject where it is hosted, whether that node is up or not. */
export function hostOf(plan: Plan, world: World): string {
  return must(hostingPart(plan, world).groups, plan.subject.id).owner.value;
}

/** Whether a node does anything at all: its operating system runs and does not stand still. */
export function isAwake(world: World, node: string): boolean {
  return ['up', 'shutting-down'].includes(must(world.systems, node).value);
}

/** The service of the subject, seen from a client. */
export function serviceOf(plan: Plan, world: World): Service {
  if (world.service.value !== 'down') return world.service.value;
  const { resources } = hostingPart(plan, world);
  const pending = plan.subject.resources.some(
    ({ id }) => must(resources, id).state.value === 'online-pending',
  );
  return pending && isAwake(world, hostOf(plan, world)) ? 'coming-back' : 'down';
}

/**
 * The node that has the subject in truth: where it is online or going online, also in a part of the
 * cluster that somebody forced; else its last owner. `none` when no node is up. A node that stands
 * still keeps what it had until another takes it.
 */
export function ownerOf(plan: Plan, world: World): string {
  const isUp = (node: string): boolean =>
    isAwake(world, node) || must(world.systems, node).value === 'hung';
  return plan.nodes.some(isUp) ? hostOf(plan, world) : 'none';
}

/**
 * The nodes that believe they have a group and can act on it: their cluster service runs in a part
 * where they own it, or others took it while they stood still and they do not know yet. Two of them
 * are what a quorum is there to prevent.
 */
export function believedOwners(plan: Plan, world: World, group: string): readonly string[] {
  return plan.nodes.filter((node) => {
    const { service, claims } = must(world.nodes, node);
    const owns = service.value === 'running' && groupOn(world, node, group).owner.value === node;
    return isAwake(world, node) && (owns || claims.includes(group));
  });
}
