import { must } from '../kernel/lookup.ts';
import type { OccurrenceId } from '../kernel/fact.ts';
import type { Rule } from '../kernel/rule.ts';
import { causes, is, judge } from '../kernel/rule.ts';
import { canAccess, reachesArray } from '../hardware/reach.ts';
import { quorumOf } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { resetBus, takeReservation } from './reservations.ts';
import { holdQuorum } from './quorum.ts';
import { stopService } from './stop.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

const reaches = {
  name: 'the node reaches the quorum disk',
  test: ({ moment, node }: Subject) => canAccess(moment.world, node, quorumOf(moment.plan).disk),
};

/** Seven seconds after its reset a challenger reserves the disk, unless somebody holds it (KB 309186). */
const reserveRule: Rule<Subject> = {
  name: 'reserve-quorum',
  conditions: [
    reaches,
    {
      name: 'nobody renewed a reservation since the reset',
      test: ({ moment, node }) =>
        is(must(moment.world.reservations, quorumOf(moment.plan).disk), null, node),
    },
    {
      name: 'no other node is renewing one',
      test: ({ moment, node }) =>
        is(must(moment.world.renewers, quorumOf(moment.plan).disk), null, node),
    },
  ],
};

/** Ten seconds after the reset the winner has the quorum disk online (KB 309186). */
const takeRule: Rule<Subject> = {
  name: 'take-quorum',
  conditions: [
    reaches,
    {
      name: 'it holds the reservation, or is about to renew it after a reset',
      test: ({ moment, node }) =>
        is(must(moment.world.reservations, quorumOf(moment.plan).disk), node, null),
    },
    {
      name: 'it renews the reservation',
      test: ({ moment, node }) => is(must(moment.world.renewers, quorumOf(moment.plan).disk), node),
    },
  ],
};

/**
 * Puts the question who goes on to the quorum disk. A node that renews its reservation defends it,
 * any other challenges: it resets the bus at once, which clears every reservation.
 */
export function beginArbitration(
  moment: Moment,
  node: string,
  because: readonly OccurrenceId[],
): void {
  const disk = quorumOf(moment.plan).disk;
  const self = must(moment.world.nodes, node);
  const renewer = must(moment.world.renewers, disk);
  const owner = must(moment.world.groups, quorumOf(moment.plan).group.id).owner;
  const why = causes([...because, renewer.since, owner.since]);
  const { arbitrationReserveDelay, defenceMargin, heartbeatPeriod } = moment.parameters;
  self.agreementSince = moment.at;
  if (renewer.value === node) {
    const waitMs = arbitrationReserveDelay + Math.max(defenceMargin, heartbeatPeriod);
    const reason = { because: why, rule: 'defend-quorum' };
    const since = moment.occur('quorum-defence-started', node, { node, disk, waitMs }, reason);
    self.agreement = { value: 'defending', since };
    moment.later(moment.at + waitMs, 'arbitration-ends', node);
    return;
  }
  const reason = {
    because: causes([...why, ...reachesArray(moment.world, node).since]),
    rule: 'challenge-quorum',
  };
  const values = { node, disk, waitMs: arbitrationReserveDelay };
  const since = moment.occur('quorum-challenged', node, values, reason);
  self.agreement = { value: 'challenging', since };
  resetBus(moment, node, since);
  moment.later(moment.at + arbitrationReserveDelay, 'reserve-due', node);
}

/** The challenger tries to reserve the quorum disk; refused, it stops its cluster service. */
export function tryToReserve(moment: Moment, node: string): void {
  const disk = quorumOf(moment.plan).disk;
  const self = must(moment.world.nodes, node);
  const verdict = judge(reserveRule, { moment, node });
  if (!verdict.holds) {
    const reason = verdict.condition === reaches.name ? 'unreachable' : 'held';
    const holder = reason === 'held' ? must(moment.world.renewers, disk).value : null;
    const since = moment.occur(
      'quorum-reserve-refused',
      node,
      { node, disk, reason, holder },
      { because: causes([self.agreement.since, ...verdict.finding.since]), rule: reserveRule.name },
    );
    stopService(moment, node, 'arbitration-lost', [since]);
    return;
  }
  const reason = {
    because: causes([self.agreement.since, ...verdict.because]),
    rule: reserveRule.name,
  };
  const since = moment.occur('quorum-reserved', node, { node, disk }, reason);
  takeReservation(moment, node, disk, since);
  self.agreement = { value: 'reserved', since };
  const onlineAt = self.agreementSince + moment.parameters.arbitrationOnlineDelay;
  moment.later(Math.max(moment.at, onlineAt), 'arbitration-ends', node);
}

/** The wait is over: the node that holds the reservation has the quorum. */
export function endArbitration(moment: Moment, node: string): void {
  const disk = quorumOf(moment.plan).disk;
  const self = must(moment.world.nodes, node);
  const verdict = judge(takeRule, { moment, node });
  if (!verdict.holds) {
    const because = causes([self.agreement.since, ...verdict.finding.since]);
    stopService(moment, node, 'quorum-lost', because);
    return;
  }
  const kind = self.agreement.value === 'defending' ? 'quorum-defended' : 'quorum-taken';
  const values = { node, disk, tookMs: moment.at - self.agreementSince };
  const because = causes([self.agreement.since, ...verdict.because]);
  const since = moment.occur(kind, node, values, { because, rule: takeRule.name });
  self.agreement = { value: 'settled', since };
  if (self.service.value === 'forming') self.service = { value: 'running', since };
  holdQuorum(moment, node, since);
}
