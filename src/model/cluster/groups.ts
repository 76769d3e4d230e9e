import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import type { Formation } from '../world/cluster.ts';
import { formationOf } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { dropResource } from './drop.ts';
import { handOver } from './hand-over.ts';
import type { Hosted } from './hosted.ts';
import { acts, nodeOf } from './members.ts';
import { nextOwner } from './owners.ts';
import { recover } from './recover.ts';
import { beginOffline, beginOnline, providersOnline } from './resources.ts';

/**
 * A group takes its next steps: lowers what must not stay online (dependents first), hands itself
 * over when it is moving and everything is down, and raises what can be raised (providers first).
 * Order as documented for failover and failback (Failover Cluster API: Failover).
 */
export function decideGroup(moment: Moment, id: string, formation: number): void {
  const view = formationOf(moment.world, formation);
  const state = must(view.groups, id);
  const owner = nodeOf(moment, state.owner.value);
  if (owner.formation !== formation || !acts(moment, state.owner.value)) return;
  const hosted: Hosted = { moment, group: must(moment.plan.groups, id), state, formation, view };
  if (owner.leaving.value !== 'no') moment.kit.giveAway(moment, id, formation);
  if (isAtRest(hosted)) return;
  const condemned = condemnedIn(hosted);
  if (condemned.size > 0)
    for (const resource of must(moment.plan.offlineOrder, id)) {
      const because = condemned.get(resource.id);
      if (because) lower(hosted, resource, because);
    }
  if (state.movingTo.value !== null) {
    handOver(hosted);
    if (state.movingTo.value !== null) return;
  }
  for (const resource of must(moment.plan.onlineOrder, id)) {
    if (!condemned.has(resource.id)) raise(hosted, resource);
    if (state.movingTo.value !== null) return;
  }
}

/** Whether everything of a group is online and wanted so: then there is nothing to decide. */
function isAtRest({ moment, group, state, view }: Hosted): boolean {
  if (state.movingTo.value !== null || state.aim.value !== 'online') return false;
  if (nodeOf(moment, state.owner.value).leaving.value !== 'no') return false;
  for (const { id } of must(moment.plan.onlineOrder, group.id)) {
    const resource = must(view.resources, id);
    if (resource.state.value !== 'online' || resource.aim.value !== 'online') return false;
  }
  return true;
}

/** Why nothing of a group may stay online; undefined where it may. */
function condemnedAsWhole({ moment, group, state }: Hosted): readonly OccurrenceId[] | undefined {
  if (state.movingTo.value !== null) return [state.movingTo.since];
  if (state.aim.value === 'offline') return [state.aim.since];
  const owner = state.owner.value;
  const { leaving } = nodeOf(moment, owner);
  if (leaving.value !== 'no')
    return [leaving.since, ...nextOwner(moment, owner, group.id, owner, 'resource-failed').since];
  const isGivenUp = state.aim.value === 'failed' && moment.parameters.failedGroupGoesOffline === 1;
  return isGivenUp ? [state.aim.since] : undefined;
}

/** What must not stay online, with the causes: everything, or what is not wanted or lacks a provider. */
function condemnedIn(hosted: Hosted): ReadonlyMap<string, readonly OccurrenceId[]> {
  const { moment, group, view } = hosted;
  const whole = condemnedAsWhole(hosted);
  let condemned: Condemned = NOBODY;
  for (const resource of must(moment.plan.onlineOrder, group.id)) {
    const { id } = resource;
    const { aim, state } = must(view.resources, id);
    // What is offline needs no reason to stay so while its providers are: it cannot come online.
    const isDown = state.value === 'offline' && condemned === NOBODY && !whole;
    if (isDown && aim.value === 'online') continue;
    const own = aim.value === 'offline' ? [aim.since] : lackOf(resource, view, condemned);
    const because = whole ?? own;
    if (!because || isKeptToTheEnd(hosted, resource)) continue;
    if (condemned === NOBODY) condemned = new Map();
    condemned.set(id, because);
  }
  return condemned;
}

/**
 * A leaving node that can give the quorum disk to nobody keeps it until its cluster service ends: who
 * lets go of it before has lost the cluster (an assumption).
 */
function isKeptToTheEnd({ moment, state }: Hosted, { disk }: ResourceDefinition): boolean {
  const { leaving } = nodeOf(moment, state.owner.value);
  const isLeft = state.movingTo.value === null && leaving.value !== 'no';
  return isLeft && disk !== undefined && disk === moment.plan.quorum?.disk;
}

type Condemned = Map<string, readonly OccurrenceId[]>;

/** Most decisions find nothing to take down: these share the empty answer. */
const NOBODY: Condemned = new Map();

/** The providers that are missing, if a resource cannot stay without them. */
function lackOf(
  { dependsOn, dependsOnAny }: ResourceDefinition,
  { resources }: Formation,
  condemned: ReadonlyMap<string, readonly OccurrenceId[]>,
): readonly OccurrenceId[] | undefined {
  const all: OccurrenceId[] = [];
  let last: readonly OccurrenceId[] | undefined;
  for (const provider of dependsOn) {
    const { state } = must(resources, provider);
    const because = state.value === 'online' ? condemned.get(provider) : [state.since];
    if (because) last = because;
    if (!dependsOnAny) continue;
    if (!because) return undefined;
    all.push(...because);
  }
  return last && dependsOnAny ? all : last;
}

function lower(
  { moment, formation, view, state: group }: Hosted,
  resource: ResourceDefinition,
  because: readonly OccurrenceId[],
): void {
  const { state, health } = must(view.resources, resource.id);
  if (state.value === 'online-pending')
    return endNow(moment, resource, formation, causes([...because, state.since]));
  if (state.value !== 'online') return;
  const dependents = must(moment.plan.dependentsOf, resource.id);
  if (dependents.some((dependent) => !isDown(view, dependent))) return;
  const owner = group.owner.value;
  const behaviour = moment.resourceTypes[resource.type];
  const works = behaviour.canComeOnline(moment, resource, owner, formation);
  const all = [
    ...because,
    ...works.since,
    health.since,
    ...dependents.map((dependent) => must(view.resources, dependent).state.since),
  ];
  const isGone = health.value === 'crashed' || health.value === 'stopped';
  if (works.holds && !isGone) beginOffline(moment, resource, formation, all);
  else endNow(moment, resource, formation, causes([...all, state.since]));
}

/** What is still starting, or cannot be taken offline in order such as a database without its disk, is ended at once. */
function endNow(
  moment: Moment,
  resource: ResourceDefinition,
  formation: number,
  because: readonly number[],
): void {
  const group = must(moment.plan.groupOf, resource.id).id;
  const node = must(formationOf(moment.world, formation).groups, group).owner.value;
  const values = { resource: resource.id, node };
  const reason = { because, rule: 'terminate' };
  const since = moment.occur('resource-offline', resource.id, values, reason);
  dropResource(moment, resource.id, node, formation, since);
  moment.later(moment.at, 'group-decides', group, formation);
}

/** Whether nothing of a resource is up or on its way. */
function isDown({ resources }: Formation, id: string): boolean {
  const { value } = must(resources, id).state;
  return value === 'offline' || value === 'failed';
}

function raise(hosted: Hosted, resource: ResourceDefinition): void {
  const { moment, state: group, formation, view } = hosted;
  const { state, aim } = must(view.resources, resource.id);
  if (state.value !== 'offline' && state.value !== 'failed') return;
  const providers = providersOnline(view, resource);
  if (state.value === 'offline' && !providers.holds) return;
  const dependents = must(moment.plan.dependentsOf, resource.id);
  if (!dependents.every((id) => isDown(view, id))) return;
  if (state.value === 'failed') return recover(hosted, resource);
  const { service } = nodeOf(moment, group.owner.value);
  beginOnline(moment, resource, formation, [
    service.since,
    group.owner.since,
    group.aim.since,
    aim.since,
    state.since,
    ...dependents.map((id) => must(view.resources, id).state.since),
    ...providers.since,
  ]);
}
