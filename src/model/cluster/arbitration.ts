import { must } from '../kernel/lookup.ts';
import type { OccurrenceId } from '../kernel/fact.ts';
import type { Condition, Rule } from '../kernel/rule.ts';
import { causes, is, judge } from '../kernel/rule.ts';
import { reachesDisk, reachesArray } from '../hardware/reach.ts';
import { quorumDiskOf, quorumOf } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { ARBITRATION_ENDS, RESERVE_DUE } from '../world/task.ts';
import { marginOf } from './heartbeats.ts';
import { active, agree, nodeOf, partOf, untilThen } from './members.ts';
import { persistentIn, resetBus, takeReservation } from './reservations.ts';
import { holdDisk, settle } from './settle.ts';
import { stopAll } from './stop.ts';

/** A node that asks the quorum disk. */
export interface Asking {
  readonly moment: Moment;
  readonly node: string;
}

/** The condition that a node reaches the quorum disk. */
export const reaches: Condition<Asking> = {
  name: 'it reaches the disk',
  test: ({ moment, node }) =>
    reachesDisk(moment.plan, moment.world, node, quorumDiskOf(moment.plan)),
};

/** Seven seconds after its reset a challenger reserves the disk, unless somebody holds it (KB 309186). */
export const reserveRule: Rule<Asking> = {
  name: 'reserve-quorum',
  conditions: [
    reaches,
    {
      name: 'nobody has renewed',
      test: ({ moment, node }) =>
        is(must(moment.world.reservations, quorumDiskOf(moment.plan)), null, node),
    },
  ],
};

/** Ten seconds after the reset the winner has the quorum disk online (KB 309186). */
const takeRule: Rule<Asking> = {
  name: 'take-quorum',
  conditions: [
    reaches,
    {
      name: 'nobody else holds it',
      test: ({ moment, node }) =>
        is(must(moment.world.reservations, quorumDiskOf(moment.plan)), node, null),
    },
    {
      name: 'it renews',
      test: ({ moment, node }) => is(must(moment.world.renewers, quorumDiskOf(moment.plan)), node),
    },
  ],
};

/**
 * Puts the question who goes on to the quorum disk. Members with the node that renews its
 * reservation defend it; others challenge: on Windows Server 2003 one of them resets the bus at once,
 * which clears every reservation, on 2008 it registers a key beside the owner's.
 */
export function beginArbitration(
  moment: Moment,
  leader: string,
  members: readonly string[],
  because: readonly OccurrenceId[],
): void {
  const disk = quorumDiskOf(moment.plan);
  const renewer = must(moment.world.renewers, disk);
  const { group } = quorumOf(moment.plan);
  const owner = group ? [must(moment.world.groups, group.id).owner.since] : [];
  const why = causes([...because, renewer.since, ...owner]);
  const defender = members.find((node) => node === renewer.value && active(moment, node).holds);
  if (defender === undefined) challenge(moment, leader, members, why);
  else defend(moment, defender, members, why);
}

function defend(
  moment: Moment,
  node: string,
  members: readonly string[],
  because: readonly OccurrenceId[],
): void {
  const disk = quorumDiskOf(moment.plan);
  const waitMs = moment.parameters.arbitrationReserveDelay + marginOf(moment);
  const reason = { because, rule: 'defend-quorum' };
  const since = moment.occur('quorum-defence-started', node, { node, disk, waitMs }, reason);
  agree(moment, members, node, 'defending', since);
  nodeOf(moment, node).agreementSince = moment.at;
  untilThen(moment, node, ARBITRATION_ENDS, moment.at + waitMs);
}

/** One member challenges for all: the first that reaches the disk (an assumption). */
function challenge(
  moment: Moment,
  leader: string,
  members: readonly string[],
  because: readonly OccurrenceId[],
): void {
  const { plan, world, parameters } = moment;
  const disk = quorumDiskOf(plan);
  const found = members.map((node) => reachesArray(plan, world, node));
  const first = Math.max(
    0,
    found.findIndex(({ holds }) => holds),
  );
  const node = members[first] ?? leader;
  const reach = found.slice(0, first + 1).flatMap(({ since }) => since);
  const waitMs = parameters.arbitrationReserveDelay;
  const persistent = persistentIn(moment);
  const by = persistent ? 'registration' : 'reset';
  const reason = { because: causes([...because, ...reach]), rule: 'challenge-quorum' };
  const since = moment.occur('quorum-challenged', node, { node, disk, waitMs, by }, reason);
  agree(moment, members, node, 'challenging', since);
  nodeOf(moment, node).agreementSince = moment.at;
  if (persistent) persistent.register(moment, node, since);
  else resetBus(moment, node, since);
  untilThen(moment, node, RESERVE_DUE, moment.at + waitMs);
}

/** The challenger tries to take the quorum disk; refused, its part stops. */
export function tryToReserve(moment: Moment, node: string): void {
  const disk = quorumDiskOf(moment.plan);
  const self = nodeOf(moment, node);
  const rule = persistentIn(moment)?.preempt ?? reserveRule;
  const verdict = judge(rule, { moment, node });
  if (!verdict.holds) {
    const reason = verdict.condition === reaches.name ? 'unreachable' : 'held';
    return refuse(moment, node, reason, verdict.finding.since);
  }
  if (isTooLate(moment, node)) return refuse(moment, node, 'too-late', []);
  const reason = { because: causes([self.agreement.since, ...verdict.because]), rule: rule.name };
  const since = moment.occur('quorum-reserved', node, { node, disk }, reason);
  takeReservation(moment, node, disk, since);
  agree(moment, partOf(moment, node), node, 'reserved', since);
  const { arbitrationReserveDelay, arbitrationTimeMax } = moment.parameters;
  const { arbitrationOnlineDelay } = moment.parameters;
  const whole = Math.max(arbitrationOnlineDelay, arbitrationReserveDelay + marginOf(moment));
  const wait = Math.min(whole, arbitrationTimeMax);
  untilThen(moment, node, ARBITRATION_ENDS, Math.max(moment.at, self.agreementSince + wait));
}

/** Whether a node has challenged for longer than it may, without the disk online (QuorumArbitrationTimeMax). */
function isTooLate(moment: Moment, node: string): boolean {
  const { arbitrationOnlineDelay, arbitrationTimeMax } = moment.parameters;
  const { agreement, agreementSince } = nodeOf(moment, node);
  const isChallenger = agreement.value !== 'defending';
  const tookMs = moment.at - agreementSince;
  return isChallenger && tookMs >= arbitrationTimeMax && tookMs < arbitrationOnlineDelay;
}

function refuse(
  moment: Moment,
  node: string,
  reason: 'held' | 'unreachable' | 'too-late',
  because: readonly OccurrenceId[],
): void {
  const disk = quorumDiskOf(moment.plan);
  const holder = reason === 'held' ? must(moment.world.renewers, disk).value : null;
  const since = moment.occur(
    'quorum-reserve-refused',
    node,
    { node, disk, reason, holder },
    {
      because: causes([nodeOf(moment, node).agreement.since, ...because]),
      rule: (persistentIn(moment)?.preempt ?? reserveRule).name,
    },
  );
  const isForming = nodeOf(moment, node).service.value === 'forming';
  const why = isForming ? 'form-failed' : 'arbitration-lost';
  stopAll(moment, partOf(moment, node), why, [since]);
}

/** The wait is over: the node that holds the reservation has the quorum. */
export function endArbitration(moment: Moment, node: string): void {
  const self = nodeOf(moment, node);
  if (isTooLate(moment, node)) return refuse(moment, node, 'too-late', []);
  const members = partOf(moment, node);
  const disk = quorumDiskOf(moment.plan);
  const verdict = judge(takeRule, { moment, node });
  if (!verdict.holds) {
    const because = causes([self.agreement.since, ...verdict.finding.since]);
    stopAll(moment, members, 'quorum-lost', because);
    return;
  }
  const kind = self.agreement.value === 'defending' ? 'quorum-defended' : 'quorum-taken';
  const values = { node, disk, tookMs: moment.at - self.agreementSince };
  const because = causes([self.agreement.since, ...verdict.because]);
  const since = moment.occur(kind, node, values, { because, rule: takeRule.name });
  settle(moment, node, members, since);
  holdDisk(moment, node, since);
}
