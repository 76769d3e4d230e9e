import { draw } from '../../kernel/chance.ts';
import type { Fact } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { preferredOwnersOf } from '../../properties/index.ts';
import { formationOf } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { nodeOf } from '../members.ts';
import { canHave } from '../owners.ts';
import type { Choice, Occasion } from '../owners.ts';

/** Preferred owners in their order, then all other nodes by their number. The Cluster Group has no preference. */
function ownersInOrder(moment: Moment, group: string): Fact<readonly string[]> {
  const { plan } = moment;
  if (plan.quorum?.group?.id === group) return { value: plan.nodes, since: -1 };
  const { value, since } = preferredOwnersOf(moment, group);
  return { value: [...value, ...plan.nodes.filter((node) => !value.includes(node))], since };
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
export function nextOwnerOf(
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
