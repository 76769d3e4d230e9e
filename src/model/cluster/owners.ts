import { draw } from '../kernel/chance.ts';
import { must } from '../kernel/lookup.ts';
import type { Fact } from '../kernel/fact.ts';
import type { Finding } from '../kernel/rule.ts';
import { every, is } from '../kernel/rule.ts';
import { possibleOwnersOf, preferredOwnersOf } from '../properties/index.ts';
import { formationOf } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { active, nodeOf } from './members.ts';

/** A node that was chosen, or none, and what the choice rested on. */
export interface Choice {
  readonly value: string | null;
  readonly since: readonly number[];
}

/** Why a group goes elsewhere: decides where in the list the search begins (KB 299631). */
export type Occasion = 'resource-failed' | 'node-down' | 'best-possible';

/** Preferred owners in their order, then all other nodes by their number. The Cluster Group has no preference. */
function ownersInOrder(moment: Moment, group: string): Fact<readonly string[]> {
  const { plan } = moment;
  if (plan.quorum?.group?.id === group) return { value: plan.nodes, since: -1 };
  const { value, since } = preferredOwnersOf(moment, group);
  return { value: [...value, ...plan.nodes.filter((node) => !value.includes(node))], since };
}

/** Whether every resource of a group can run on a node. */
export function isPossibleOwner(moment: Moment, group: string, node: string): Finding {
  const facts = must(moment.plan.onlineOrder, group).map(({ id }) => possibleOwnersOf(moment, id));
  const since = facts.map((fact) => fact.since).filter((id) => id >= 0);
  return { holds: facts.every(({ value }) => value.includes(node)), value: node, since };
}

/** Whether a node can be given a group by another: a member that is neither paused nor leaving. */
export function canHave(moment: Moment, by: string, group: string, node: string): Finding {
  const { paused, leaving } = nodeOf(moment, node);
  const member =
    node === by ? active(moment, node) : is(must(nodeOf(moment, by).peers, node), 'up');
  return every([
    member,
    is(paused, false),
    is(leaving, 'no'),
    isPossibleOwner(moment, group, node),
  ]);
}

/** Whether a node has a group that keeps away from this one. */
function hasRival(moment: Moment, node: string, group: string): boolean {
  const { antiAffinity } = must(moment.plan.groups, group);
  if (antiAffinity === null) return false;
  const { groups } = formationOf(moment.world, nodeOf(moment, node).formation);
  return moment.plan.scenario.groups.some(
    (other) =>
      other.id !== group &&
      other.antiAffinity === antiAffinity &&
      must(groups, other.id).owner.value === node,
  );
}

/**
 * The node that gets a group (KB 299631): the next one in its list after the node that has it; by
 * chance where there is no list and a node has failed; from the top of the list for "best possible".
 * Nodes without a group of the same anti-affinity class come first.
 */
export function nextOwner(
  moment: Moment,
  by: string,
  group: string,
  from: string,
  occasion: Occasion,
): Choice {
  const list = ownersInOrder(moment, group);
  const start = occasion === 'best-possible' ? 0 : list.value.indexOf(from) + 1;
  const order = [...list.value.slice(start), ...list.value.slice(0, start)];
  const findings = order
    .filter((node) => node !== from)
    .map((node) => ({ node, finding: canHave(moment, by, group, node) }));
  const since = [list.since, ...findings.flatMap(({ finding }) => finding.since)];
  const able = findings.filter(({ finding }) => finding.holds).map(({ node }) => node);
  const free = able.filter((node) => !hasRival(moment, node, group));
  const candidates = free.length > 0 ? free : able;
  const hasList = preferredOwnersOf(moment, group).value.length > 0;
  if (hasList || occasion === 'resource-failed' || candidates.length < 2)
    return { value: candidates[0] ?? null, since };
  const { seed } = moment.plan.scenario;
  const luck = draw(seed, `owner ${group}`, moment.at) % candidates.length;
  return { value: candidates[luck] ?? null, since };
}
