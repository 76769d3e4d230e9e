import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { anyOf, both, every, is, NO, YES } from '../kernel/rule.ts';
import { cableId } from '../scenario/parts.ts';
import type { Plan } from '../scenario/plan.ts';
import type { HardwareWorld } from '../world/hardware.ts';
import { knownOf } from './known.ts';

/** Whether electricity reaches a node, a switch or the array: one of its feeds works, or it has none. */
export function hasFeed(plan: Plan, world: HardwareWorld, part: string): Finding {
  const feeds = must(plan.feedsOf, part);
  if (feeds.length === 0) return YES;
  return anyOf(feeds, (feed) => is(must(world.feeds, feed), 'working'));
}

/** Whether one of an interface's cables leads to a switch that works. */
function hasLink(plan: Plan, world: HardwareWorld, node: string, network: string): Finding {
  const known = (knownOf(world).links[network] ??= {});
  return (known[node] ??= findLink(plan, world, cableId(node, network)));
}

function findLink(plan: Plan, world: HardwareWorld, interfaceId: string): Finding {
  return anyOf(must(plan.links, interfaceId), ({ cable, switch: box }) => {
    const whole = is(must(world.cables, cable), 'connected');
    if (box === null) return whole;
    return every([whole, is(must(world.switches, box), 'connected'), hasFeed(plan, world, box)]);
  });
}

/** Whether a node's interface has the network: a cable, its switch and the network are whole. */
export function hasNetwork(
  plan: Plan,
  world: HardwareWorld,
  node: string,
  network: string,
): Finding {
  const known = (knownOf(world).networks[network] ??= {});
  return (known[node] ??= both(
    hasLink(plan, world, node, network),
    is(must(world.networks, network), 'up'),
  ));
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
    hasLink(plan, world, from, network),
    hasLink(plan, world, to, network),
    is(must(world.networks, network), 'up'),
  ]));
}

/** Whether what one node sends can arrive at another on a network that the cluster uses between nodes. */
export function canTalk(plan: Plan, world: HardwareWorld, from: string, to: string): Finding {
  const known = (knownOf(world).talks[from] ??= {});
  return (known[to] ??= anyOf(plan.internalNetworks, (network) =>
    canReach(plan, world, from, to, network),
  ));
}

/** Whether a node's commands arrive at the array: over one of its paths. */
export function reachesArray(plan: Plan, world: HardwareWorld, node: string): Finding {
  return (knownOf(world).arrays[node] ??= findWay(plan, world, node));
}

function findWay(plan: Plan, world: HardwareWorld, node: string): Finding {
  const path = anyOf(must(plan.paths, node), ({ id, controller }) => {
    const whole = is(must(world.paths, id), 'connected');
    return controller === null
      ? whole
      : both(whole, is(must(world.controllers, controller), 'working'));
  });
  return every([
    is(must(world.power, node), 'on'),
    path,
    is(world.array, 'working'),
    hasFeed(plan, world, plan.scenario.array.id),
  ]);
}

/** Whether a node's commands arrive at a disk: all that reserving it takes. */
export function reachesDisk(plan: Plan, world: HardwareWorld, node: string, disk: string): Finding {
  const known = (knownOf(world).disks[disk] ??= {});
  return (known[node] ??= both(
    reachesArray(plan, world, node),
    is(must(world.disks, disk), 'working'),
  ));
}

/**
 * Whether a node's reads and writes of files arrive at a disk: one that is mounted in a folder needs
 * the disk of that folder too. Says nothing about reservations.
 */
export function canAccess(plan: Plan, world: HardwareWorld, node: string, disk: string): Finding {
  const { root } = must(plan.diskOf, disk);
  const own = is(must(world.disks, disk), 'working');
  const reached = reachesArray(plan, world, node);
  const all = both(reached, own);
  return root === undefined ? all : both(all, is(must(world.disks, root), 'working'));
}

/** Whether a node reaches the file share witness: over its network, and the share is there. */
export function reachesWitness(plan: Plan, world: HardwareWorld, node: string): Finding {
  const { witness } = plan.scenario;
  if (!witness) return NO;
  return both(hasNetwork(plan, world, node, witness.network), is(world.witness, 'working'));
}
