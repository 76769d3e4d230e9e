import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Condition, Rule } from '../kernel/rule.ts';
import { causes, every, found, is, judge, NO } from '../kernel/rule.ts';
import { canReach } from '../hardware/reach.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment } from '../world/moment.ts';
import { earsFor, isSilent, listeningOf } from './ears.ts';
import { periodFor, stopListening, thresholdFor } from './heartbeats.ts';
import { active, nodeOf } from './members.ts';
import { beginRegroup } from './regroup.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
  readonly peer: string;
}

const observing: Condition<Subject> = {
  name: 'the observer acts',
  test: ({ moment, node }) => active(moment, node),
};

const member: Condition<Subject> = {
  name: 'it is a member',
  test: ({ moment, node, peer }) => is(must(nodeOf(moment, node).peers, peer), 'up'),
};

/**
 * A node is declared down when it has been silent for six heartbeats on every network that the
 * cluster may use between nodes (KB 892422); silence on one of two networks decides nothing.
 */
const declareDownRule: Rule<Subject> = {
  name: 'declare-node-down',
  conditions: [
    observing,
    member,
    {
      name: 'it is silent everywhere',
      test: ({ moment, node, peer }) =>
        every(
          earsFor(moment, node, peer).map((ear) => is(listeningOf(moment, ear).level, 'silent')),
        ),
    },
  ],
};

/**
 * A node that hears from another which has counted it out takes part in the regroup that goes on
 * there: arbitration is not called off when heartbeats return, and only one of them will win it.
 */
const heedExclusionRule: Rule<Subject> = {
  name: 'heed-exclusion',
  conditions: [
    observing,
    member,
    {
      name: 'it is counted out',
      test: ({ moment, node, peer }) => is(must(nodeOf(moment, peer).peers, node), 'down'),
    },
    {
      name: 'it hears from the other',
      test: ({ moment, node, peer }) => {
        const { plan, world } = moment;
        const heard = earsFor(moment, node, peer)
          .filter(({ network }) => canReach(plan, world, peer, node, network).holds)
          .map((ear) => listeningOf(moment, ear))
          .find(({ flowing }) => flowing.value);
        return heard ? found(true, heard.level.since) : NO;
      },
    },
  ],
};

/** Somebody was declared down while who is left was being settled: that must be settled again. */
const settleAgainRule: Rule<Subject> = {
  name: 'regroup',
  conditions: [
    observing,
    {
      name: 'it is settled',
      test: ({ moment, node }) => is(nodeOf(moment, node).agreement, 'settled'),
    },
    {
      name: 'it is declared down',
      test: ({ moment, node, peer }) => is(must(nodeOf(moment, node).peers, peer), 'down'),
    },
  ],
};

/** A node looks at what it has not heard, declares others down, and regroups. */
export function decideMembership(moment: Moment, node: string): void {
  const { peers } = nodeOf(moment, node);
  for (const { peer, ears } of must(moment.plan.pairsOf, node)) {
    if (must(peers, peer).value === 'down') continue;
    // Most of whom it looks at it hears: then the rule need not be asked.
    const verdict = isSilent(moment, ears) && judge(declareDownRule, { moment, node, peer });
    if (verdict && verdict.holds) declareDown(moment, node, peer, verdict.because);
    else heedExclusion(moment, node, peer);
  }
  for (const peer of nodeOf(moment, node).missing) {
    const verdict = judge(settleAgainRule, { moment, node, peer });
    if (verdict.holds) beginRegroup(moment, node, reasonOf(settleAgainRule, verdict));
  }
}

function declareDown(
  moment: Moment,
  node: string,
  peer: string,
  because: readonly OccurrenceId[],
): void {
  const self = nodeOf(moment, node);
  const ears = earsFor(moment, node, peer);
  const heard = ears.map((one) => listeningOf(moment, one).lastHeard);
  const [ear] = ears;
  if (!ear) return;
  const threshold = thresholdFor(moment, ear);
  const silentMs = moment.at - Math.max(...heard);
  const values = { by: node, node: peer, missed: threshold.value, silentMs };
  const why = causes([...because, threshold.since, periodFor(moment, ear).since]);
  const reason = { because: why, rule: declareDownRule.name };
  const since = moment.occur('node-declared-down', peer, values, reason);
  countOut(moment, node, peer, since);
  // Whoever waits for a leader that is gone must begin again; others go on with what they are at.
  const isFree = self.agreement.value === 'settled' || self.leader === peer;
  if (isFree) beginRegroup(moment, node, { because: [since], rule: 'regroup' });
}

function heedExclusion(moment: Moment, node: string, peer: string): void {
  const self = nodeOf(moment, node);
  // Whoever waits for somebody else waits on; a leader that has gone on without this one leads it no more.
  if (self.agreement.value !== 'settled' && self.leader !== peer) return;
  if (must(nodeOf(moment, peer).peers, node).value === 'up') return;
  const verdict = judge(heedExclusionRule, { moment, node, peer });
  if (!verdict.holds) return;
  const since = beginRegroup(moment, node, reasonOf(heedExclusionRule, verdict), peer);
  countOut(moment, node, peer, since);
}

/** Until a regroup has agreed on it, this is what only one node knows. */
function countOut(moment: Moment, node: string, peer: string, since: OccurrenceId): void {
  const self = nodeOf(moment, node);
  self.peers[peer] = { value: 'down', since };
  self.missing = [...self.missing, peer];
  stopListening(moment, node, peer);
}
