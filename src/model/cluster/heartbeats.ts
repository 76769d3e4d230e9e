import type { Periodic } from '../kernel/instant.ts';
import { START } from '../kernel/fact.ts';
import type { Fact } from '../kernel/fact.ts';
import { RANK, firstTickFrom, lastTickBefore } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { both, causes, is } from '../kernel/rule.ts';
import { canReach } from '../hardware/reach.ts';
import { numberOf } from '../properties/index.ts';
import type { Ear, Pair } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { HEARTBEAT_ARRIVES, LISTENING_TIMES_OUT, NODE_DECIDES } from '../world/task.ts';
import { assessLater } from './interfaces.ts';
import { changing, earsFor, listeningOf, listens } from './ears.ts';
import { nodeOf, othersOf } from './members.ts';

/** Time between two heartbeats that an ear is to hear. */
export function periodFor(moment: Moment, { acrossSubnets }: Ear): Fact<number> {
  return numberOf(moment, null, acrossSubnets ? 'CrossSubnetDelay' : 'SameSubnetDelay');
}

/** How long those who may go on wait for others, who may have noticed up to one heartbeat later. */
export function marginOf(moment: Moment): number {
  const periods = moment.plan.ears.map((ear) => periodFor(moment, ear).value);
  return Math.max(moment.parameters.defenceMargin, ...periods);
}

/** How many may be missing until a node is silent. */
export function thresholdFor(moment: Moment, { acrossSubnets }: Ear): Fact<number> {
  return numberOf(moment, null, acrossSubnets ? 'CrossSubnetThreshold' : 'SameSubnetThreshold');
}

/** The heartbeats that an ear is to hear, first to last. */
function heartbeatsFor(moment: Moment, ear: Ear): Periodic {
  const { heartbeatBases, acrossBases } = nodeOf(moment, ear.peer);
  const base = must(ear.acrossSubnets ? acrossBases : heartbeatBases, ear.sender);
  return { base, period: periodFor(moment, ear).value };
}

/** Whether a node's network driver sends heartbeats: a cluster service that hangs does not stop it. */
function sends({ world }: Moment, peer: string): Finding {
  const service = is(must(world.nodes, peer).service, 'running', 'hung');
  return service.holds
    ? both(service, is(must(world.systems, peer), 'up', 'shutting-down'))
    : service;
}

/** Whether everything between the two is whole. */
function isWhole({ plan, world }: Moment, { node, peer, network }: Ear): Finding {
  return canReach(plan, world, peer, node, network);
}

/** Whether heartbeats arrive: the peer sends and everything between is whole. */
export function arrives(moment: Moment, ear: Ear): Finding {
  const sent = sends(moment, ear.peer);
  if (!sent.holds) return sent;
  return both(sent, isWhole(moment, ear));
}

/**
 * When the last heartbeat arrived if they stop arriving now. An action at the instant of a heartbeat
 * prevents it; whatever is decided later in that instant does not. Where only the sender is gone, one
 * that is on its way still arrives; a listener that has just joined waits for nothing of a sender that
 * was silent before.
 */
function lastArrival(moment: Moment, ear: Ear): number {
  const process = heartbeatsFor(moment, ear);
  const delay = moment.parameters.nodeMessageDelay;
  const sentBefore = moment.rank > RANK.action ? moment.at + 1 : moment.at;
  const hasJustJoined = listeningOf(moment, ear).lastHeard === moment.at;
  const isOnItsWay = isWhole(moment, ear).holds && !hasJustJoined;
  return lastTickBefore(process, isOnItsWay ? sentBefore : sentBefore - delay) + delay;
}

/** Looks again at what some nodes hear of others after something that may have changed it. */
export function listenAgain(moment: Moment, pairs: readonly Pair[]): void {
  for (const pair of pairs) {
    if (!listens(moment, pair)) continue;
    const sent = sends(moment, pair.peer);
    const isExcluded = sent.holds && excludes(moment, pair);
    for (const ear of pair.ears) {
      const arriving = sent.holds ? both(sent, isWhole(moment, ear)) : sent;
      if (!arriving.holds) missFromNow(moment, ear, arriving);
      else if (isExcluded || !listeningOf(moment, ear).flowing.value) expectHeartbeat(moment, ear);
    }
  }
}

/** No heartbeats arrive: from now on those that are missing are counted. */
function missFromNow(moment: Moment, ear: Ear, arriving: Finding): void {
  expectNoHeartbeat(moment, ear);
  if (!listeningOf(moment, ear).flowing.value) return;
  const listening = changing(moment, ear);
  listening.flowing = { value: false, since: arriving.since[0] ?? START };
  listening.brokenBy = arriving.since;
  listening.lastHeard = lastArrival(moment, ear);
  countMisses(moment, ear, 1);
}

/** Whether a sender has counted its listener out, which notices when it hears the next heartbeat. */
function excludes(moment: Moment, { node, peer }: Pick<Pair, 'node' | 'peer'>): boolean {
  return must(nodeOf(moment, peer).peers, node).value === 'down';
}

export function expectHeartbeat(moment: Moment, ear: Ear): void {
  // One that is on its way arrives, whatever happens meanwhile.
  if (listeningOf(moment, ear).expectedAt >= moment.at) return;
  const sent = firstTickFrom(heartbeatsFor(moment, ear), moment.at);
  const at = sent + moment.parameters.nodeMessageDelay;
  changing(moment, ear).expectedAt = at;
  moment.later(at, HEARTBEAT_ARRIVES, ear.sender, ear.number);
}

function expectNoHeartbeat(moment: Moment, ear: Ear): void {
  const { expectedAt } = listeningOf(moment, ear);
  if (expectedAt >= moment.at) moment.cancel(HEARTBEAT_ARRIVES, ear.sender, ear.number);
  if (expectedAt >= 0) changing(moment, ear).expectedAt = -1;
}

/** Plans the instant at which so many heartbeats are missing; at once if they are already. */
export function countMisses(moment: Moment, ear: Ear, count: number): void {
  const at = listeningOf(moment, ear).lastHeard + count * periodFor(moment, ear).value;
  moment.later(Math.max(at, moment.at), LISTENING_TIMES_OUT, ear.sender, ear.number);
}

/** Starts to hear a node that has just joined, as if its heartbeats had always come. */
export function startListening(moment: Moment, node: string, peer: string, since: number): void {
  for (const { number } of earsFor(moment, node, peer)) {
    moment.world.hearing[number] = {
      flowing: { value: true, since },
      brokenBy: [],
      lastHeard: moment.at,
      level: { value: 'heard', since },
      expectedAt: -1,
    };
  }
}

/** A node stops listening to another that it no longer counts as a member. */
export function stopListening(moment: Moment, node: string, peer: string): void {
  for (const ear of earsFor(moment, node, peer)) {
    const listening = listeningOf(moment, ear);
    if (!listening.flowing.value && listening.level.value !== 'silent')
      moment.cancel(LISTENING_TIMES_OUT, ear.sender, ear.number);
    expectNoHeartbeat(moment, ear);
  }
}

/** A node stops listening altogether. */
export function stopHearing(moment: Moment, node: string): void {
  for (const peer of othersOf(moment, node)) stopListening(moment, node, peer);
}

/** The ear of a task; undefined when its node does not listen any more. */
function earFor(moment: Moment, number: number): Ear | undefined {
  const ear = moment.plan.ears[number];
  return ear && listens(moment, ear) ? ear : undefined;
}

/**
 * A heartbeat arrives again after some were missing. Where contact was not yet lost, it is as if
 * nothing had happened; where the sender has counted the listener out meanwhile, it will notice.
 */
export function hearAgain(moment: Moment, sender: string, number: number): void {
  const ear = earFor(moment, number);
  if (!ear) return;
  const listening = changing(moment, ear);
  const finding = arrives(moment, ear);
  if (!finding.holds) return;
  moment.cancel(LISTENING_TIMES_OUT, sender, number);
  const wasLost = listening.level.value === 'lost' || listening.level.value === 'silent';
  const since = wasLost
    ? moment.occur(
        'contact-restored',
        sender,
        { by: ear.node, node: ear.peer, network: ear.network },
        { because: causes([...finding.since, listening.level.since]), rule: 'hear-again' },
      )
    : must(nodeOf(moment, ear.node).peers, ear.peer).since;
  // What was not said of the other networks while nothing was heard at all is said now.
  if (wasLost) for (const one of earsFor(moment, ear.node, ear.peer)) assessLater(moment, one);
  listening.flowing = { value: true, since };
  listening.level = { value: 'heard', since };
  if (excludes(moment, ear)) moment.later(moment.at, NODE_DECIDES, ear.node);
}

/** Counts the heartbeats that are missing; each number that means something is an occurrence. */
export function missHeartbeats(moment: Moment, sender: string, number: number): void {
  const ear = earFor(moment, number);
  if (!ear) return;
  const threshold = thresholdFor(moment, ear).value;
  const untilLost = Math.min(moment.parameters.missedHeartbeatsUntilContactLost, threshold);
  const listening = changing(moment, ear);
  const period = periodFor(moment, ear);
  const missed = Math.floor((moment.at - listening.lastHeard) / period.value);
  if (missed >= threshold) {
    listening.level = { value: 'silent', since: listening.level.since };
    moment.later(moment.at, NODE_DECIDES, ear.node);
    return;
  }
  if (listening.level.value === 'lost') {
    // More may be missing than when this was planned.
    countMisses(moment, ear, threshold);
    return;
  }
  const values = { by: ear.node, node: ear.peer, network: ear.network };
  const self = nodeOf(moment, ear.node);
  const because = causes([
    ...listening.brokenBy,
    listening.level.since,
    self.service.since,
    must(self.peers, ear.peer).since,
    period.since,
  ]);
  if (missed < untilLost) {
    const reason = { because, rule: 'miss-a-heartbeat' };
    const since = moment.occur('heartbeat-missed', sender, values, reason);
    listening.level = { value: 'missed', since };
    countMisses(moment, ear, untilLost);
  } else {
    const silentMs = moment.at - listening.lastHeard;
    const reason = { because, rule: 'lose-contact' };
    const since = moment.occur('contact-lost', sender, { ...values, missed, silentMs }, reason);
    listening.level = { value: 'lost', since };
    countMisses(moment, ear, threshold);
    assessLater(moment, ear);
  }
}
