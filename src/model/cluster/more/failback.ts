import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { failbackOf, isAnySet, numberOf, preferredOwnersOf } from '../../properties/index.ts';
import { formationOf } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { FAILBACK_DUE } from '../../world/task.ts';
import { acts, nodeOf } from '../members.ts';
import { canHave } from '../owners.ts';
import type { Choice } from '../owners.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The best of the preferred owners that can have a group, if it is better than the one that has it. */
function betterOwner(moment: Moment, group: string): Choice {
  const { owner, movingTo, aim } = must(moment.world.groups, group);
  const none = { value: null, since: [] };
  const from = owner.value;
  const allowed = failbackOf(moment, group);
  if (allowed.value !== 'allow') return none;
  const isFree =
    movingTo.value === null &&
    aim.value === 'online' &&
    acts(moment, from) &&
    nodeOf(moment, from).agreement.value === 'settled';
  if (!isFree) return none;
  const list = preferredOwnersOf(moment, group);
  const place = list.value.indexOf(from);
  const better = place < 0 ? list.value : list.value.slice(0, place);
  for (const node of better) {
    const able = canHave(moment, from, group, node);
    const { service, paused } = nodeOf(moment, node);
    // Only a node that has come back goes before the one that has the group now.
    const hasReturned =
      service.value === 'running' && Math.max(service.since, paused.since) > owner.since;
    const since = [allowed.since, list.since, owner.since, service.since, ...able.since];
    if (able.holds && hasReturned) return { value: node, since };
  }
  return none;
}

/** The hours between which a group may go back; null: at once. */
function windowOf(moment: Moment, group: string): { from: number; to: number } | null {
  const { failback } = must(moment.plan.groups, group);
  const own = typeof failback === 'object' ? failback : { from: -1, to: -1 };
  const read = (name: 'FailbackWindowStart' | 'FailbackWindowEnd', otherwise: number): number =>
    moment.world.properties[`${group}.${name}`] ? numberOf(moment, group, name).value : otherwise;
  const from = read('FailbackWindowStart', own.from);
  const to = read('FailbackWindowEnd', own.to);
  return from < 0 || to < 0 ? null : { from, to };
}

/** The first instant from now on at which a group may go back. */
function opensAt(moment: Moment, group: string): number {
  const hours = windowOf(moment, group);
  if (!hours) return moment.at;
  const midnight = -moment.parameters.hourAtStart * HOUR;
  const sinceMidnight = (((moment.at - midnight) % DAY) + DAY) % DAY;
  const open = hours.from * HOUR;
  const length = (((hours.to - hours.from) * HOUR + DAY - 1) % DAY) + 1;
  const sinceOpen = (((sinceMidnight - open) % DAY) + DAY) % DAY;
  return sinceOpen < length ? moment.at : moment.at + DAY - sinceOpen;
}

/** Whether it is worth asking: some group may by its scenario, or an administrator has set something. */
function mayFailBack({ plan, world }: Moment): boolean {
  return (
    isAnySet(world.properties) ||
    plan.scenario.groups.some(({ failback }) => failback !== 'prevent')
  );
}

/** After a change of members: groups that may go back to a better owner are planned to. */
export function failBackAgain(moment: Moment): void {
  if (!mayFailBack(moment)) return;
  for (const { id } of moment.plan.scenario.groups) {
    if (betterOwner(moment, id).value === null) moment.cancel(FAILBACK_DUE, id);
    else moment.later(opensAt(moment, id), FAILBACK_DUE, id);
  }
}

/** A group goes back to a better owner, as in a planned move (Failover Cluster API: Failback). */
export function failBack(moment: Moment, group: string): void {
  const target = betterOwner(moment, group);
  if (target.value === null || opensAt(moment, group) > moment.at) return;
  const { groups } = formationOf(moment.world, 0);
  const state = must(groups, group);
  const values = { group, from: state.owner.value, to: target.value };
  const because = causes([...target.since, state.movingTo.since, state.aim.since]);
  const reason = { because, rule: 'fail-back' };
  const since = moment.occur('failback-started', group, values, reason);
  state.movingTo = { value: target.value, since };
}
