import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { anyOf, both, causes, everyOf, is } from '../kernel/rule.ts';
import { numberOf } from '../properties/index.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import type { ClusterResource, Formation } from '../world/cluster.ts';
import { formationOf } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { failResource } from './failures.ts';

/** The node that hosts a resource's group. */
export function hostOf(moment: Moment, id: string, formation: number): string {
  const { groups } = formationOf(moment.world, formation);
  return must(groups, must(moment.plan.groupOf, id).id).owner.value;
}

/** Whether everything a resource depends on is online; where one provider is enough, whether one is. */
export function providersOnline({ resources }: Formation, resource: ResourceDefinition): Finding {
  const isOnline = (id: string): Finding => is(must(resources, id).state, 'online');
  return (resource.dependsOnAny ? anyOf : everyOf)(resource.dependsOn, isOnline);
}

/** How long a resource may be pending without a report: PendingTimeout, cut short by DeadlockTimeout. */
export function limitOf(moment: Moment, id: string): number {
  const limit = numberOf(moment, id, 'PendingTimeout').value;
  return Math.min(limit, moment.parameters.deadlockTimeout);
}

function endIn(
  moment: Moment,
  state: ClusterResource,
  id: string,
  formation: number,
  duration: number,
): void {
  state.dueAt = moment.at + duration;
  moment.later(state.dueAt, 'resource-due', id, formation);
}

/** Begins an attempt to bring a resource online on its group's node. */
export function beginOnline(
  moment: Moment,
  resource: ResourceDefinition,
  formation: number,
  because: readonly number[],
): void {
  const { id, type } = resource;
  const behaviour = moment.resourceTypes[type];
  const node = hostOf(moment, id, formation);
  const state = must(formationOf(moment.world, formation).resources, id);
  const since = moment.occur(
    'resource-going-online',
    id,
    { resource: id, node, attempt: state.failures.length + 1 },
    { because: causes(because), rule: 'bring-online' },
  );
  state.state = { value: 'online-pending', since };
  state.stateSince = moment.at;
  state.attemptSince = moment.at;
  if (state.health.value !== 'well') state.health = { value: 'well', since };
  const able = behaviour.canComeOnline(moment, resource, node, formation);
  const begins = behaviour.canBegin?.(moment, resource, node);
  const works = begins ? both(able, begins) : able;
  const preparation = works.holds ? (behaviour.prepare?.(moment, resource, node, since) ?? 0) : 0;
  state.preparing = preparation > 0;
  state.obstacles = works.holds ? null : works.since;
  if (preparation > 0) return endIn(moment, state, id, formation, preparation);
  const duration = works.holds ? behaviour.onlineDuration : behaviour.failedAttemptDuration;
  const whole = duration(moment.parameters, resource);
  endIn(moment, state, id, formation, Math.min(whole, limitOf(moment, id)));
}

/** Begins to take a resource offline in order. */
export function beginOffline(
  moment: Moment,
  resource: ResourceDefinition,
  formation: number,
  because: readonly number[],
): void {
  const { id, type } = resource;
  const state = must(formationOf(moment.world, formation).resources, id);
  const node = hostOf(moment, id, formation);
  const since = moment.occur(
    'resource-going-offline',
    id,
    { resource: id, node },
    { because: causes([...because, state.state.since]), rule: 'take-offline' },
  );
  state.state = { value: 'offline-pending', since };
  state.stateSince = moment.at;
  moment.cancel('poll-due', id, formation);
  const whole = moment.resourceTypes[type].offlineDuration(moment.parameters, resource);
  const limit = limitOf(moment, id);
  const isStuck = state.health.value === 'hung';
  endIn(moment, state, id, formation, isStuck ? limit : Math.min(whole, limit));
}

/** A step of a resource has taken its time: what it was doing has worked, or it has not. */
export function endStep(moment: Moment, id: string, formation: number): void {
  const resource = must(moment.plan.resources, id);
  const state = must(formationOf(moment.world, formation).resources, id);
  const node = hostOf(moment, id, formation);
  if (state.state.value === 'offline-pending') endOffline(moment, resource, state, node, formation);
  else if (state.state.value === 'online-pending')
    endAttempt(moment, resource, state, node, formation);
  moment.later(moment.at, 'group-decides', must(moment.plan.groupOf, id).id, formation);
}

function endOffline(
  moment: Moment,
  resource: ResourceDefinition,
  state: ClusterResource,
  node: string,
  formation: number,
): void {
  const { id, type } = resource;
  const behaviour = moment.resourceTypes[type];
  const works = behaviour.canComeOnline(moment, resource, node, formation);
  const { health } = state;
  const whole = behaviour.offlineDuration(moment.parameters, resource);
  const inOrder = works.holds && isWell(state) && moment.at >= state.stateSince + whole;
  const because = causes([state.state.since, ...works.since, health.since]);
  const reason = { because, rule: inOrder ? 'take-offline' : 'terminate' };
  const since = moment.occur('resource-offline', id, { resource: id, node }, reason);
  state.state = { value: 'offline', since };
  state.stateSince = moment.at;
  if (inOrder) behaviour.wentOffline?.(moment, resource, node, since);
  else behaviour.wasDropped?.(moment, resource, node, since);
}

function isWell({ health }: ClusterResource): boolean {
  return health.value === 'well';
}

function endAttempt(
  moment: Moment,
  resource: ResourceDefinition,
  state: ClusterResource,
  node: string,
  formation: number,
): void {
  const { id, type } = resource;
  const behaviour = moment.resourceTypes[type];
  const whole = behaviour.onlineDuration(moment.parameters, resource);
  const limit = limitOf(moment, id);
  const finding = both(
    behaviour.canComeOnline(moment, resource, node, formation),
    providersOnline(formationOf(moment.world, formation), resource),
  );
  const isStuck = state.health.value === 'hung' || (state.obstacles === null && whole > limit);
  if (isStuck && !state.preparing && moment.at - state.stateSince >= limit) {
    return failResource(moment, id, 'time-out', [state.health.since], formation);
  }
  if (state.obstacles !== null || !finding.holds || !isWell(state)) {
    const because = [...(state.obstacles ?? finding.since), state.health.since];
    return failResource(moment, id, 'attempt', because, formation);
  }
  if (state.preparing) {
    state.preparing = false;
    behaviour.prepared?.(moment, resource, state.attemptSince);
    // That it is done is a report, from which the time for the rest is counted.
    state.stateSince = moment.at;
    return endIn(moment, state, id, formation, Math.min(whole, limit));
  }
  const tookMs = moment.at - state.attemptSince;
  const because = causes([state.state.since, ...finding.since]);
  const reason = { because, rule: 'bring-online' };
  const since = moment.occur('resource-online', id, { resource: id, node, tookMs }, reason);
  state.state = { value: 'online', since };
  state.stateSince = moment.at;
  state.pollBase = moment.at + must(moment.plan.pollOffsets, id);
  behaviour.cameOnline?.(moment, resource, node, since);
}
