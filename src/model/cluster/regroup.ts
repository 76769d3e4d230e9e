import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes, every, is, NO, restOf } from '../kernel/rule.ts';
import type { Finding } from '../kernel/rule.ts';
import type { Moment, Reason } from '../world/moment.ts';
import { REGROUP_ENDS } from '../world/task.ts';
import { earsFor, isSilent } from './ears.ts';
import { stopListening } from './heartbeats.ts';
import { assess } from './interfaces.ts';
import {
  active,
  acts,
  agree,
  believedWith,
  canTell,
  nodeOf,
  partOf,
  untilThen,
} from './members.ts';
import { askQuorum } from './quorum.ts';
import { stopAll } from './stop.ts';

/**
 * Whether another node takes part in a regroup: both count each other as members and can talk
 * directly, and the other waits for nobody, or for the same leader that is gone.
 */
function takesPart(moment: Moment, node: string, other: string): Finding {
  const { peers, formation, leader } = nodeOf(moment, node);
  const its = nodeOf(moment, other);
  if (its.formation !== formation) return NO;
  return every([
    is(must(peers, other), 'up'),
    is(must(its.peers, node), 'up'),
    is(its.agreement, its.leader === leader ? its.agreement.value : 'settled'),
    canTell(moment, node, other),
  ]);
}

/** The members that still hear each other begin to agree who is left; one of them leads. */
export function beginRegroup(
  moment: Moment,
  leader: string,
  reason: Reason,
  without?: string,
): OccurrenceId {
  const others = moment.plan.nodes
    .filter((node) => node !== leader && node !== without)
    .map((node) => ({ node, finding: takesPart(moment, leader, node) }));
  const free = moment.plan.nodes.filter(
    (node) => node === leader || others.some((one) => one.node === node && one.finding.holds),
  );
  const absent = others.map(({ finding }) => finding).filter(({ holds }) => !holds);
  const because = causes([...reason.because, ...restOf(absent)]);
  const values = { node: leader, members: free.join(' ') };
  const since = moment.occur('regroup-started', leader, values, { ...reason, because });
  agree(moment, free, leader, 'regrouping', since);
  for (const node of free) nodeOf(moment, node).agreementSince = moment.at;
  untilThen(moment, leader, REGROUP_ENDS, moment.at + moment.parameters.regroupDuration);
  return since;
}

/** Whether two members hear each other: neither counts the other out, nor is one silent everywhere. */
function hearEachOther(moment: Moment, one: string, other: string): boolean {
  const hears = (node: string, peer: string): boolean =>
    must(nodeOf(moment, node).peers, peer).value === 'up' &&
    !isSilent(moment, earsFor(moment, node, peer));
  return hears(one, other) && hears(other, one);
}

/**
 * The largest set of members of which each hears every other; of equal ones the one with the owner
 * of the quorum, then the one with the first nodes (an assumption).
 */
function largestWhole(moment: Moment, members: readonly string[]): readonly string[] {
  const isWhole = members.every((one, index) =>
    members.every((other, place) => place <= index || hearEachOther(moment, one, other)),
  );
  if (isWhole) return members;
  const owner = quorumOwner(moment);
  let best: readonly string[] = [];
  const score = (set: readonly string[]): number =>
    set.length * 2 + (owner !== null && set.includes(owner) ? 1 : 0);
  const grow = (set: readonly string[], rest: readonly string[]): void => {
    if (score(set) > score(best)) best = set;
    // Not even everybody who is left would make it larger.
    if ((set.length + rest.length) * 2 + 1 <= score(best)) return;
    for (const [index, node] of rest.entries())
      if (set.every((one) => hearEachOther(moment, one, node)))
        grow([...set, node], rest.slice(index + 1));
  };
  grow([], members);
  return best;
}

function quorumOwner({ world, plan }: Moment): string | null {
  const group = plan.quorum?.group;
  return group ? must(world.groups, group.id).owner.value : null;
}

/** The survivors know who they are; now the quorum must agree. */
export function endRegroup(moment: Moment, leader: string): void {
  const part = partOf(moment, leader).filter(
    (node) => nodeOf(moment, node).agreement.value === 'regrouping' && acts(moment, node),
  );
  const absent = believedWith(moment, leader).filter((node) => !part.includes(node));
  const stay = largestWhole(moment, part);
  const { agreementSince, agreement } = nodeOf(moment, leader);
  const next = stay.includes(leader) ? leader : (stay[0] ?? leader);
  const values = { node: next, members: stay.join(' '), tookMs: moment.at - agreementSince };
  const reasons = restOf(absent.map((node) => active(moment, node)));
  for (const node of part)
    for (const { value, since } of Object.values(nodeOf(moment, node).peers))
      if (value === 'down') reasons.push(since);
  const because = causes([agreement.since, ...reasons]);
  const since = moment.occur('regroup-ended', next, values, { because, rule: 'regroup' });
  agree(moment, stay, next, 'regrouping', since);
  removeOthers(moment, stay, next, since);
  const evicted = part.filter((node) => !stay.includes(node));
  stopAll(moment, evicted, 'evicted', [since]);
  askQuorum(moment, next, since);
}

/** Every node that does not stay is counted out by all who do; one of them logs it (event 1135). */
function removeOthers(
  moment: Moment,
  stay: readonly string[],
  by: string,
  ended: OccurrenceId,
): void {
  const members = stay.map((one) => nodeOf(moment, one));
  for (const node of moment.plan.nodes) {
    if (stay.includes(node)) continue;
    const doubts = members.map(({ peers }) => must(peers, node));
    let since = ended;
    // Where an earlier regroup has counted it out it is no news.
    const isNews =
      doubts.some(({ value }) => value === 'up') ||
      members.some(({ missing }) => missing.includes(node));
    if (isNews) {
      for (const one of stay)
        for (const ear of earsFor(moment, one, node)) assess(moment, ear, ended);
      const because = causes([ended, ...doubts.map((fact) => fact.since)]);
      since = moment.occur('node-removed', node, { by, node }, { because, rule: 'regroup' });
    }
    for (const one of stay) {
      const { peers } = nodeOf(moment, one);
      if (must(peers, node).value === 'down') continue;
      peers[node] = { value: 'down', since };
      stopListening(moment, one, node);
    }
  }
  for (const member of members) member.missing = [];
}
