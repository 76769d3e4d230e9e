import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { every, is, judge } from '../kernel/rule.ts';
import { cableId } from '../scenario/plan.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment, Reason } from '../world/moment.ts';
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
const declareDownRule: Rule<Pair> = {
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

/**
 * A node that hears from another which has counted it out takes part in the regroup that goes on
 * there: arbitration is not called off when heartbeats return, and only one of them will win it.
 */
const heedExclusionRule: Rule<Pair> = {
  name: 'heed-exclusion',
  conditions: [
    ...declareDownRule.conditions.slice(0, 2),
    {
      name: 'the other has counted it out',
      test: ({ moment, node, peer }) =>
        is(must(must(moment.world.nodes, peer).peers, node), 'down'),
    },
    {
      name: 'it hears from the other',
      test: ({ moment, node, peer }) => {
        const heard = moment.plan.internalNetworks
          .map((network) => must(must(moment.world.nodes, node).listening, cableId(peer, network)))
          .find(({ flowing }) => flowing.value);
        return { holds: heard !== undefined, value: null, since: heard ? [heard.level.since] : [] };
      },
    },
  ],
};

/** A node looks at what it has not heard, declares others down, and regroups. */
export function decideMembership(moment: Moment, node: string): void {
  const self = must(moment.world.nodes, node);
  for (const peer of Object.keys(self.peers)) {
    const verdict = judge(declareDownRule, { moment, node, peer });
    if (!verdict.holds) {
      heedExclusion(moment, node, peer);
      continue;
    }
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
    if (self.agreement.value === 'settled')
      beginRegroup(moment, node, { because: [since], rule: 'regroup' });
  }
}

function heedExclusion(moment: Moment, node: string, peer: string): void {
  const self = must(moment.world.nodes, node);
  const verdict = judge(heedExclusionRule, { moment, node, peer });
  if (!verdict.holds || self.agreement.value !== 'settled') return;
  const since = beginRegroup(moment, node, reasonOf(heedExclusionRule, verdict));
  self.peers[peer] = { value: 'down', since };
  stopListening(moment, peer);
}

function beginRegroup(moment: Moment, node: string, reason: Reason): OccurrenceId {
  const since = moment.occur('regroup-started', node, { node }, reason);
  const self = must(moment.world.nodes, node);
  self.agreement = { value: 'regrouping', since };
  self.agreementSince = moment.at;
  moment.later(moment.at + moment.parameters.regroupDuration, 'regroup-ends', node);
  return since;
}

/** The survivors know who they are; now the quorum disk must agree. */
export function endRegroup(moment: Moment, node: string): void {
  const self = must(moment.world.nodes, node);
  const tookMs = moment.at - self.agreementSince;
  const because = [self.agreement.since];
  const since = moment.occur('regroup-ended', node, { node, tookMs }, { because, rule: 'regroup' });
  beginArbitration(moment, node, [since]);
}
