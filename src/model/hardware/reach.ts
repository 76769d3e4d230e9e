import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { every, is } from '../kernel/rule.ts';
import { cableId, pathId } from '../scenario/plan.ts';
import type { HardwareWorld } from '../world/hardware.ts';

/** Whether a node's interface has the network: its cable and the network are whole. */
export function hasNetwork(world: HardwareWorld, node: string, network: string): Finding {
  return every([
    is(must(world.cables, cableId(node, network)), 'connected'),
    is(must(world.networks, network), 'up'),
  ]);
}

/** Whether what one node sends on a network can arrive at another. */
export function canReach(world: HardwareWorld, from: string, to: string, network: string): Finding {
  return every([
    is(must(world.cables, cableId(from, network)), 'connected'),
    is(must(world.cables, cableId(to, network)), 'connected'),
    is(must(world.networks, network), 'up'),
  ]);
}

/** Whether a node's commands arrive at the array. */
export function reachesArray(world: HardwareWorld, node: string): Finding {
  return every([
    is(must(world.power, node), 'on'),
    is(must(world.paths, pathId(node)), 'connected'),
    is(world.array, 'working'),
  ]);
}

/** Whether a node's reads and writes arrive at a disk. Says nothing about reservations. */
export function canAccess(world: HardwareWorld, node: string, disk: string): Finding {
  return every([reachesArray(world, node), is(must(world.disks, disk), 'working')]);
}
