import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { StopReason } from '../occurrences/cluster.ts';
import type { Moment } from '../world/moment.ts';
import {
  ARBITRATION_ENDS,
  JOIN_ENDS,
  LEAVE_DUE,
  NETWORKS_AWAITED,
  REGROUP_ENDS,
  RESERVE_DUE,
  WATCHDOG_ENDS,
  WITNESS_CHECK_DUE,
} from '../world/task.ts';
import { dropGroups } from './drop.ts';
import { stopHearing } from './heartbeats.ts';
import { acts, nodeOf } from './members.ts';
import { stopAllRenewing } from './reservations.ts';

/** A node's cluster service stops; everything it still hosts goes with it. */
export function stopService(
  moment: Moment,
  node: string,
  reason: StopReason,
  because: readonly OccurrenceId[],
): OccurrenceId {
  const self = nodeOf(moment, node);
  const since = moment.occur(
    'cluster-service-stopped',
    node,
    { node, reason },
    { because: causes([...because, self.service.since]), rule: reason },
  );
  self.restartBase = moment.at + moment.parameters.clusterServiceRestartDelay;
  const then = self.leaving.value;
  endService(moment, node, since);
  // Whoever wanted it to end gets what was wanted, also where something else ended it first.
  if (then !== 'no') moment.kit.afterLeaving(moment, node, then, since);
  return since;
}

/** The services of several nodes stop: one that stands still, or its operating system, cannot even do that. */
export function stopAll(
  moment: Moment,
  nodes: readonly string[],
  reason: StopReason,
  because: readonly OccurrenceId[],
): void {
  for (const node of nodes)
    if (acts(moment, node) || nodeOf(moment, node).service.value === 'forming')
      stopService(moment, node, reason, because);
}

const STEPS = [
  REGROUP_ENDS,
  RESERVE_DUE,
  ARBITRATION_ENDS,
  JOIN_ENDS,
  LEAVE_DUE,
  WATCHDOG_ENDS,
  NETWORKS_AWAITED,
  WITNESS_CHECK_DUE,
] as const;

/** The effects of a cluster service that is no longer there, whatever ended it. */
export function endService(moment: Moment, node: string, since: OccurrenceId): void {
  const { world } = moment;
  const self = nodeOf(moment, node);
  if (self.service.value === 'stopped') return;
  self.service = { value: 'stopped', since };
  self.agreement = { value: 'settled', since };
  self.leader = node;
  self.claims = [];
  self.forced = false;
  if (self.leaving.value !== 'no') self.leaving = { value: 'no', since };
  for (const type of STEPS) moment.cancel(type, node);
  stopHearing(moment, node);
  dropGroups(moment, node, since);
  stopAllRenewing(moment, node, since);
  if (world.witnessHolder.value === node) world.witnessHolder = { value: null, since };
  if (must(world.registrations, node).value) world.registrations[node] = { value: false, since };
  moment.kit.afterStop(moment, self.formation);
}
