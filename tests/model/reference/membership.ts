import { isSilent } from './hearing.ts';
import { assessGone } from './interfaces.ts';
import { acts, get, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { decideQuorum } from './quorum.ts';
import { canTalk } from './reach.ts';
import { stopService } from './stopping.ts';

/** A node looks at what it has not heard, declares others down or heeds its exclusion, and regroups. */
export function decideMembership(machine: Machine, node: Node): void {
  const excluders = [...node.excluders].filter((id) => node.peers[id] === true);
  node.excluders.clear();
  if (!acts(node)) return;
  let isLeaderless = false;
  for (const { id } of nodesOf(machine)) {
    if (node.peers[id] !== true || !isSilent(machine, node.id, id)) continue;
    tell(machine, 'node-declared-down', id, node.id);
    node.peers[id] = false;
    node.missing.add(id);
    if (node.stage !== 'settled' && node.leader === id) isLeaderless = true;
  }
  // A leader that has gone on without this one leads it no more.
  if (node.stage !== 'settled' && excluders.includes(node.leader)) isLeaderless = true;
  if (node.stage !== 'settled' && !isLeaderless) return;
  for (const id of excluders) {
    node.peers[id] = false;
    node.missing.add(id);
  }
  if (node.missing.size > 0 || isLeaderless) beginRegroup(machine, node);
}

/** The node and everybody it can exchange messages with find out who is left. */
function beginRegroup(machine: Machine, node: Node): void {
  const { regroupDuration } = machine.plan.scenario.parameters;
  const before = node.stage === 'settled' ? null : node.leader;
  const members = nodesOf(machine).filter(
    (one) =>
      one === node ||
      (node.peers[one.id] === true &&
        one.peers[node.id] === true &&
        acts(one) &&
        canTalk(machine, node.id, one.id) &&
        (one.stage === 'settled' || one.leader === before)),
  );
  const ids = members.map(({ id }) => id);
  tell(machine, 'regroup-started', node.id, ids.join(' '));
  for (const member of members) {
    Object.assign(member, { stage: 'regrouping', leader: node.id });
    member.stageSince = machine.now;
    member.stageDueAt = null;
  }
  node.stageDueAt = machine.now + regroupDuration;
}

const hears = (machine: Machine, one: Node, other: Node): boolean =>
  one.peers[other.id] === true && !isSilent(machine, one.id, other.id);

/** All sets of some of these nodes, in the order of the scenario. */
function setsOf(nodes: readonly Node[]): Node[][] {
  const sets: Node[][] = [[]];
  for (const node of nodes) sets.push(...sets.map((set) => [...set, node]));
  return sets;
}

/** The largest set of nodes that hear each other; then the one with the quorum's owner, then the lowest. */
function largestSet(machine: Machine, nodes: readonly Node[]): readonly Node[] {
  const group = machine.plan.quorum?.group;
  const owner = group ? get(machine.groups, group.id).owner : null;
  const places = (set: readonly Node[]): string =>
    set.map(({ id }) => String.fromCharCode(machine.plan.nodes.indexOf(id) + 65)).join('');
  const agree = setsOf(nodes).filter((set) =>
    set.every((one) => set.every((other) => one === other || hears(machine, one, other))),
  );
  const [best = []] = agree.toSorted(
    (one, other) =>
      other.length - one.length ||
      Number(other.some(({ id }) => id === owner)) - Number(one.some(({ id }) => id === owner)) ||
      (places(one) < places(other) ? -1 : 1),
  );
  return best;
}

/** Those who take part know who is left; whoever is not is counted out by all who stay. */
export function endRegroup(machine: Machine, leader: Node): void {
  const members = nodesOf(machine).filter(
    (one) => acts(one) && one.stage === 'regrouping' && one.leader === leader.id,
  );
  const stay = largestSet(machine, members);
  const next = stay.includes(leader) ? leader : (stay[0] ?? leader);
  tell(machine, 'regroup-ended', next.id, stay.map(({ id }) => id).join(' '));
  for (const one of stay) one.leader = next.id;
  for (const outside of nodesOf(machine)) {
    if (stay.includes(outside)) continue;
    const isNew = stay.some(({ peers, missing }) => peers[outside.id] || missing.has(outside.id));
    if (isNew) {
      assessGone(machine, stay, outside);
      tell(machine, 'node-removed', outside.id, next.id);
    }
    for (const one of stay) {
      one.peers[outside.id] = false;
      one.missing.delete(outside.id);
    }
  }
  for (const one of members) if (!stay.includes(one)) stopService(machine, one, 'evicted');
  decideQuorum(machine, stay, next);
}
