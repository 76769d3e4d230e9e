import {
  beginStep,
  isLocked,
  marginOf,
  partOf,
  quorumOf,
  readyWith,
  settle,
  verdictOn,
} from './agreeing.ts';
import { arbitrate } from './arbitration.ts';
import { acts, countedBy, get, isDue, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { reachesWitness } from './reach.ts';
import { offsetOf } from './start.ts';
import { stopAll, stopService } from './stopping.ts';

/** A part of the cluster asks whether it may go on. */
export function decideQuorum(machine: Machine, part: readonly Node[], leader: Node): void {
  if (quorumOf(machine).model === 'disk') arbitrate(machine, part, leader);
  else countVotes(machine, part, leader);
}

function countVotes(machine: Machine, part: readonly Node[], leader: Node): void {
  const { model } = quorumOf(machine);
  const verdict = verdictOn(machine, part.length);
  const without = model === 'node-majority' ? 'none' : 'not-needed';
  const witness = verdict === 'needs witness' ? 'needed' : without;
  tell(machine, 'votes-counted', leader.id, `${part.length} ${witness}`);
  if (verdict === 'too few') {
    stopAll(machine, part, 'quorum-lost');
  } else if (verdict === 'enough') {
    beginStep(machine, part, leader, 'counting', marginOf(machine));
  } else if (model === 'node-and-disk-majority') {
    arbitrate(machine, part, leader);
  } else {
    askWitness(machine, part, leader);
  }
}

/** Who holds the lock waits until the others must have given up; the others wait before they try. */
function askWitness(machine: Machine, part: readonly Node[], leader: Node): void {
  const { witnessLockDelay } = machine.plan.scenario.parameters;
  const reaching = part.filter(({ id }) => reachesWitness(machine, id));
  const holder = reaching.find(({ id }) => id === machine.witnessHolder);
  if (holder) {
    tell(machine, 'quorum-defence-started', holder.id);
    beginStep(machine, part, holder, 'defending', witnessLockDelay + marginOf(machine));
    return;
  }
  const actor = reaching[0] ?? leader;
  tell(machine, 'quorum-challenged', actor.id, 'lock');
  beginStep(machine, part, actor, 'challenging', witnessLockDelay);
}

/** The wait is over: the share is locked, unless somebody else has it. */
export function tryToLock(machine: Machine, actor: Node): void {
  const part = partOf(machine, actor);
  const isHeld = isLocked(machine, actor);
  const reaches = reachesWitness(machine, actor.id);
  if (!reaches || isHeld) {
    tell(machine, 'quorum-reserve-refused', actor.id, reaches ? 'held' : 'unreachable');
    stopAll(machine, part, 'quorum-lost');
    return;
  }
  machine.witnessHolder = actor.id;
  tell(machine, 'quorum-reserved', actor.id);
  for (const node of part) node.stage = 'reserved';
  actor.stageDueAt = machine.now + marginOf(machine);
}

/** The holder of the lock has waited until others must have given up, if it still reaches the share. */
export function keepLock(machine: Machine, holder: Node): void {
  const part = partOf(machine, holder);
  if (!reachesWitness(machine, holder.id)) {
    stopAll(machine, part, 'quorum-lost');
    return;
  }
  tell(machine, holder.stage === 'reserved' ? 'quorum-taken' : 'quorum-defended', holder.id);
  settle(machine, part, holder);
}

/** Somebody has left in order: who is left must still have the votes, and takes over what is left. */
export function countAfterLeaving(machine: Machine, left: Node): void {
  const part = nodesOf(machine).filter(
    (node) => node !== left && acts(node) && node.stage === 'settled',
  );
  const [leader] = part;
  if (!leader) return;
  const { model } = quorumOf(machine);
  const verdict = model === 'disk' ? 'enough' : verdictOn(machine, part.length);
  const isLocked = part.some(({ id }) => id === machine.witnessHolder);
  if (verdict === 'enough' || isLocked) settle(machine, part, leader);
  else countVotes(machine, part, leader);
}

/** Each part looks at the share; gone, or locked by another, while its vote is needed, the part stops. */
export function lookAtWitness(machine: Machine): void {
  const { witness, parameters } = machine.plan.scenario;
  if (!witness || machine.witnessHolder === null) return;
  const period = parameters.looksAlivePollPeriod;
  if (!isDue(machine, offsetOf(machine.plan, 'witness', witness.id, period), period)) return;
  const holder = get(machine.nodes, machine.witnessHolder);
  const others = nodesOf(machine).filter((node) => node !== holder);
  for (const node of [holder, ...others])
    if (missesWitness(machine, node, holder)) stopPart(machine, node);
}

function missesWitness(machine: Machine, node: Node, holder: Node): boolean {
  if (!acts(node) || node.stage !== 'settled') return false;
  const members = countedBy(machine, node);
  const isLost =
    node === holder
      ? !reachesWitness(machine, node.id)
      : !node.isForced && !members.includes(holder);
  const joining = nodesOf(machine).filter(({ service }) => service === 'joining');
  const coming = joining.length + readyWith(machine, node).length;
  return isLost && verdictOn(machine, members.length + coming) === 'needs witness';
}

function stopPart(machine: Machine, node: Node): void {
  for (const member of countedBy(machine, node).filter(acts))
    stopService(machine, member, 'quorum-lost');
}
