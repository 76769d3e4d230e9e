import type { OccurrenceId } from '../kernel/fact.ts';
import { firstTickFrom } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import type { Condition, Finding, Rule } from '../kernel/rule.ts';
import { anyOf, both, causes, every, everyOf, is, judge, not, YES } from '../kernel/rule.ts';
import { canTalk, reachesDisk } from '../hardware/reach.ts';
import { cableId } from '../scenario/parts.ts';
import { quorumDiskOf, quorumOf } from '../scenario/plan.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment } from '../world/moment.ts';
import { JOIN_ENDS, SERVICE_START_DUE } from '../world/task.ts';
import { assessEverywhere } from './interfaces.ts';
import { beginArbitration } from './arbitration.ts';
import { startListening } from './heartbeats.ts';
import { active, acts, believedWith, isActingIn, nodeOf, othersOf, untilThen } from './members.ts';
import { takeGroups } from './settle.ts';
import { stopService } from './stop.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

/** Asks something of all others: the first of which it holds, else all that is missing. */
function ofOthers(moment: Moment, node: string, ask: typeof answers): Finding {
  return anyOf(othersOf(moment, node), (peer) => ask(moment, node, peer));
}

/** Whether a running member answers on a network. */
function answers(moment: Moment, node: string, peer: string): Finding {
  return both(active(moment, peer), reaches(moment, node, peer));
}

/**
 * Whether a running member would let the node in, and the networks it would talk to all members on. One
 * that runs by force on Windows Server 2003 lets nobody in (KB 258078).
 */
function letsIn(moment: Moment, node: string, peer: string): Finding {
  const { agreement, peers, leaving, formation, forced } = nodeOf(moment, peer);
  const there = answers(moment, node, peer);
  if (!there.holds) return there;
  if (forced && moment.plan.scenario.profile === 'windows-server-2003')
    return { ...there, holds: false };
  return every([
    there,
    is(agreement, 'settled'),
    is(must(peers, node), 'down'),
    is(leaving, 'no'),
    everyOf(moment.plan.nodes, (member) =>
      isActingIn(moment, member, formation) ? reaches(moment, node, member) : YES,
    ),
  ]);
}

export function reaches({ plan, world }: Moment, node: string, peer: string): Finding {
  return canTalk(plan, world, node, peer);
}

const ready: Condition<Subject> = {
  name: 'only its system runs',
  test: ({ moment, node }: Subject) =>
    every([
      is(must(moment.world.systems, node), 'up'),
      is(nodeOf(moment, node).service, 'stopped'),
      is(nodeOf(moment, node).startsItself, true),
    ]),
};

/** A node that finds a running member joins it. */
const joinRule: Rule<Subject> = {
  name: 'join-cluster',
  conditions: [
    ready,
    { name: 'a member answers', test: ({ moment, node }) => ofOthers(moment, node, letsIn) },
  ],
};

const nobodyAnswers: Condition<Subject> = {
  name: 'no member answers',
  test: ({ moment, node }) => {
    const finding = ofOthers(moment, node, answers);
    return not(finding);
  },
};

/** A node that finds nobody forms the cluster if it can get the quorum disk. */
const formWithDiskRule: Rule<Subject> = {
  name: 'form-cluster',
  conditions: [
    ready,
    {
      name: 'it reaches the disk',
      test: ({ moment, node }) =>
        reachesDisk(moment.plan, moment.world, node, quorumDiskOf(moment.plan)),
    },
    {
      name: 'nobody owns the disk',
      test: ({ moment }) => is(must(moment.world.renewers, quorumDiskOf(moment.plan)), null),
    },
    nobodyAnswers,
  ],
};

/** With votes, it forms the cluster when enough nodes stand ready to. */
const formWithVotesRule: Rule<Subject> = {
  name: 'form-cluster',
  conditions: [
    ready,
    nobodyAnswers,
    {
      name: 'enough votes stand ready',
      test: ({ moment, node }) => moment.kit.mayForm(moment, node),
    },
  ],
};

function formRuleOf(moment: Moment): Rule<Subject> {
  return quorumOf(moment.plan).model === 'disk' ? formWithDiskRule : formWithVotesRule;
}

/** Plans the attempts of stopped services that are going to lead somewhere; others are not shown. */
export function startAgain(moment: Moment): void {
  let isRunning: boolean | undefined;
  for (const node of moment.plan.nodes) {
    const { service, startsItself, restartBase } = nodeOf(moment, node);
    if (service.value !== 'stopped' || !startsItself.value) continue;
    isRunning ??= moment.plan.nodes.some((one) => acts(moment, one));
    if (canStart(moment, node, isRunning)) planStart(moment, node, restartBase);
    else moment.cancel(SERVICE_START_DUE, node);
  }
}

/** Whether an attempt would lead somewhere. Where nobody runs there is nobody to join, so that is not looked into. */
function canStart(moment: Moment, node: string, isRunning: boolean): boolean {
  const subject = { moment, node };
  return (isRunning && judge(joinRule, subject).holds) || judge(formRuleOf(moment), subject).holds;
}

function planStart(moment: Moment, node: string, restartBase: number): void {
  const attempts = { base: restartBase, period: moment.parameters.clusterServiceRestartDelay };
  const at = firstTickFrom(attempts, Math.max(moment.at, restartBase));
  moment.later(at, SERVICE_START_DUE, node);
}

/** The service starts: it joins a running member, else forms the cluster. */
export function startService(moment: Moment, node: string): void {
  const subject = { moment, node };
  const join = judge(joinRule, subject);
  const rule = join.holds ? joinRule : formRuleOf(moment);
  const verdict = join.holds ? join : judge(rule, subject);
  if (!verdict.holds) return;
  const to = join.holds ? 'join' : 'form';
  const since = moment.occur(
    'cluster-service-started',
    node,
    { node, to },
    reasonOf(rule, verdict),
  );
  begin(moment, node, join.holds ? 'joining' : 'forming', since);
  if (join.holds) untilThen(moment, node, JOIN_ENDS, moment.at + moment.parameters.joinDuration);
  else if (!moment.kit.form(moment, node, since)) beginArbitration(moment, node, [node], [since]);
}

/** A cluster service begins to run, alone as far as it knows. */
export function begin(
  moment: Moment,
  node: string,
  service: 'joining' | 'forming' | 'running',
  since: OccurrenceId,
): void {
  const self = nodeOf(moment, node);
  self.service = { value: service, since };
  self.formation = 0;
  for (const peer of othersOf(moment, node)) {
    self.peers[peer] = { value: 'down', since };
    // What its former life did not hear any more is forgotten.
    startListening(moment, node, peer, since);
  }
  self.missing = [];
  if (self.paused.value) self.paused = { value: false, since };
  for (const network of moment.plan.internalNetworks) {
    const cable = cableId(node, network);
    const base = moment.at + must(moment.plan.heartbeatOffsets, cable);
    self.heartbeatBases[cable] = base;
    self.acrossBases[cable] = base;
  }
}

/** The first of the members that still would lets the node in; there may be none left. */
export function endJoin(moment: Moment, node: string): void {
  const self = nodeOf(moment, node);
  const open = ofOthers(moment, node, letsIn);
  const host = othersOf(moment, node).find((peer) => letsIn(moment, node, peer).holds);
  if (host === undefined) {
    stopService(moment, node, 'join-failed', [self.service.since, ...open.since]);
    return;
  }
  const because = causes([self.service.since, ...open.since]);
  const since = moment.occur('node-joined', node, { node }, { because, rule: joinRule.name });
  self.service = { value: 'running', since };
  self.formation = nodeOf(moment, host).formation;
  // The member that lets it in tells it who else is one, also where somebody hangs.
  for (const peer of believedWith(moment, host)) {
    const other = nodeOf(moment, peer);
    self.peers[peer] = { value: 'up', since };
    other.peers[node] = { value: 'up', since };
    other.missing = other.missing.filter((one) => one !== node);
    startListening(moment, node, peer, since);
    startListening(moment, peer, node, since);
  }
  assessEverywhere(moment, node);
  takeGroups(moment, node);
}
