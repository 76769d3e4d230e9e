import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { every, is, NO, YES } from '../kernel/rule.ts';
import { isAnySet, possibleOwnersOf } from '../properties/index.ts';
import type { Moment } from '../world/moment.ts';
import { active, nodeOf } from './members.ts';

/** A node that was chosen, or none, and what the choice rested on. */
export interface Choice {
  readonly value: string | null;
  readonly since: readonly number[];
}

/** Why a group goes elsewhere: decides where in the list the search begins (KB 299631). */
export type Occasion = 'resource-failed' | 'node-down' | 'best-possible';

/** Whether every resource of a group can run on a node. */
export function isPossibleOwner(moment: Moment, group: string, node: string): Finding {
  const { resources } = must(moment.plan.groups, group);
  if (!isAnySet(moment.world.properties))
    return resources.every(({ possibleOwners }) => possibleOwners.includes(node)) ? YES : NO;
  const facts = resources.map(({ id }) => possibleOwnersOf(moment, id));
  const since = facts.map((fact) => fact.since).filter((id) => id >= 0);
  return { holds: facts.every(({ value }) => value.includes(node)), since };
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

/** The node that gets a group: of two the other, if it can; among more the kit chooses (KB 299631). */
export function nextOwner(
  moment: Moment,
  by: string,
  group: string,
  from: string,
  occasion: Occasion,
): Choice {
  const others = moment.plan.nodes.filter((node) => node !== from);
  if (others.length > 1) return moment.kit.nextOwner(moment, by, group, from, occasion);
  const [value = null] = others;
  const { holds, since } = value === null ? NO : canHave(moment, by, group, value);
  return { value: holds ? value : null, since };
}
