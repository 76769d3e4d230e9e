import type { OccurrenceId } from '../kernel/fact.ts';
import type { Periodic } from '../kernel/instant.ts';
import { firstTickFrom, RANK } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { every, found, is } from '../kernel/rule.ts';
import { reachesDisk, reachesArray } from '../hardware/reach.ts';
import type { Kit, Moment } from '../world/moment.ts';
import { RENEWAL_DUE } from '../world/task.ts';

/** How a quorum disk is won whose reservations no reset clears (SCSI-3, Windows Server 2008); else undefined. */
export function persistentIn({ plan, kit }: Moment): Kit['persistent'] {
  return plan.scenario.profile === 'windows-server-2008' ? kit.persistent : undefined;
}

/** The renewals of a disk's reservation by the node that believes to own it. */
export function renewalsOf(moment: Moment, disk: string): Periodic {
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
  const { world, plan } = moment;
  const before = must(world.renewers, disk).value;
  if (before !== null && before !== node) moment.kit.takenFrom(moment, before, disk);
  world.reservations[disk] = { value: node, since };
  world.renewers[disk] = { value: node, since };
  world.renewalBases[disk] = moment.at + must(plan.renewalOffsets, disk);
  moment.cancel(RENEWAL_DUE, disk);
  persistentIn(moment)?.clear(moment, disk, since);
}

/** A node lets go of a disk: it renews no more and, where it reaches the disk, releases it. */
export function releaseReservation(
  moment: Moment,
  node: string,
  disk: string,
  since: OccurrenceId,
): void {
  const { world, plan } = moment;
  if (must(world.renewers, disk).value !== node) return;
  stopRenewing(moment, node, disk, since);
  if (reachesDisk(plan, world, node, disk).holds) world.reservations[disk] = { value: null, since };
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
  moment.cancel(RENEWAL_DUE, disk);
}

/** A node that is gone renews nothing at all. */
export function stopAllRenewing(moment: Moment, node: string, since: OccurrenceId): void {
  for (const disk of Object.keys(moment.world.renewers)) stopRenewing(moment, node, disk, since);
}

/** A bus reset by a node that reaches the array clears every reservation; living owners renew in time. */
export function resetBus(moment: Moment, node: string, since: OccurrenceId): void {
  const { world, plan } = moment;
  if (!reachesArray(plan, world, node).holds) return;
  for (const [disk, reservation] of Object.entries(world.reservations)) {
    if (reservation.value === null) continue;
    world.reservations[disk] = { value: null, since };
    if (must(world.renewers, disk).value !== null) planRenewal(moment, disk, moment.at + 1);
  }
}

/** Whether another node keeps a disk: it holds the reservation and is there to defend it. */
export function isDefended(moment: Moment, node: string, disk: string): Finding {
  const { world, plan } = moment;
  const reservation = must(world.reservations, disk);
  const holder = reservation.value;
  if (holder === null || holder === node) return found(false, reservation.since);
  return every([
    found(true, reservation.since),
    is(must(world.systems, holder), 'up', 'shutting-down'),
    is(must(world.renewers, disk), holder),
    reachesDisk(plan, world, holder, disk),
  ]);
}

/** Plans the next renewal of a disk's reservation from an instant on. */
export function planRenewal(moment: Moment, disk: string, from: number): void {
  moment.later(firstTickFrom(renewalsOf(moment, disk), from), RENEWAL_DUE, disk);
}

/**
 * After a change: a renewal that is going to be different is put on the agenda. A server that stands
 * alone renews nothing; it notices at its next write, which is at once.
 */
export function renewAgain(moment: Moment): void {
  const { world, plan } = moment;
  for (const disk in world.renewers) {
    const node = world.renewers[disk]?.value ?? null;
    if (node === null || must(world.systems, node).value === 'hung') continue;
    const reservation = must(world.reservations, disk).value;
    const isWell = reservation === node && reachesDisk(plan, world, node, disk).holds;
    if (isWell && !persistentIn(moment)?.isChallenged(moment, disk)) continue;
    // What is decided after the renewals of an instant is met by the next ones.
    const isOver = moment.rank > RANK.periodic;
    if (!plan.quorum) moment.later(moment.at, RENEWAL_DUE, disk);
    else planRenewal(moment, disk, isOver ? moment.at + 1 : moment.at);
  }
}
