import type { OccurrenceId } from '../kernel/fact.ts';
import type { Periodic } from '../kernel/instant.ts';
import { firstTickFrom } from '../kernel/instant.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { must } from '../kernel/lookup.ts';
import { canAccess, reachesArray } from '../hardware/reach.ts';
import type { Moment } from '../world/moment.ts';

/** The renewals of a disk's reservation by the node that believes to own it. */
function renewalsOf(moment: Moment, disk: string): Periodic {
  return {
    base: must(moment.world.renewalBases, disk),
    period: moment.parameters.reservationRenewalPeriod,
  };
}

/** A node reserves a disk and from now on renews the reservation (every 3 s, KB 309186). */
export function takeReservation(
  moment: Moment,
  node: string,
  disk: string,
  since: OccurrenceId,
): void {
  const { world, plan, parameters } = moment;
  const offset = offsetWithin(
    plan.scenario.seed,
    'renewal',
    disk,
    parameters.reservationRenewalPeriod,
  );
  world.reservations[disk] = { value: node, since };
  world.renewers[disk] = { value: node, since };
  world.renewalBases[disk] = moment.at + offset;
}

/** A node lets go of a disk: it renews no more and, where it reaches the disk, releases it. */
export function releaseReservation(
  moment: Moment,
  node: string,
  disk: string,
  since: OccurrenceId,
): void {
  const { world } = moment;
  if (must(world.renewers, disk).value !== node) return;
  stopRenewing(moment, node, disk, since);
  if (canAccess(world, node, disk).holds) world.reservations[disk] = { value: null, since };
}

/** A node that has lost a disk renews nothing, but what the disk remembers stays until a reset. */
export function stopRenewing(
  moment: Moment,
  node: string,
  disk: string,
  since: OccurrenceId,
): void {
  if (must(moment.world.renewers, disk).value !== node) return;
  moment.world.renewers[disk] = { value: null, since };
  moment.cancel('renewal-due', disk);
}

/** A node that is gone renews nothing at all. */
export function stopAllRenewing(moment: Moment, node: string, since: OccurrenceId): void {
  for (const disk of Object.keys(moment.world.renewers)) stopRenewing(moment, node, disk, since);
}

/** A bus reset by a node that reaches the array clears every reservation; living owners renew in time. */
export function resetBus(moment: Moment, node: string, since: OccurrenceId): void {
  const { world } = moment;
  if (!reachesArray(world, node).holds) return;
  for (const [disk, reservation] of Object.entries(world.reservations)) {
    if (reservation.value === null) continue;
    world.reservations[disk] = { value: null, since };
    if (must(world.renewers, disk).value !== null) planRenewal(moment, disk, moment.at + 1);
  }
}

function planRenewal(moment: Moment, disk: string, from: number): void {
  moment.later(firstTickFrom(renewalsOf(moment, disk), from), 'renewal-due', disk);
}

/**
 * After a change of hardware: a renewal that is going to fail is put on the agenda. A server that
 * stands alone renews nothing; it notices at its next write, which is at once.
 */
export function renewAgain(moment: Moment): void {
  for (const [disk, renewer] of Object.entries(moment.world.renewers)) {
    if (renewer.value === null) continue;
    if (canAccess(moment.world, renewer.value, disk).holds) continue;
    if (moment.plan.quorum) planRenewal(moment, disk, moment.at);
    else moment.later(moment.at, 'renewal-due', disk);
  }
}
