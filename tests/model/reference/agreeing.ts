import { acts, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { canTalk, reachesWitness } from './reach.ts';
import { heartbeatPeriod } from './settings.ts';
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

/** How the votes of so many nodes stand; a witness has one too. */
export function verdictOn(machine: Machine, nodes: number): 'enough' | 'needs witness' | 'too few' {
  const { needed, votes } = quorumOf(machine);
  if (nodes >= needed) return 'enough';
  const hasWitness = votes > machine.plan.nodes.length;
  return hasWitness && nodes + 1 >= needed ? 'needs witness' : 'too few';
}

/** How much longer than the others somebody waits who has the quorum already. */
export function marginOf(machine: Machine): number {
  const { defenceMargin } = machine.plan.scenario.parameters;
  const periods = machine.plan.ears.map((ear) => heartbeatPeriod(machine, ear));
  return Math.max(defenceMargin, ...periods);
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

/** Whether somebody else who lives, is awake and reaches the share has it locked. */
export function isLocked(machine: Machine, against: Node): boolean {
  const holder = nodesOf(machine).find(({ id }) => id === machine.witnessHolder);
  if (!holder || holder === against) return false;
  return acts(holder) && reachesWitness(machine, holder.id);
}

/** A part goes on: its members are settled, and what others had is taken over. */
export function settle(machine: Machine, part: readonly Node[], winner: Node): void {
  for (const node of part) {
    node.stage = 'settled';
    node.stageDueAt = null;
    if (node.service !== 'forming') continue;
    node.service = 'running';
    tell(machine, 'cluster-formed', node.id);
  }
  takeGroups(machine, winner);
}

/** Whether a node stands ready to form a cluster with another: it is up, and about to start its service. */
function standsReady(machine: Machine, node: Node, other: Node): boolean {
  const { system, service, stoppedOnPurpose } = other;
  // One that is joining others has given its vote to them.
  const isIdle = (service === 'stopped' || service === 'forming') && !stoppedOnPurpose;
  return system === 'up' && isIdle && canTalk(machine, node.id, other.id);
}

/** The nodes that would form the cluster together with a node. */
export function readyWith(machine: Machine, node: Node): readonly Node[] {
  return nodesOf(machine).filter((other) => other !== node && standsReady(machine, node, other));
}
