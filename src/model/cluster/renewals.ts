import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import { reachesDisk } from '../hardware/reach.ts';
import type { Moment } from '../world/moment.ts';
import { failResource } from './failures.ts';
import { acts, beliefsOf, believedWith } from './members.ts';
import { persistentIn } from './reservations.ts';
import { stopAll } from './stop.ts';

/**
 * A renewal that changes something: after a reset it restores the reservation; with persistent
 * reservations it removes a challenger's key; where the disk cannot be reached it fails, which stops
 * the cluster service (quorum disk) or fails the disk resource. A server that stands alone has no
 * reservations: its next write to the disk fails.
 */
export function renew(moment: Moment, disk: string): void {
  const { world, plan } = moment;
  const renewer = must(world.renewers, disk);
  const reservation = must(world.reservations, disk);
  const node = renewer.value;
  if (node === null || must(world.systems, node).value === 'hung') return;
  const access = reachesDisk(plan, world, node, disk);
  const because = causes([renewer.since, reservation.since, ...access.since]);
  if (access.holds && reservation.value === node) {
    persistentIn(moment)?.defend(moment, node, disk, because);
  } else if (access.holds && reservation.value === null) {
    const reason = { because, rule: 'renew-reservation' };
    const since = moment.occur('reservation-renewed', disk, { node, disk }, reason);
    world.reservations[disk] = { value: node, since };
  } else if (!plan.quorum) {
    failDisk(moment, disk, 'access', because);
  } else if (acts(moment, node)) {
    loseReservation(moment, node, disk, because);
  }
}

function loseReservation(
  moment: Moment,
  node: string,
  disk: string,
  because: readonly OccurrenceId[],
): void {
  const { world, plan } = moment;
  const quorumDisk = plan.quorum?.disk ?? null;
  const elsewhere = quorumDisk === null ? [] : [must(world.renewers, quorumDisk).since];
  const since = moment.occur(
    'reservation-lost',
    disk,
    { node, disk },
    { because: causes([...because, ...elsewhere]), rule: 'renew-reservation' },
  );
  const endsAll = disk === quorumDisk && whoStopsWithout(moment, node);
  if (!endsAll) return failDisk(moment, disk, 'reservation', [since]);
  const why = [since, ...beliefsOf(moment, node)];
  stopAll(moment, endsAll, 'quorum-lost', why);
}

/**
 * Who cannot go on without the quorum disk: where it alone decides, the node that has lost it; where
 * it only has a vote, everybody, if that vote is needed.
 */
function whoStopsWithout(moment: Moment, node: string): readonly string[] | null {
  const { plan, parameters } = moment;
  if (plan.quorum?.model === 'disk')
    return parameters.lostQuorumReservationStopsService === 1 ? [node] : null;
  const members = believedWith(moment, node);
  return moment.kit.needsWitness(moment, members.length) ? members : null;
}

function failDisk(
  moment: Moment,
  disk: string,
  how: 'reservation' | 'access',
  because: readonly OccurrenceId[],
): void {
  const resource = moment.plan.resourceOfDisk[disk];
  if (resource !== undefined) failResource(moment, resource, how, because);
}
