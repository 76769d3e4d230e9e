import { firstTickFrom } from '../../kernel/instant.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { reachesDisk } from '../../hardware/reach.ts';
import { formationOf } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { CLAIM_RENEWAL_DUE } from '../../world/task.ts';
import { failResource } from '../failures.ts';
import { acts, nodeOf } from '../members.ts';
import { renewalsOf } from '../reservations.ts';
import { stopService } from '../stop.ts';

/** Whether a node believes that a resource is online on it: in its own view, or from before it stood still. */
export function believesToHave(moment: Moment, node: string, resource: string): boolean {
  const group = must(moment.plan.groupOf, resource).id;
  const { claims, formation } = nodeOf(moment, node);
  const { groups, resources } = formationOf(moment.world, formation);
  const isOwner = must(groups, group).owner.value === node;
  return claims.includes(group) || (isOwner && must(resources, resource).state.value === 'online');
}

/**
 * A node that stood still while its disks were taken tries to renew: it finds another's reservation.
 * Without the quorum disk its cluster service ends; another disk ends its belief in that group.
 */
export function renewClaim(moment: Moment, disk: string, index: number): void {
  const { world, plan } = moment;
  const node = plan.nodes[index] ?? '';
  const resource = must(plan.resourceOfDisk, disk);
  const isTaken = must(world.renewers, disk).value !== node;
  if (!isTaken || !acts(moment, node) || !believesToHave(moment, node, resource)) return;
  const self = nodeOf(moment, node);
  const group = must(plan.groupOf, resource).id;
  const because = causes([
    must(world.reservations, disk).since,
    must(world.systems, node).since,
    ...reachesDisk(plan, world, node, disk).since,
  ]);
  const reason = { because, rule: 'renew-reservation' };
  const since = moment.occur('reservation-lost', disk, { node, disk }, reason);
  const isClaim = self.claims.includes(group);
  self.claims = self.claims.filter((claim) => claim !== group);
  if (plan.quorum?.model === 'disk' && disk === plan.quorum.disk)
    stopService(moment, node, 'quorum-lost', [since]);
  else if (!isClaim) failResource(moment, resource, 'reservation', [since], self.formation);
}

/** A disk has been taken from a node: at its next renewal it finds another's reservation. */
export function takenFrom(moment: Moment, node: string, disk: string): void {
  const at = firstTickFrom(renewalsOf(moment, disk), moment.at);
  moment.later(at, CLAIM_RENEWAL_DUE, disk, moment.plan.nodes.indexOf(node));
}
