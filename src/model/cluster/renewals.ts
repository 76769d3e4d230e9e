import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import { canAccess } from '../hardware/reach.ts';
import { quorumOf } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { failResource } from './failures.ts';
import { stopService } from './stop.ts';

/**
 * A renewal that changes something: after a reset it restores the reservation; where the disk cannot
 * be reached it fails, which stops the cluster service (quorum disk) or fails the disk resource. A
 * server that stands alone has no reservations: its next write to the disk fails.
 */
export function renew(moment: Moment, disk: string): void {
  const { world, plan, parameters } = moment;
  const renewer = must(world.renewers, disk);
  const reservation = must(world.reservations, disk);
  const node = renewer.value;
  if (node === null) return;
  const access = canAccess(world, node, disk);
  const because = causes([renewer.since, reservation.since, ...access.since]);
  if (access.holds && reservation.value === node) return;
  if (access.holds && reservation.value === null) {
    const reason = { because, rule: 'renew-reservation' };
    const since = moment.occur('reservation-renewed', disk, { node, disk }, reason);
    world.reservations[disk] = { value: node, since };
    return;
  }
  if (!plan.quorum) {
    failDisk(moment, disk, 'access', because);
    return;
  }
  const quorum = disk === quorumOf(plan).disk && parameters.lostQuorumReservationStopsService === 1;
  const elsewhere = must(world.renewers, quorumOf(plan).disk).since;
  const since = moment.occur(
    'reservation-lost',
    disk,
    { node, disk },
    { because: causes([...because, elsewhere]), rule: 'renew-reservation' },
  );
  if (quorum) stopService(moment, node, 'quorum-lost', [since]);
  else failDisk(moment, disk, 'reservation', [since]);
}

function failDisk(
  moment: Moment,
  disk: string,
  how: 'reservation' | 'access',
  because: readonly OccurrenceId[],
): void {
  const resource = Object.values(moment.plan.resources).find(
    (candidate) => candidate.disk === disk,
  );
  if (resource) failResource(moment, resource.id, how, because);
}
