import {
  canTalk,
  get,
  isDue,
  isWhole,
  offset,
  quorumOf,
  reachesArray,
  reachesDisk,
  tell,
} from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { drop, failResource, takeOver } from './groups.ts';

/** Every interface of a running node sends at each of its ticks. */
export function sendHeartbeats(machine: Machine): void {
  const { heartbeatPeriod, nodeMessageDelay } = machine.plan.scenario.parameters;
  for (const { id, service, heartbeatBases } of Object.values(machine.nodes)) {
    for (const network of machine.plan.internalNetworks) {
      if (service !== 'running' || !isWhole(machine, network)) continue;
      if (!isDue(machine, get(heartbeatBases, network), heartbeatPeriod)) continue;
      machine.inFlight.push({ arrivesAt: machine.now + nodeMessageDelay, from: id, network });
    }
  }
}

/** Heartbeats that are due arrive. */
export function receiveHeartbeats(machine: Machine): void {
  const arriving = machine.inFlight.filter(({ arrivesAt }) => arrivesAt === machine.now);
  machine.inFlight = machine.inFlight.filter(({ arrivesAt }) => arrivesAt !== machine.now);
  for (const { from, network } of arriving) {
    const sender = get(machine.nodes, from);
    const listener = get(machine.nodes, sender.other);
    if (listener.service !== 'running' || !listener.believesOtherUp) continue;
    const ear = get(listener.ears, network);
    if (ear.level === 'lost' || ear.level === 'silent') {
      tell(machine, 'contact-restored', `${from}.${network}`);
    }
    ear.level = 'heard';
    ear.lastHeard = machine.now;
    if (!sender.believesOtherUp && sender.service === 'running') listener.heardFromExcluder = true;
  }
}

/** Each node counts what it has not heard. */
export function countMisses(machine: Machine, node: Node): void {
  if (node.service !== 'running' || !node.believesOtherUp) return;
  const { heartbeatPeriod, missedHeartbeatsUntilContactLost, missedHeartbeatsUntilNodeDown } =
    machine.plan.scenario.parameters;
  for (const network of machine.plan.internalNetworks) {
    const ear = get(node.ears, network);
    const missed = (machine.now - ear.lastHeard) / heartbeatPeriod;
    const sender = `${node.other}.${network}`;
    if (missed === 1) {
      ear.level = 'missed';
      tell(machine, 'heartbeat-missed', sender);
    } else if (missed === missedHeartbeatsUntilContactLost) {
      ear.level = 'lost';
      tell(machine, 'contact-lost', sender);
    } else if (missed === missedHeartbeatsUntilNodeDown) {
      ear.level = 'silent';
    }
  }
}

/** A node declares the other down, or heeds that it was counted out itself; then it regroups. */
export function decideMembership(machine: Machine, node: Node): void {
  const heeds = node.heardFromExcluder;
  node.heardFromExcluder = false;
  if (node.service !== 'running' || !node.believesOtherUp) return;
  const silent = Object.values(node.ears).every(({ level }) => level === 'silent');
  if (!silent && !(heeds && node.stage === 'settled')) return;
  if (silent) tell(machine, 'node-declared-down', node.other);
  node.believesOtherUp = false;
  if (node.stage !== 'settled') return;
  tell(machine, 'regroup-started', node.id);
  node.stage = 'regrouping';
  node.stepEndsAt = machine.now + machine.plan.scenario.parameters.regroupDuration;
}

/** Every disk is renewed at every tick by the node that has it. */
export function renewReservations(machine: Machine): void {
  const { reservationRenewalPeriod, lostQuorumReservationStopsService } =
    machine.plan.scenario.parameters;
  for (const [id, disk] of Object.entries(machine.disks)) {
    const node = disk.renewedBy;
    if (node === null || !isDue(machine, disk.renewalBase, reservationRenewalPeriod)) continue;
    const reaches = reachesDisk(machine, node, id);
    if (reaches && disk.reservedBy === node) continue;
    if (reaches && disk.reservedBy === null) {
      disk.reservedBy = node;
      tell(machine, 'reservation-renewed', id);
      continue;
    }
    tell(machine, 'reservation-lost', id);
    if (id === quorumOf(machine).disk && lostQuorumReservationStopsService === 1) {
      stopService(machine, get(machine.nodes, node));
    } else {
      const resource = Object.values(machine.plan.resources).find((one) => one.disk === id);
      if (resource) failResource(machine, resource.id);
    }
  }
}

function stopService(machine: Machine, node: Node): void {
  tell(machine, 'cluster-service-stopped', node.id);
  node.restartBase = machine.now + machine.plan.scenario.parameters.clusterServiceRestartDelay;
  endService(machine, node);
}

/** A cluster service is gone, and what it hosted with it. */
export function endService(machine: Machine, node: Node): void {
  node.service = 'stopped';
  node.stage = 'settled';
  node.stepEndsAt = null;
  for (const group of Object.values(machine.groups)) {
    if (group.owner !== node.id) continue;
    group.movingTo = null;
    group.leftFailed = false;
    for (const { id } of get(machine.plan.onlineOrder as Record<string, never>, group.id) as {
      id: string;
    }[]) {
      drop(machine, id, 'offline');
      get(machine.resources, id).failures = [];
    }
  }
  for (const disk of Object.values(machine.disks)) {
    if (disk.renewedBy === node.id) disk.renewedBy = null;
  }
}

function arbitrate(machine: Machine, node: Node): void {
  const { arbitrationReserveDelay, defenceMargin, heartbeatPeriod } =
    machine.plan.scenario.parameters;
  node.challengedAt = machine.now;
  if (get(machine.disks, quorumOf(machine).disk).renewedBy === node.id) {
    tell(machine, 'quorum-defence-started', node.id);
    node.stage = 'defending';
    const margin = Math.max(defenceMargin, heartbeatPeriod);
    node.stepEndsAt = machine.now + arbitrationReserveDelay + margin;
    return;
  }
  tell(machine, 'quorum-challenged', node.id);
  node.stage = 'challenging';
  node.stepEndsAt = machine.now + arbitrationReserveDelay;
  if (!reachesArray(machine, node.id)) return;
  for (const disk of Object.values(machine.disks)) disk.reservedBy = null;
}

function reserve(machine: Machine, node: Node): void {
  const { scenario } = machine.plan;
  const quorumDisk = quorumOf(machine).disk;
  const disk = get(machine.disks, quorumDisk);
  const isFree = [disk.reservedBy, disk.renewedBy].every((one) => one === null || one === node.id);
  if (!reachesDisk(machine, node.id, quorumDisk) || !isFree) {
    tell(machine, 'quorum-reserve-refused', node.id);
    stopService(machine, node);
    return;
  }
  tell(machine, 'quorum-reserved', node.id);
  const period = scenario.parameters.reservationRenewalPeriod;
  disk.reservedBy = node.id;
  disk.renewedBy = node.id;
  disk.renewalBase = machine.now + offset(machine, 'renewal', quorumDisk, period);
  node.stage = 'reserved';
  node.stepEndsAt = Math.max(
    machine.now,
    node.challengedAt + scenario.parameters.arbitrationOnlineDelay,
  );
}

function endArbitration(machine: Machine, node: Node): void {
  const disk = get(machine.disks, quorumOf(machine).disk);
  const holds = disk.renewedBy === node.id && [null, node.id].includes(disk.reservedBy);
  if (!reachesDisk(machine, node.id, quorumOf(machine).disk) || !holds) {
    stopService(machine, node);
    return;
  }
  tell(machine, node.stage === 'defending' ? 'quorum-defended' : 'quorum-taken', node.id);
  node.stage = 'settled';
  node.service = 'running';
  takeOver(machine, node);
}

/** A running member that answers and would let the node in. */
function doorIsOpen(machine: Machine, node: Node): boolean {
  const member = get(machine.nodes, node.other);
  const settled = member.stage === 'settled' && !member.believesOtherUp;
  return member.service === 'running' && settled && canTalk(machine);
}

function startService(machine: Machine, node: Node): void {
  const { scenario } = machine.plan;
  const quorumDisk = quorumOf(machine).disk;
  const joins = doorIsOpen(machine, node);
  const answered = get(machine.nodes, node.other).service === 'running' && canTalk(machine);
  const forms =
    !answered &&
    reachesDisk(machine, node.id, quorumDisk) &&
    get(machine.disks, quorumDisk).renewedBy === null;
  if (!joins && !forms) return;
  tell(machine, 'cluster-service-started', node.id);
  node.service = joins ? 'joining' : 'forming';
  node.believesOtherUp = false;
  for (const network of machine.plan.internalNetworks) {
    const period = scenario.parameters.heartbeatPeriod;
    node.heartbeatBases[network] =
      machine.now + offset(machine, 'heartbeat', `${node.id}.${network}`, period);
  }
  if (joins) node.stepEndsAt = machine.now + scenario.parameters.joinDuration;
  else arbitrate(machine, node);
}

function join(machine: Machine, node: Node): void {
  if (!doorIsOpen(machine, node)) {
    stopService(machine, node);
    return;
  }
  tell(machine, 'node-joined', node.id);
  node.service = 'running';
  node.stepEndsAt = null;
  const { heartbeatPeriod, nodeMessageDelay } = machine.plan.scenario.parameters;
  const member = get(machine.nodes, node.other);
  for (const [listener, sender] of [[node, member] as const, [member, node] as const]) {
    listener.believesOtherUp = true;
    for (const network of machine.plan.internalNetworks) {
      const base = get(sender.heartbeatBases, network) + nodeMessageDelay;
      const beats = Math.floor((machine.now - base) / heartbeatPeriod);
      listener.ears[network] = { lastHeard: base + beats * heartbeatPeriod, level: 'heard' };
    }
  }
}

/** What a node's own clock brings at this instant: it has booted, starts, or ends a step. */
export function stepNode(machine: Machine, node: Node): void {
  if (node.bootsAt === machine.now) {
    tell(machine, 'node-booted', node.id);
    node.bootsAt = null;
    node.systemUp = true;
    node.restartBase = machine.now;
  }
  const delay = machine.plan.scenario.parameters.clusterServiceRestartDelay;
  if (node.systemUp && node.service === 'stopped' && isDue(machine, node.restartBase, delay)) {
    startService(machine, node);
  }
  if (node.stepEndsAt !== machine.now) return;
  node.stepEndsAt = null;
  if (node.service === 'joining') join(machine, node);
  else if (node.stage === 'challenging') reserve(machine, node);
  else if (node.stage === 'reserved' || node.stage === 'defending') endArbitration(machine, node);
  else if (node.stage === 'regrouping') {
    tell(machine, 'regroup-ended', node.id);
    arbitrate(machine, node);
  }
}
