import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { every, is, judge } from '../kernel/rule.ts';
import { cableId } from '../scenario/plan.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment } from '../world/moment.ts';
import { beginArbitration } from './arbitration.ts';
import { stopListening } from './heartbeats.ts';

interface Pair {
  readonly moment: Moment;
  readonly node: string;
  readonly peer: string;
}

/**
 * A node is declared down when it has been silent for six heartbeats on every network that the
 * cluster may use between nodes (KB 892422); silence on one of two networks decides nothing.
 */
export const declareDownRule: Rule<Pair> = {
  name: 'declare-node-down',
  conditions: [
    {
      name: 'the observer runs its cluster service',
      test: ({ moment, node }) => is(must(moment.world.nodes, node).service, 'running'),
    },
    {
      name: 'the other counts as a member',
      test: ({ moment, node, peer }) => is(must(must(moment.world.nodes, node).peers, peer), 'up'),
    },
    {
      name: 'it is silent on every network between them',
      test: ({ moment, node, peer }) =>
        every(
          moment.plan.internalNetworks.map((network) => {
            const { level } = must(
              must(moment.world.nodes, node).listening,
              cableId(peer, network),
            );
            return is(level, 'silent');
          }),
        ),
    },
  ],
};

/** A node looks at what it has not heard, declares others down, and regroups. */
export function decideMembership(moment: Moment, node: string): void {
  const self = must(moment.world.nodes, node);
  for (const peer of Object.keys(self.peers)) {
    const verdict = judge(declareDownRule, { moment, node, peer });
    if (!verdict.holds) continue;
    const heard = moment.plan.internalNetworks.map(
      (network) => must(self.listening, cableId(peer, network)).lastHeard,
    );
    const silentMs = moment.at - Math.max(...heard);
    const since = moment.occur(
      'node-declared-down',
      peer,
      { by: node, node: peer, missed: moment.parameters.missedHeartbeatsUntilNodeDown, silentMs },
      reasonOf(declareDownRule, verdict),
    );
    self.peers[peer] = { value: 'down', since };
    stopListening(moment, peer);
    if (self.agreement.value === 'settled') beginRegroup(moment, node, since);
  }
}

function beginRegroup(moment: Moment, node: string, declared: number): void {
  const since = moment.occur(
    'regroup-started',
    node,
    { node },
    { because: [declared], rule: 'regroup' },
  );
  const self = must(moment.world.nodes, node);
  self.agreement = { value: 'regrouping', since };
  self.agreementSince = moment.at;
  moment.later(moment.at + moment.parameters.regroupDuration, 'regroup-ends', node);
}

/** The survivors know who they are; now the quorum disk must agree. */
export function endRegroup(moment: Moment, node: string): void {
  const self = must(moment.world.nodes, node);
  const tookMs = moment.at - self.agreementSince;
  const because = [self.agreement.since];
  const since = moment.occur('regroup-ended', node, { node, tookMs }, { because, rule: 'regroup' });
  beginArbitration(moment, node, [since]);
}
