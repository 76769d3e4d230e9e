import type { Periodic } from '../kernel/instant.ts';
import { START } from '../kernel/fact.ts';
import { RANK, firstTickFrom, lastTickBefore } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { causes, every, is } from '../kernel/rule.ts';
import { cableId } from '../scenario/plan.ts';
import type { Ear } from '../scenario/plan.ts';
import type { Listening } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';

/** Whether a node listens: its cluster service runs and counts the other as a member. */
function listens(moment: Moment, { node, peer }: Ear): boolean {
  const self = must(moment.world.nodes, node);
  return self.service.value === 'running' && must(self.peers, peer).value === 'up';
}

function listeningOf(moment: Moment, { node, sender }: Ear): Listening {
  return must(must(moment.world.nodes, node).listening, sender);
}

/** The heartbeats that an ear is to hear, first to last. */
function heartbeatsFor(moment: Moment, { peer, sender }: Ear): Periodic {
  const base = must(must(moment.world.nodes, peer).heartbeatBases, sender);
  return { base, period: moment.parameters.heartbeatPeriod };
}

/** Whether heartbeats arrive: the peer's service sends and everything between is whole. */
function arrives({ world }: Moment, { peer, sender, receiver, network }: Ear): Finding {
  return every([
    is(must(world.nodes, peer).service, 'running'),
    is(must(world.cables, sender), 'connected'),
    is(must(world.cables, receiver), 'connected'),
    is(must(world.networks, network), 'up'),
  ]);
}

/**
 * When the last heartbeat arrived if they stop arriving now. An action at the instant of a heartbeat
 * prevents it; whatever is decided later in that instant does not.
 */
function lastArrival(moment: Moment, ear: Ear): number {
  const process = heartbeatsFor(moment, ear);
  const delay = moment.parameters.nodeMessageDelay;
  const senderStopped = must(moment.world.nodes, ear.peer).service.value === 'stopped';
  const sentBefore = moment.rank > RANK.action ? moment.at + 1 : moment.at;
  return lastTickBefore(process, senderStopped ? sentBefore : sentBefore - delay) + delay;
}

/** Looks again at what nodes hear after something that may have changed it. */
export function listenAgain(moment: Moment): void {
  for (const ear of moment.plan.ears) {
    if (!listens(moment, ear)) continue;
    const listening = listeningOf(moment, ear);
    const finding = arrives(moment, ear);
    const { sender } = ear;
    if (finding.holds && !listening.flowing.value) {
      const sent = firstTickFrom(heartbeatsFor(moment, ear), moment.at);
      moment.later(sent + moment.parameters.nodeMessageDelay, 'heartbeat-arrives', sender);
    } else if (!finding.holds && listening.flowing.value) {
      listening.flowing = { value: false, since: finding.since[0] ?? START };
      listening.lastHeard = lastArrival(moment, ear);
      moment.later(
        listening.lastHeard + moment.parameters.heartbeatPeriod,
        'listening-times-out',
        sender,
      );
    } else if (!finding.holds) {
      moment.cancel('heartbeat-arrives', sender);
    }
  }
}

/** Starts to hear a node that has just joined, as if its heartbeats had always come. */
export function startListening(moment: Moment, node: string, peer: string, since: number): void {
  for (const network of moment.plan.internalNetworks) {
    must(moment.world.nodes, node).listening[cableId(peer, network)] = {
      flowing: { value: true, since },
      lastHeard: moment.at,
      level: { value: 'heard', since },
    };
  }
}

/** Forgets what was heard from a node that is no longer counted as a member. */
export function stopListening(moment: Moment, peer: string): void {
  for (const network of moment.plan.internalNetworks) {
    moment.cancel('listening-times-out', cableId(peer, network));
    moment.cancel('heartbeat-arrives', cableId(peer, network));
  }
}

/** The ear that listens to a sending interface; undefined when nobody does any more. */
function earFor(moment: Moment, sender: string): Ear | undefined {
  return moment.plan.ears.find((ear) => ear.sender === sender && listens(moment, ear));
}

/**
 * A heartbeat arrives again after some were missing. Where contact was not yet lost, it is as if
 * nothing had happened; where the sender has counted the listener out meanwhile, it will notice.
 */
export function hearAgain(moment: Moment, sender: string): void {
  const ear = earFor(moment, sender);
  if (!ear) return;
  const listening = listeningOf(moment, ear);
  const finding = arrives(moment, ear);
  if (!finding.holds) return;
  moment.cancel('listening-times-out', sender);
  const wasLost = listening.level.value === 'lost' || listening.level.value === 'silent';
  const since = wasLost
    ? moment.occur(
        'contact-restored',
        sender,
        { by: ear.node, node: ear.peer, network: ear.network },
        { because: causes([...finding.since, listening.level.since]), rule: 'hear-again' },
      )
    : must(must(moment.world.nodes, ear.node).peers, ear.peer).since;
  listening.flowing = { value: true, since };
  listening.level = { value: 'heard', since };
  if (must(must(moment.world.nodes, ear.peer).peers, ear.node).value === 'down')
    moment.later(moment.at, 'node-decides', ear.node);
}

/** Counts the heartbeats that are missing; each number that means something is an occurrence. */
export function missHeartbeats(moment: Moment, sender: string): void {
  const ear = earFor(moment, sender);
  if (!ear) return;
  const { heartbeatPeriod, missedHeartbeatsUntilContactLost, missedHeartbeatsUntilNodeDown } =
    moment.parameters;
  const listening = listeningOf(moment, ear);
  const missed = Math.floor((moment.at - listening.lastHeard) / heartbeatPeriod);
  const values = { by: ear.node, node: ear.peer, network: ear.network };
  const self = must(moment.world.nodes, ear.node);
  const because = causes([
    listening.flowing.since,
    listening.level.since,
    self.service.since,
    must(self.peers, ear.peer).since,
  ]);
  const nextAt = (count: number): void =>
    moment.later(listening.lastHeard + count * heartbeatPeriod, 'listening-times-out', sender);
  if (missed < Math.min(missedHeartbeatsUntilContactLost, missedHeartbeatsUntilNodeDown)) {
    const since = moment.occur('heartbeat-missed', sender, values, {
      because,
      rule: 'miss-a-heartbeat',
    });
    listening.level = { value: 'missed', since };
    nextAt(Math.min(missedHeartbeatsUntilContactLost, missedHeartbeatsUntilNodeDown));
  } else if (missed < missedHeartbeatsUntilNodeDown) {
    const silentMs = moment.at - listening.lastHeard;
    const since = moment.occur(
      'contact-lost',
      sender,
      { ...values, missed, silentMs },
      { because, rule: 'lose-contact' },
    );
    listening.level = { value: 'lost', since };
    nextAt(missedHeartbeatsUntilNodeDown);
  } else {
    listening.level = { value: 'silent', since: listening.level.since };
    moment.later(moment.at, 'node-decides', ear.node);
  }
}
