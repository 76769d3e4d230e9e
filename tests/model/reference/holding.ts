import { get } from './machine.ts';
import type { Machine } from './machine.ts';
import { reachesDisk } from './reach.ts';
import { offsetOf } from './start.ts';

/** Whether the node that keeps renewing a disk is awake to do so. */
export function isRenewing(machine: Machine, disk: string): boolean {
  const { renewedBy } = get(machine.disks, disk);
  return renewedBy !== null && get(machine.nodes, renewedBy).system !== 'hung';
}

/** Whether somebody else keeps a disk: has reserved it, is there, and would renew that. */
export function isDefended(machine: Machine, id: string, against: string): boolean {
  const { reservedBy, renewedBy } = get(machine.disks, id);
  if (reservedBy === null || reservedBy === against || reservedBy !== renewedBy) return false;
  return isRenewing(machine, id) && reachesDisk(machine, reservedBy, id);
}

/** The next tick of a renewal process from now on. */
export function nextRenewal(machine: Machine, base: number): number {
  const { reservationRenewalPeriod: period } = machine.plan.scenario.parameters;
  return base + Math.ceil((machine.now - base) / period) * period;
}

/** A node reserves a disk and renews that from now on. */
export function reserve(machine: Machine, id: string, node: string): void {
  const { reservationRenewalPeriod } = machine.plan.scenario.parameters;
  const disk = get(machine.disks, id);
  const before = disk.renewedBy;
  if (before !== null && before !== node)
    get(machine.nodes, before).claimsDue[id] = nextRenewal(machine, disk.renewalBase);
  disk.reservedBy = node;
  disk.renewedBy = node;
  disk.renewalBase = machine.now + offsetOf(machine.plan, 'renewal', id, reservationRenewalPeriod);
  if (id === machine.plan.quorum?.disk) machine.keys.clear();
}
