import { verdictOn } from './agreeing.ts';
import { givesWay } from './cut-off.ts';
import { failResource } from './failing.ts';
import { isRenewing, nextRenewal } from './holding.ts';
import { acts, countedBy, get, isDue, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { reachesDisk } from './reach.ts';
import { stopService } from './stopping.ts';

/** Every disk is renewed at every tick by the node that has it. A server alone finds out at its next write. */
export function renewReservations(machine: Machine): void {
  const { reservationRenewalPeriod } = machine.plan.scenario.parameters;
  for (const [id, disk] of Object.entries(machine.disks)) {
    const isNow = isDue(machine, disk.renewalBase, reservationRenewalPeriod);
    if (machine.isStirred)
      for (const node of nodesOf(machine))
        if (node.claimsDue[id] === machine.now) renewClaim(machine, id, node);
    if (!isRenewing(machine, id)) continue;
    if (!machine.plan.quorum) {
      if (!reachesDisk(machine, disk.renewedBy ?? '', id)) loseDisk(machine, id);
    } else if (isNow) {
      renew(machine, id);
    }
  }
}

function renew(machine: Machine, id: string): void {
  const disk = get(machine.disks, id);
  const node = disk.renewedBy ?? '';
  if (reachesDisk(machine, node, id) && disk.reservedBy === null) {
    if (givesWay(machine, id, node)) {
      if (!disk.isGivenUp) tell(machine, 'quorum-given-up', id, node);
      disk.isGivenUp = true;
      return;
    }
    disk.reservedBy = node;
    tell(machine, 'reservation-renewed', id, node);
  } else if (reachesDisk(machine, node, id) && disk.reservedBy === node) {
    removeKeys(machine, id, node);
  } else if (acts(get(machine.nodes, node))) {
    tell(machine, 'reservation-lost', id, node);
    const all = whoStopsWithout(machine, id, get(machine.nodes, node));
    if (!all) loseDisk(machine, id);
    else for (const one of all) stopService(machine, one, 'quorum-lost');
  }
}

/** The owner looks at its reservation and removes the keys of whoever wants the quorum disk. */
function removeKeys(machine: Machine, id: string, node: string): void {
  if (id !== machine.plan.quorum?.disk) return;
  for (const _ of machine.keys) tell(machine, 'registration-removed', id, node);
  machine.keys.clear();
}

/** Who loses the right to go on with a disk: its node where that decides, all where its vote is needed. */
function whoStopsWithout(machine: Machine, id: string, node: Node): readonly Node[] | null {
  const { quorum, scenario } = machine.plan;
  if (!quorum || id !== quorum.disk) return null;
  if (quorum.model === 'disk')
    return scenario.parameters.lostQuorumReservationStopsService === 1 ? [node] : null;
  const members = countedBy(machine, node);
  return verdictOn(machine, members.length) === 'needs witness' ? members.filter(acts) : null;
}

/** Whether a node believes that a resource is online on it: as all do, or from before it stood still. */
function believesToHave(machine: Machine, id: string, node: Node): boolean {
  const { group, state } = get(machine.resources, id);
  const isOwner = get(machine.groups, group).owner === node.id;
  return node.claims.includes(group) || (isOwner && state === 'online');
}

/** A node that has stood still is going to renew what it believes to have. */
export function renewClaimsLater(machine: Machine, node: Node): void {
  node.claimsDue = {};
  for (const [id, { renewedBy, renewalBase }] of Object.entries(machine.disks)) {
    const resource = machine.plan.resourceOfDisk[id];
    if (resource === undefined || renewedBy === node.id) continue;
    if (!believesToHave(machine, resource, node)) continue;
    node.claimsDue[id] = nextRenewal(machine, renewalBase);
  }
}

/** A node that stood still while its disks were taken finds another's reservation. */
function renewClaim(machine: Machine, id: string, node: Node): void {
  const resource = machine.plan.resourceOfDisk[id];
  if (resource === undefined || get(machine.disks, id).renewedBy === node.id) return;
  if (!acts(node) || !believesToHave(machine, resource, node)) return;
  const { group } = get(machine.resources, resource);
  const { quorum } = machine.plan;
  tell(machine, 'reservation-lost', id, node.id);
  const isClaim = node.claims.includes(group);
  node.claims = node.claims.filter((claim) => claim !== group);
  if (quorum?.model === 'disk' && id === quorum.disk) stopService(machine, node, 'quorum-lost');
  else if (!isClaim) failResource(machine, resource, 'reservation');
}

function loseDisk(machine: Machine, disk: string): void {
  const resource = machine.plan.resourceOfDisk[disk];
  const how = machine.plan.quorum ? 'reservation' : 'access';
  if (resource !== undefined) failResource(machine, resource, how);
}
