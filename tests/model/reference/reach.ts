import { get } from './machine.ts';
import type { Machine } from './machine.ts';

/** Whether electricity reaches a node, a switch or the array. */
export function hasFeed(machine: Machine, part: string): boolean {
  const feeds = get(machine.plan.feedsOf, part);
  return feeds.length === 0 || feeds.some((feed) => get(machine.feeds, feed));
}

/** Whether one of the adapters of a node on a network is joined to a switch that passes anything on. */
function hasLink(machine: Machine, node: string, network: string): boolean {
  return get(machine.plan.links, `${node}.${network}`).some((link) => {
    if (!get(machine.cables, link.cable)) return false;
    if (link.switch === null) return true;
    return get(machine.switches, link.switch) && hasFeed(machine, link.switch);
  });
}

/** Whether a node has a network. */
export function hasNetwork(machine: Machine, node: string, network: string): boolean {
  return get(machine.networks, network) && hasLink(machine, node, network);
}

/** Whether what one node sends on a network would arrive at another. */
export function canReachOn(machine: Machine, from: string, to: string, network: string): boolean {
  return hasNetwork(machine, from, network) && hasNetwork(machine, to, network);
}

/** Whether two nodes can exchange messages on a network that the cluster may use for that. */
export function canTalk(machine: Machine, from: string, to: string): boolean {
  return machine.plan.internalNetworks.some((network) => canReachOn(machine, from, to, network));
}

/** Whether the commands of a node arrive at the array. */
export function reachesArray(machine: Machine, node: string): boolean {
  const { plan } = machine;
  if (!get(machine.nodes, node).power || !machine.array) return false;
  if (!hasFeed(machine, plan.scenario.array.id)) return false;
  return get(plan.paths, node).some(
    ({ id, controller }) =>
      get(machine.paths, id) && (controller === null || get(machine.controllers, controller)),
  );
}

/** Whether the commands of a node arrive at a disk, which is all that reserving it takes. */
export function reachesDisk(machine: Machine, node: string, disk: string): boolean {
  return get(machine.disks, disk).works && reachesArray(machine, node);
}

/** Whether a node reads and writes the files of a disk; one in a folder of another needs that one too. */
export function reachesFiles(machine: Machine, node: string, disk: string): boolean {
  const { root } = get(machine.plan.diskOf, disk);
  const isThere = root === undefined || get(machine.disks, root).works;
  return isThere && reachesDisk(machine, node, disk);
}

/** Whether a node reaches the file share witness. */
export function reachesWitness(machine: Machine, node: string): boolean {
  const { witness } = machine.plan.scenario;
  return witness !== null && machine.witness && hasNetwork(machine, node, witness.network);
}
