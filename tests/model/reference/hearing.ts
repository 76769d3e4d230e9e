import { acts, get, tell } from './machine.ts';
import type { Ear, Machine, Node } from './machine.ts';
import { canReachOn } from './reach.ts';
import { heartbeatPeriod, silenceThreshold } from './settings.ts';

/** Heartbeats come from the network driver, also where the cluster service hangs. */
const sends = ({ service, system }: Node): boolean =>
  (service === 'running' || service === 'hung') && system !== 'hung';

/** The first heartbeat that a listener is sent. */
function baseOf(machine: Machine, { peer, network, acrossSubnets }: Ear): number {
  const { same, across } = get(get(machine.nodes, peer).heartbeatBases, network);
  return acrossSubnets ? across : same;
}

/** Whether a node listens to a peer: it acts and counts it in. */
function listens(machine: Machine, { node, peer }: Ear): boolean {
  const listener = get(machine.nodes, node);
  return acts(listener) && listener.peers[peer] === true;
}

/** The first tick of a sender for a listener from an instant on. */
export function armSender(machine: Machine, ear: Ear, from: number): void {
  const base = baseOf(machine, ear);
  const period = heartbeatPeriod(machine, ear);
  ear.sendsAt = base + Math.max(0, Math.ceil((from - base) / period)) * period;
}

/** Every interface of a running node sends to every peer at each of its ticks. */
export function sendHeartbeats(machine: Machine): void {
  const { nodeMessageDelay } = machine.plan.scenario.parameters;
  for (const ear of machine.ears) {
    if (ear.sendsAt !== machine.now) continue;
    ear.sendsAt += heartbeatPeriod(machine, ear);
    if (!sends(get(machine.nodes, ear.peer))) continue;
    if (!canReachOn(machine, ear.peer, ear.node, ear.network)) continue;
    machine.inFlight.push({ arrivesAt: machine.now + nodeMessageDelay, ear });
  }
}

/** What is on its way does not arrive over something that has just been cut. */
export function loseHeartbeats(machine: Machine): void {
  machine.inFlight = machine.inFlight.filter(({ ear }) =>
    canReachOn(machine, ear.peer, ear.node, ear.network),
  );
}

/** The listener has heard something and waits for the next, which may be the first of another rhythm. */
function heard(machine: Machine, ear: Ear, at: number): void {
  const { nodeMessageDelay } = machine.plan.scenario.parameters;
  const period = heartbeatPeriod(machine, ear);
  const first = baseOf(machine, ear) + nodeMessageDelay;
  ear.timesOutAt = first > machine.now ? first : at + period;
  ear.lastHeard = ear.timesOutAt - period;
}

/** Heartbeats that are due arrive. */
export function receiveHeartbeats(machine: Machine): void {
  const arriving = machine.inFlight.filter(({ arrivesAt }) => arrivesAt === machine.now);
  if (arriving.length === 0) return;
  machine.inFlight = machine.inFlight.filter(({ arrivesAt }) => arrivesAt !== machine.now);
  for (const { ear } of arriving) {
    if (!listens(machine, ear)) continue;
    const wasLost = ear.level === 'lost' || ear.level === 'silent';
    ear.level = 'heard';
    heard(machine, ear, machine.now);
    if (wasLost) {
      tell(machine, 'contact-restored', ear.sender, ear.node);
      for (const one of machine.ears)
        if (one.node === ear.node && one.peer === ear.peer) assessLater(machine, one);
    }
    const sender = get(machine.nodes, ear.peer);
    if (sender.peers[ear.node] === false) hearFromExcluder(machine, ear);
  }
}

/** A node that counts the listener out was heard. */
function hearFromExcluder(machine: Machine, { node, peer }: Ear): void {
  get(machine.nodes, node).excluders.add(peer);
  machine.isStirred = true;
}

/** What a node makes of a silence, or of its end, it says once members have had time to agree. */
export function assessLater(machine: Machine, ear: Ear): void {
  ear.assessedAt = machine.now + machine.plan.scenario.parameters.regroupDuration;
}

/** Each node counts what it has not heard, when the next heartbeat should have come. */
export function countMisses(machine: Machine): void {
  for (const ear of machine.ears) {
    if (ear.timesOutAt === machine.now && listens(machine, ear)) miss(machine, ear);
  }
}

function miss(machine: Machine, ear: Ear): void {
  const { missedHeartbeatsUntilContactLost } = machine.plan.scenario.parameters;
  const period = heartbeatPeriod(machine, ear);
  const threshold = silenceThreshold(machine, ear);
  const missed = Math.floor((machine.now - ear.lastHeard) / period);
  const untilLost = Math.min(missedHeartbeatsUntilContactLost, threshold);
  ear.timesOutAt = ear.lastHeard + (missed + 1) * period;
  if (ear.level === 'silent') return;
  if (missed >= threshold) {
    ear.level = 'silent';
    machine.isStirred = true;
  } else if (ear.level !== 'lost' && missed >= untilLost) {
    ear.level = 'lost';
    tell(machine, 'contact-lost', ear.sender, ear.node);
    assessLater(machine, ear);
  } else if (ear.level === 'heard') {
    ear.level = 'missed';
    tell(machine, 'heartbeat-missed', ear.sender, ear.node);
  }
}

/** Two nodes begin to listen to each other, as if their heartbeats had always come. */
export function startHearing(machine: Machine, one: string, other: string): void {
  const { nodeMessageDelay } = machine.plan.scenario.parameters;
  for (const ear of machine.ears) {
    const isBetween =
      (ear.node === one && ear.peer === other) || (ear.node === other && ear.peer === one);
    if (!isBetween) continue;
    assessLater(machine, ear);
    const period = heartbeatPeriod(machine, ear);
    const base = baseOf(machine, ear);
    const arrivals = Math.floor((machine.now - base - nodeMessageDelay) / period);
    heard(machine, ear, base + nodeMessageDelay + arrivals * period);
    ear.level = 'heard';
    const sent = base + (arrivals + 1) * period;
    const isOnItsWay =
      sent <= machine.now &&
      sent + nodeMessageDelay > machine.now &&
      sends(get(machine.nodes, ear.peer));
    if (isOnItsWay && canReachOn(machine, ear.peer, ear.node, ear.network))
      machine.inFlight.push({ arrivesAt: sent + nodeMessageDelay, ear });
  }
}

/** A node that stood still counts silence afresh; what was on its way to it is gone. */
export function hearAfresh(machine: Machine, node: string): void {
  machine.inFlight = machine.inFlight.filter(({ ear }) => ear.node !== node);
  for (const ear of machine.ears) {
    if (ear.node !== node) continue;
    ear.lastHeard = machine.now;
    ear.timesOutAt = machine.now + heartbeatPeriod(machine, ear);
    if (ear.level === 'missed') ear.level = 'heard';
  }
}

/** Heartbeats come in another rhythm: each sender goes on from its next one, which its listeners expect. */
export function changeRhythm(machine: Machine, which: 'same' | 'across', before: number): void {
  for (const node of Object.values(machine.nodes)) {
    for (const bases of Object.values(node.heartbeatBases)) {
      const ticks = Math.floor((machine.now - bases[which]) / before) + 1;
      bases[which] += Math.max(0, ticks) * before;
    }
  }
  for (const ear of machine.ears) {
    const isMeant = ear.acrossSubnets === (which === 'across');
    if (isMeant) armSender(machine, ear, machine.now);
    const flows = sends(get(machine.nodes, ear.peer)) && ear.level === 'heard';
    if (isMeant && flows && canReachOn(machine, ear.peer, ear.node, ear.network))
      heard(machine, ear, ear.lastHeard);
  }
}

/** Whether a node has been silent for another on every network. */
export function isSilent(machine: Machine, node: string, peer: string): boolean {
  return machine.ears.every(
    (ear) => ear.node !== node || ear.peer !== peer || ear.level === 'silent',
  );
}
