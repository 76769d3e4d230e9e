import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { isQuorumDisk } from '../../scenario/plan.ts';
import { formationOf, resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { ownerRefusal, reached } from '../operate.ts';
import type { RefusalReason } from '../types.ts';

/** Whether a group has the disk that decides or votes; it can be moved, but not taken offline. */
function holdsQuorum({ plan }: Moment, group: string): boolean {
  const disk = plan.quorum?.disk ?? null;
  return disk !== null && plan.quorum?.group?.id === group;
}

/** Takes a whole group offline; it stays so, wherever it goes, until somebody brings it online. */
export function takeGroupOffline(moment: Moment, group: string): RefusalReason | null {
  if (holdsQuorum(moment, group)) return { code: 'holds-quorum', part: group };
  const { state } = reached(moment, group);
  const refusal = ownerRefusal(moment, group, state);
  if (refusal) return refusal;
  if (state.aim.value === 'offline') return { code: 'already-so', part: group, state: 'offline' };
  const because = causes([state.aim.since, state.owner.since]);
  const since = moment.occur('group-taken-offline', group, { group }, { because, rule: null });
  state.aim = { value: 'offline', since };
  return null;
}

/** Takes one resource offline, and what depends on it with it. */
export function takeResourceOffline(moment: Moment, id: string): RefusalReason | null {
  const group = must(moment.plan.groupOf, id).id;
  const { disk } = must(moment.plan.resources, id);
  if (isQuorumDisk(moment.plan, disk)) return { code: 'holds-quorum', part: id };
  const { state, formation } = reached(moment, group);
  const refusal = ownerRefusal(moment, group, state);
  if (refusal) return refusal;
  const resource = resourceIn(moment.world, formation, id);
  if (resource.aim.value === 'offline') return { code: 'already-so', part: id, state: 'offline' };
  const because = causes([resource.aim.since, resource.state.since]);
  const values = { resource: id };
  const since = moment.occur('resource-taken-offline', id, values, { because, rule: null });
  resource.aim = { value: 'offline', since };
  if (resource.state.value === 'failed') resource.state = { value: 'offline', since };
  return null;
}

/** Brings one resource online, and first what it depends on. */
export function bringResourceOnline(moment: Moment, id: string): RefusalReason | null {
  const { plan, world } = moment;
  const group = must(plan.groupOf, id).id;
  const { state, formation } = reached(moment, group);
  const refusal = ownerRefusal(moment, group, state);
  if (refusal) return refusal;
  const { resources } = formationOf(world, formation);
  const chain = must(plan.groups, group).resources.filter((other) => needs(moment, id, other.id));
  const down = chain
    .map((other) => must(resources, other.id))
    .filter(({ state: its, aim }) => its.value === 'failed' || aim.value === 'offline');
  if (down.length === 0 && state.aim.value === 'online')
    return { code: 'already-so', part: id, state: must(resources, id).state.value };
  const because = causes([
    state.aim.since,
    ...down.flatMap(({ state: its, aim }) => [its.since, aim.since]),
  ]);
  const values = { resource: id };
  const since = moment.occur('resource-brought-online', id, values, { because, rule: null });
  if (state.aim.value !== 'online') keepOthersDown(moment, group, chain, formation, since);
  state.aim = { value: 'online', since };
  for (const resource of down) {
    resource.aim = { value: 'online', since };
    resource.failures = [];
    if (resource.state.value === 'failed') resource.state = { value: 'offline', since };
  }
  return null;
}

/** Whether a resource is another, or depends on it over any number of others. */
function needs(moment: Moment, id: string, other: string): boolean {
  if (id === other) return true;
  return must(moment.plan.resources, id).dependsOn.some((one) => needs(moment, one, other));
}

/** Of a group that was offline only what was asked for comes online. */
function keepOthersDown(
  moment: Moment,
  group: string,
  chain: readonly { readonly id: string }[],
  formation: number,
  since: number,
): void {
  const { resources } = formationOf(moment.world, formation);
  for (const { id } of must(moment.plan.groups, group).resources) {
    const resource = must(resources, id);
    if (chain.some((one) => one.id === id)) resource.aim = { value: 'online', since };
    else if (resource.state.value !== 'online') resource.aim = { value: 'offline', since };
  }
}
