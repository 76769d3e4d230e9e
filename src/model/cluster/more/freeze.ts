import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { formationOf } from '../../world/formation.ts';
import { crash } from '../../hardware/more/power.ts';
import type { Moment } from '../../world/moment.ts';
import {
  ARBITRATION_ENDS,
  GROUP_DECIDES,
  JOIN_ENDS,
  LEAVE_DUE,
  NETWORKS_AWAITED,
  REGROUP_ENDS,
  RENEWAL_DUE,
  RESERVE_DUE,
  RESOURCE_DUE,
  WATCHDOG_ENDS,
} from '../../world/task.ts';
import type { TaskKind } from '../../world/task.ts';
import { stopHearing } from '../heartbeats.ts';
import { listenAfresh } from './hearing.ts';
import { nodeOf } from '../members.ts';
import { believesToHave, takenFrom } from './claims.ts';
import { missWitness } from './witness-check.ts';
import { endService, stopService } from '../stop.ts';

/** The task that ends the step that a node carries out, if it is at one and its cluster service goes on. */
function stepOf(moment: Moment, node: string): TaskKind | null {
  const { service, agreement, leader } = nodeOf(moment, node);
  if (service.value === 'hung') return null;
  if (service.value === 'joining') return JOIN_ENDS;
  if (agreement.value === 'settled' || leader !== node) return null;
  if (agreement.value === 'regrouping') return REGROUP_ENDS;
  return agreement.value === 'challenging' ? RESERVE_DUE : ARBITRATION_ENDS;
}

/** The resources of a node's groups that are on their way up or down. */
function pendingOn(moment: Moment, node: string): readonly string[] {
  const { groups, resources } = formationOf(moment.world, nodeOf(moment, node).formation);
  return moment.plan.scenario.groups
    .filter(({ id }) => must(groups, id).owner.value === node)
    .flatMap((group) => group.resources.map(({ id }) => id))
    .filter((id) => must(resources, id).state.value.endsWith('-pending'));
}

/** A node stands still: whatever it was doing stops where it is. */
export function freeze(moment: Moment, node: string): void {
  const step = stepOf(moment, node);
  if (step) moment.cancel(step, node);
  const { formation } = nodeOf(moment, node);
  for (const id of pendingOn(moment, node)) moment.cancel(RESOURCE_DUE, id, formation);
  for (const [disk, renewer] of Object.entries(moment.world.renewers))
    if (renewer.value === node) moment.cancel(RENEWAL_DUE, disk);
  stopHearing(moment, node);
  moment.cancel(WATCHDOG_ENDS, node);
  moment.cancel(NETWORKS_AWAITED, node);
  moment.cancel(LEAVE_DUE, node);
}

/** It goes on: its steps end as much later as it stood still, and it counts silence from now. */
export function thaw(moment: Moment, node: string, since: OccurrenceId): void {
  const { world, plan } = moment;
  const self = nodeOf(moment, node);
  const hungMs = moment.at - must(world.hungAt, node);
  const step = stepOf(moment, node);
  if (step) {
    self.agreementDue += hungMs;
    moment.later(self.agreementDue, step, node);
  }
  const { resources } = formationOf(world, self.formation);
  for (const id of pendingOn(moment, node)) {
    const state = must(resources, id);
    state.dueAt += hungMs;
    moment.later(state.dueAt, RESOURCE_DUE, id, self.formation);
  }
  for (const { id } of plan.scenario.groups)
    moment.later(moment.at, GROUP_DECIDES, id, self.formation);
  listenAfresh(moment, node, since);
  renewClaims(moment, node);
  missWitness(moment, node);
  const { clusterServiceHangTimeout, shutdownAllowance } = moment.parameters;
  if (self.service.value === 'hung')
    moment.later(moment.at + clusterServiceHangTimeout, WATCHDOG_ENDS, node);
  if (self.leaving.value !== 'no' && self.leaving.value !== 'stop')
    moment.later(moment.at + shutdownAllowance, LEAVE_DUE, node);
}

/** The next renewals of disks that others have taken meanwhile. */
function renewClaims(moment: Moment, node: string): void {
  const { world, plan } = moment;
  for (const [disk, resource] of Object.entries(plan.resourceOfDisk))
    if (believesToHave(moment, node, resource) && must(world.renewers, disk).value !== node)
      takenFrom(moment, node, disk);
}

/**
 * The watchdog has waited long enough for a cluster service that does nothing: Windows Server 2003
 * ends the service, 2008 stops the whole node (HangRecoveryAction).
 */
export function endWatch(moment: Moment, node: string): void {
  const { service } = nodeOf(moment, node);
  const { since } = must(moment.world.systems, node);
  if (service.value !== 'hung') return;
  if (moment.plan.scenario.profile === 'windows-server-2008')
    endService(moment, node, crash(moment, node, [service.since, since]));
  else stopService(moment, node, 'hung', [service.since, since]);
}

/** A cluster service stands still while its operating system goes on; the watchdog begins to wait. */
export function standStill(moment: Moment, node: string, since: OccurrenceId): void {
  const step = stepOf(moment, node);
  if (step) moment.cancel(step, node);
  stopHearing(moment, node);
  nodeOf(moment, node).service = { value: 'hung', since };
  moment.later(moment.at + moment.parameters.clusterServiceHangTimeout, WATCHDOG_ENDS, node);
}
