import type { OccurrenceId } from '../kernel/fact.ts';
import { causes } from '../kernel/rule.ts';
import type { PlannedResource } from '../scenario/group-plan.ts';
import { isQuorumDisk } from '../scenario/plan.ts';
import type { Formation } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES } from '../world/task.ts';
import { dropResource } from './drop.ts';
import { handOver } from './hand-over.ts';
import { hostedIn, isDown, stateOf } from './hosted.ts';
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
  const hosted = hostedIn(moment, id, formation);
  const { state, steps } = hosted;
  const owner = nodeOf(moment, state.owner.value);
  if (owner.formation !== formation || !acts(moment, state.owner.value)) return;
  const isLeft = owner.leaving.value !== 'no';
  if (isLeft) moment.kit.giveAway(moment, id, formation);
  else if (isAtRest(hosted)) return;
  const condemned = condemnedIn(hosted);
  if (condemned !== NOBODY)
    for (const step of steps.toReversed()) {
      const because = condemned[step.number];
      if (because) lower(hosted, step, because);
    }
  if (state.movingTo.value !== null) {
    handOver(hosted);
    if (state.movingTo.value !== null) return;
  }
  for (const step of steps) {
    if (condemned[step.number] || !mayRise(hosted, step)) continue;
    raise(hosted, step);
    // It is going to move, or this part of the cluster has ended and another has taken its place.
    if (state.movingTo.value !== null || hosted.view.groups[id] !== state) return;
  }
}

/** Whether everything of a group is online and wanted so: then there is nothing to decide. */
function isAtRest({ state, view, steps }: Hosted): boolean {
  if (state.movingTo.value !== null || state.aim.value !== 'online') return false;
  return steps.every(({ number }) => {
    const resource = stateOf(view, number);
    return resource.state.value === 'online' && resource.aim.value === 'online';
  });
}

/** Why nothing of a group may stay online; undefined where it may. */
function condemnedAsWhole({ moment, group, state }: Hosted): readonly OccurrenceId[] | undefined {
  if (state.movingTo.value !== null) return [state.movingTo.since];
  if (state.aim.value === 'offline') return [state.aim.since];
  const owner = state.owner.value;
  const { leaving } = nodeOf(moment, owner);
  if (leaving.value !== 'no')
    return [leaving.since, ...nextOwner(moment, owner, group, owner, 'resource-failed').since];
  const isGivenUp = state.aim.value === 'failed' && moment.parameters.failedGroupGoesOffline === 1;
  return isGivenUp ? [state.aim.since] : undefined;
}

/** What condemns resources, by their numbers. */
type Condemned = readonly (readonly OccurrenceId[] | undefined)[];

/** Most decisions find nothing to take down: these share the empty answer. */
const NOBODY: Condemned = [];

/** What must not stay online, with the causes: everything, or what is not wanted or lacks a provider. */
function condemnedIn(hosted: Hosted): Condemned {
  const { view, steps } = hosted;
  const whole = condemnedAsWhole(hosted);
  let own: (readonly OccurrenceId[] | undefined)[] | undefined;
  for (const step of steps) {
    const { aim, state } = stateOf(view, step.number);
    // What is offline needs no reason to stay so while its providers are: it cannot come online.
    const isOff = state.value === 'offline' && !own && !whole;
    if (isOff && aim.value === 'online') continue;
    const because =
      whole ?? (aim.value === 'offline' ? [aim.since] : lackOf(step, view, own ?? NOBODY));
    if (!because || isKeptToTheEnd(hosted, step)) continue;
    own ??= [];
    own[step.number] = because;
  }
  return own ?? NOBODY;
}

/**
 * A leaving node that can give the quorum disk to nobody keeps it until its cluster service ends: who
 * lets go of it before has lost the cluster (an assumption).
 */
function isKeptToTheEnd({ moment, state }: Hosted, { definition }: PlannedResource): boolean {
  if (!isQuorumDisk(moment.plan, definition.disk)) return false;
  const { leaving } = nodeOf(moment, state.owner.value);
  return state.movingTo.value === null && leaving.value !== 'no';
}

/** The providers that are missing, if a resource cannot stay without them. */
function lackOf(
  { definition: { dependsOnAny }, providers }: PlannedResource,
  view: Formation,
  condemned: Condemned,
): readonly OccurrenceId[] | undefined {
  const all: OccurrenceId[] = [];
  let last: readonly OccurrenceId[] | undefined;
  for (const provider of providers) {
    const { state } = stateOf(view, provider);
    const because = state.value === 'online' ? condemned[provider] : [state.since];
    if (because) last = because;
    if (!dependsOnAny) continue;
    if (!because) return undefined;
    all.push(...because);
  }
  return last && dependsOnAny ? all : last;
}

function lower(hosted: Hosted, step: PlannedResource, because: readonly OccurrenceId[]): void {
  const { moment, formation, view, state: group } = hosted;
  const { definition, number } = step;
  const { state, health } = stateOf(view, number);
  if (state.value === 'online-pending')
    return endNow(hosted, step, causes([...because, state.since]));
  if (state.value !== 'online') return;
  const dependents = step.dependents.map((dependent) => stateOf(view, dependent));
  if (!dependents.every(isDown)) return;
  const owner = group.owner.value;
  const behaviour = moment.resourceTypes[definition.type];
  const works = behaviour.canComeOnline(moment, definition, owner, formation);
  const all = [
    ...because,
    ...works.since,
    health.since,
    ...dependents.map((dependent) => dependent.state.since),
  ];
  const isGone = health.value === 'crashed' || health.value === 'stopped';
  if (works.holds && !isGone) beginOffline(hosted, step, all);
  else endNow(hosted, step, causes([...all, state.since]));
}

/** What is still starting, or cannot be taken offline in order such as a database without its disk, is ended at once. */
function endNow(
  { moment, group, state, formation }: Hosted,
  { definition: { id } }: PlannedResource,
  because: readonly number[],
): void {
  const node = state.owner.value;
  const reason = { because, rule: 'terminate' };
  const since = moment.occur('resource-offline', id, { resource: id, node }, reason);
  dropResource(moment, id, node, formation, since);
  moment.later(moment.at, GROUP_DECIDES, group, formation);
}

/** Whether a resource is down with all that depends on it, and may come online or has failed. */
function mayRise({ view }: Hosted, step: PlannedResource): boolean {
  const { value } = stateOf(view, step.number).state;
  if (value !== 'failed' && (value !== 'offline' || !providersOnline(view, step).holds))
    return false;
  for (const number of step.dependents) if (!isDown(stateOf(view, number))) return false;
  return true;
}

function raise(hosted: Hosted, step: PlannedResource): void {
  const { moment, state: group, view } = hosted;
  const { state, aim } = stateOf(view, step.number);
  if (state.value === 'failed') return recover(hosted, step);
  const { service } = nodeOf(moment, group.owner.value);
  beginOnline(hosted, step, [
    service.since,
    group.owner.since,
    group.aim.since,
    aim.since,
    state.since,
    ...step.dependents.map((number) => stateOf(view, number).state.since),
    ...providersOnline(view, step).since,
  ]);
}
