import { beginStep, marginOf, partOf, quorumOf, settle } from './agreeing.ts';
import { reserve } from './holding.ts';
import { acts, get, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { reachesArray, reachesDisk } from './reach.ts';
import { stopAll } from './stopping.ts';
import { takeQuorumGroup } from './taking.ts';

function quorumDisk(machine: Machine): string {
  const { disk } = quorumOf(machine);
  if (disk === null) throw new Error('the quorum has no disk');
  return disk;
}

const usesKeys = (machine: Machine): boolean =>
  machine.plan.scenario.profile === 'windows-server-2008';

/** The question who goes on is put to the quorum disk: who renews it defends, anybody else challenges. */
export function arbitrate(machine: Machine, part: readonly Node[], leader: Node): void {
  const { arbitrationReserveDelay } = machine.plan.scenario.parameters;
  const { renewedBy } = get(machine.disks, quorumDisk(machine));
  const owner = part.find((node) => renewedBy === node.id && acts(node));
  if (!owner) return challenge(machine, part, leader);
  tell(machine, 'quorum-defence-started', owner.id);
  beginStep(machine, part, owner, 'defending', arbitrationReserveDelay + marginOf(machine));
}

/** The first that reaches the disk challenges for all: by a reset of the bus, or by a key beside the owner's. */
function challenge(machine: Machine, part: readonly Node[], leader: Node): void {
  const { arbitrationReserveDelay } = machine.plan.scenario.parameters;
  const challenger = part.find(({ id }) => reachesArray(machine, id)) ?? part[0] ?? leader;
  tell(machine, 'quorum-challenged', challenger.id, usesKeys(machine) ? 'registration' : 'reset');
  beginStep(machine, part, challenger, 'challenging', arbitrationReserveDelay);
  if (usesKeys(machine)) {
    if (reachesDisk(machine, challenger.id, quorumDisk(machine))) machine.keys.add(challenger.id);
  } else if (reachesArray(machine, challenger.id)) {
    for (const disk of Object.values(machine.disks))
      Object.assign(disk, { reservedBy: null, isGivenUp: false });
  }
}

/** Whether the disk is somebody else's. */
function isHeld(machine: Machine, node: Node): boolean {
  if (usesKeys(machine)) return !machine.keys.has(node.id);
  const { reservedBy } = get(machine.disks, quorumDisk(machine));
  return reservedBy !== null && reservedBy !== node.id;
}

/** Whether a node has challenged for longer than it may, without the disk online. */
function isTooLate(machine: Machine, { stage, stageSince }: Node): boolean {
  const { arbitrationTimeMax, arbitrationOnlineDelay } = machine.plan.scenario.parameters;
  const took = machine.now - stageSince;
  return stage !== 'defending' && took >= arbitrationTimeMax && took < arbitrationOnlineDelay;
}

function refuse(machine: Machine, node: Node, reason: string): void {
  tell(machine, 'quorum-reserve-refused', node.id, reason);
  const isForming = node.service === 'forming';
  stopAll(machine, partOf(machine, node), isForming ? 'form-failed' : 'arbitration-lost');
}

/** The challenger reserves the disk, or is refused and stops with its part. */
export function tryToReserve(machine: Machine, node: Node): void {
  const { arbitrationTimeMax, arbitrationOnlineDelay, arbitrationReserveDelay } =
    machine.plan.scenario.parameters;
  const id = quorumDisk(machine);
  if (!reachesDisk(machine, node.id, id)) return refuse(machine, node, 'unreachable');
  if (isHeld(machine, node)) return refuse(machine, node, 'held');
  if (isTooLate(machine, node)) return refuse(machine, node, 'too-late');
  tell(machine, 'quorum-reserved', node.id);
  reserve(machine, id, node.id);
  for (const one of partOf(machine, node)) one.stage = 'reserved';
  const whole = Math.max(arbitrationOnlineDelay, arbitrationReserveDelay + marginOf(machine));
  node.stageDueAt = node.stageSince + Math.min(whole, arbitrationTimeMax);
  if (node.stageDueAt <= machine.now) endArbitration(machine, node);
}

/** The wait is over: whoever holds the reservation has the quorum. */
export function endArbitration(machine: Machine, node: Node): void {
  if (isTooLate(machine, node)) return refuse(machine, node, 'too-late');
  const id = quorumDisk(machine);
  const disk = get(machine.disks, id);
  const part = partOf(machine, node);
  const holds = disk.renewedBy === node.id && [null, node.id].includes(disk.reservedBy);
  if (!holds || !reachesDisk(machine, node.id, id)) {
    stopAll(machine, part, 'quorum-lost');
    return;
  }
  tell(machine, node.stage === 'defending' ? 'quorum-defended' : 'quorum-taken', node.id);
  settle(machine, part, node);
  takeQuorumGroup(machine, node);
}
