import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { any, every, is } from '../kernel/rule.ts';
import { cableId } from '../scenario/parts.ts';
import type { Plan } from '../scenario/plan.ts';
import type { HardwareWorld } from '../world/hardware.ts';

/** What has been found out about a machine room since it last changed: it is asked far more often than it changes. */
interface Known {
  readonly networks: Record<string, Record<string, Finding>>;
  readonly ways: Record<string, Record<string, Record<string, Finding>>>;
  readonly arrays: Record<string, Finding>;
  readonly disks: Record<string, Record<string, Finding>>;
}

const KNOWN = new WeakMap<HardwareWorld, Known>();

function knownOf(world: HardwareWorld): Known {
  let known = KNOWN.get(world);
  if (!known) KNOWN.set(world, (known = { networks: {}, ways: {}, arrays: {}, disks: {} }));
  return known;
}

/** To be told of every change of what is connected, works or has power: what was found out is forgotten. */
export function rewired(world: HardwareWorld): void {
  KNOWN.delete(world);
}

/** Whether electricity reaches a node, a switch or the array: one of its feeds works, or it has none. */
export function hasFeed(plan: Plan, world: HardwareWorld, part: string): Finding {
  const feeds = must(plan.feedsOf, part);
  if (feeds.length === 0) return YES;
  return any(feeds.map((feed) => is(must(world.feeds, feed), 'working')));
}

const YES: Finding = { holds: true, value: true, since: [] };

/** Whether one of an interface's cables leads to a switch that works. */
function hasLink(plan: Plan, world: HardwareWorld, interfaceId: string): Finding {
  const links = must(plan.links, interfaceId);
  const findings = links.map(({ cable, switch: box }) => {
    const whole = is(must(world.cables, cable), 'connected');
    if (box === null) return whole;
    return every([whole, is(must(world.switches, box), 'connected'), hasFeed(plan, world, box)]);
  });
  return findings.length === 1 ? (findings[0] ?? YES) : any(findings);
}

/** Whether a node's interface has the network: a cable, its switch and the network are whole. */
export function hasNetwork(
  plan: Plan,
  world: HardwareWorld,
  node: string,
  network: string,
): Finding {
  const known = (knownOf(world).networks[network] ??= {});
  return (known[node] ??= every([
    hasLink(plan, world, cableId(node, network)),
    is(must(world.networks, network), 'up'),
  ]));
}

/** Whether what one node sends on a network can arrive at another. */
export function canReach(
  plan: Plan,
  world: HardwareWorld,
  from: string,
  to: string,
  network: string,
): Finding {
  const known = ((knownOf(world).ways[network] ??= {})[from] ??= {});
  return (known[to] ??= every([
    hasLink(plan, world, cableId(from, network)),
    hasLink(plan, world, cableId(to, network)),
    is(must(world.networks, network), 'up'),
  ]));
}

/** Whether a node's commands arrive at the array: over one of its paths. */
export function reachesArray(plan: Plan, world: HardwareWorld, node: string): Finding {
  return (knownOf(world).arrays[node] ??= findWay(plan, world, node));
}

function findWay(plan: Plan, world: HardwareWorld, node: string): Finding {
  const paths = must(plan.paths, node).map(({ id, controller }) => {
    const whole = is(must(world.paths, id), 'connected');
    return controller === null
      ? whole
      : every([whole, is(must(world.controllers, controller), 'working')]);
  });
  return every([
    is(must(world.power, node), 'on'),
    paths.length === 1 ? (paths[0] ?? YES) : any(paths),
    is(world.array, 'working'),
    hasFeed(plan, world, plan.scenario.array.id),
  ]);
}

/** Whether a node's commands arrive at a disk: all that reserving it takes. */
export function reachesDisk(plan: Plan, world: HardwareWorld, node: string, disk: string): Finding {
  const known = (knownOf(world).disks[disk] ??= {});
  return (known[node] ??= every([
    reachesArray(plan, world, node),
    is(must(world.disks, disk), 'working'),
  ]));
}

/**
 * Whether a node's reads and writes of files arrive at a disk: one that is mounted in a folder needs
 * the disk of that folder too. Says nothing about reservations.
 */
export function canAccess(plan: Plan, world: HardwareWorld, node: string, disk: string): Finding {
  const { root } = must(plan.diskOf, disk);
  const own = is(must(world.disks, disk), 'working');
  const reached = reachesArray(plan, world, node);
  if (root === undefined) return every([reached, own]);
  return every([reached, own, is(must(world.disks, root), 'working')]);
}

/** Whether a node reaches the file share witness: over its network, and the share is there. */
export function reachesWitness(plan: Plan, world: HardwareWorld, node: string): Finding {
  const { witness } = plan.scenario;
  if (!witness) return { holds: false, value: null, since: [] };
  return every([hasNetwork(plan, world, node, witness.network), is(world.witness, 'working')]);
}
