import { arbitrate } from './arbitration.ts';
import { acts, countedBy, get, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { reachesWitness } from './reach.ts';
import { readyWith, stopService } from './service.ts';
import { takeGroups } from './taking.ts';

/** What decides; only of a cluster. */
export function quorumOf(machine: Machine): NonNullable<Machine['plan']['quorum']> {
  const { quorum } = machine.plan;
  if (!quorum) throw new Error('a server that stands alone has no quorum');
  return quorum;
}

/** The nodes that take part in the present step of a leader; one that it has counted out does not. */
export function partOf(machine: Machine, leader: Node): readonly Node[] {
  return nodesOf(machine).filter(
    (one) =>
      one === leader ||
      (one.leader === leader.id &&
        one.stage !== 'settled' &&
        one.service !== 'stopped' &&
        leader.peers[one.id] === true),
  );
}

/** All of a part stop; one that stands still cannot even do that. */
export function stopAll(machine: Machine, part: readonly Node[], reason: string): void {
  for (const node of part) if (node.system !== 'hung') stopService(machine, node, reason);
}

/** How the votes of so many nodes stand; a witness has one too. */
export function verdictOn(machine: Machine, nodes: number): 'enough' | 'needs witness' | 'too few' {
  const { needed, votes } = quorumOf(machine);
  if (nodes >= needed) return 'enough';
  const hasWitness = votes > machine.plan.nodes.length;
  return hasWitness && nodes + 1 >= needed ? 'needs witness' : 'too few';
}

/** A part of the cluster asks whether it may go on. */
export function decideQuorum(machine: Machine, part: readonly Node[], leader: Node): void {
  if (quorumOf(machine).model === 'disk') arbitrate(machine, part, leader);
  else countVotes(machine, part, leader);
}

/** How much longer than the others somebody waits who has the quorum already. */
export function marginOf(machine: Machine): number {
  const { defenceMargin, heartbeatPeriod } = machine.plan.scenario.parameters;
  return Math.max(defenceMargin, heartbeatPeriod);
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

/** All of a part wait while one of them acts for all. */
export function beginStep(
  machine: Machine,
  part: readonly Node[],
  actor: Node,
  stage: Node['stage'],
  takes: number,
): void {
  for (const node of part) {
    node.stage = stage;
    node.leader = actor.id;
    node.stageSince = machine.now;
    node.stageDueAt = null;
  }
  actor.stageDueAt = machine.now + takes;
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

/** Whether somebody else who lives, is awake and reaches the share has it locked. */
export function isLocked(machine: Machine, against: Node): boolean {
  const holder = nodesOf(machine).find(({ id }) => id === machine.witnessHolder);
  if (!holder || holder === against) return false;
  return acts(holder) && reachesWitness(machine, holder.id);
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

/** A part goes on: its members are settled, and what others had is taken over. */
export function settle(machine: Machine, part: readonly Node[], winner: Node): void {
  for (const node of part) {
    node.stage = 'settled';
    node.stageDueAt = null;
    if (node.service === 'forming') node.service = 'running';
  }
  takeGroups(machine, winner);
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

/** The holder of the lock looks at the share; gone while its vote is needed, the cluster stops. */
export function lookAtWitness(machine: Machine): void {
  const { looksAlivePollPeriod } = machine.plan.scenario.parameters;
  const { witness } = machine.plan.scenario;
  if (!witness || machine.witnessHolder === null) return;
  const holder = get(machine.nodes, machine.witnessHolder);
  if (!acts(holder) || holder.stage !== 'settled') return;
  if (machine.now % looksAlivePollPeriod !== 0 || reachesWitness(machine, holder.id)) return;
  const members = countedBy(machine, holder);
  const coming = readyWith(machine, holder).length;
  if (verdictOn(machine, members.length + coming) !== 'needs witness') return;
  for (const node of members.filter(acts)) stopService(machine, node, 'quorum-lost');
}
