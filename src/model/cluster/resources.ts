import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { anyOf, both, causes, everyOf, is } from '../kernel/rule.ts';
import { numberOf } from '../properties/index.ts';
import type { PlannedResource } from '../scenario/group-plan.ts';
import type { ClusterResource, Formation } from '../world/cluster.ts';
import { formationOf } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES, POLL_DUE, RESOURCE_DUE, RETRY_DUE } from '../world/task.ts';
import { failResource } from './failures.ts';
import { hostedIn, stateOf } from './hosted.ts';
import type { Hosted } from './hosted.ts';

/** The node that hosts a resource's group. */
export function hostOf(moment: Moment, id: string, formation: number): string {
  const { groups } = formationOf(moment.world, formation);
  return must(groups, must(moment.plan.planned, id).group).owner.value;
}

/** Whether everything a resource depends on is online; where one provider is enough, whether one is. */
export function providersOnline(
  view: Formation,
  { definition: { dependsOnAny }, providers }: PlannedResource,
): Finding {
  const isOnline = (number: number): Finding => is(stateOf(view, number).state, 'online');
  return (dependsOnAny ? anyOf : everyOf)(providers, isOnline);
}

/** How long a resource may be pending without a report: PendingTimeout, cut short by DeadlockTimeout. */
export function limitOf(moment: Moment, id: string): number {
  const limit = numberOf(moment, id, 'PendingTimeout').value;
  return Math.min(limit, moment.parameters.deadlockTimeout);
}

function endIn(
  { moment, formation }: Hosted,
  state: ClusterResource,
  id: string,
  duration: number,
): void {
  state.dueAt = moment.at + duration;
  moment.later(state.dueAt, RESOURCE_DUE, id, formation);
}

/** Begins an attempt to bring a resource online on its group's node. */
export function beginOnline(
  hosted: Hosted,
  { definition, number }: PlannedResource,
  because: readonly number[],
): void {
  const { moment, formation, view } = hosted;
  const { id, type } = definition;
  const behaviour = moment.resourceTypes[type];
  const node = hosted.state.owner.value;
  const state = stateOf(view, number);
  const since = moment.occur(
    'resource-going-online',
    id,
    { resource: id, node, attempt: state.failures.length + 1 },
    { because: causes(because), rule: 'bring-online' },
  );
  // Whatever it failed of before has been seen to.
  moment.cancel(RETRY_DUE, id, formation);
  state.state = { value: 'online-pending', since };
  state.stateSince = moment.at;
  state.attemptSince = moment.at;
  if (state.health.value !== 'well') state.health = { value: 'well', since };
  const able = behaviour.canComeOnline(moment, definition, node, formation);
  const begins = behaviour.canBegin?.(moment, definition, node);
  const works = begins ? both(able, begins) : able;
  const preparation = works.holds ? (behaviour.prepare?.(moment, definition, node, since) ?? 0) : 0;
  state.preparing = preparation > 0;
  state.obstacles = works.holds ? null : works.since;
  if (preparation > 0) return endIn(hosted, state, id, preparation);
  const duration = works.holds ? behaviour.onlineDuration : behaviour.failedAttemptDuration;
  const whole = duration(moment.parameters, definition);
  endIn(hosted, state, id, Math.min(whole, limitOf(moment, id)));
}

/** Begins to take a resource offline in order. */
export function beginOffline(
  hosted: Hosted,
  { definition, number }: PlannedResource,
  because: readonly number[],
): void {
  const { moment, formation, view } = hosted;
  const { id, type } = definition;
  const state = stateOf(view, number);
  const since = moment.occur(
    'resource-going-offline',
    id,
    { resource: id, node: hosted.state.owner.value },
    { because: causes([...because, state.state.since]), rule: 'take-offline' },
  );
  state.state = { value: 'offline-pending', since };
  state.stateSince = moment.at;
  moment.cancel(POLL_DUE, id, formation);
  const whole = moment.resourceTypes[type].offlineDuration(moment.parameters, definition);
  const limit = limitOf(moment, id);
  const isStuck = state.health.value === 'hung';
  endIn(hosted, state, id, isStuck ? limit : Math.min(whole, limit));
}

/** A step of a resource has taken its time: what it was doing has worked, or it has not. */
export function endStep(moment: Moment, id: string, formation: number): void {
  const step = must(moment.plan.planned, id);
  const hosted = hostedIn(moment, step.group, formation);
  const { value } = stateOf(hosted.view, step.number).state;
  if (value === 'offline-pending') endOffline(hosted, step);
  else if (value === 'online-pending') endAttempt(hosted, step);
  moment.later(moment.at, GROUP_DECIDES, step.group, formation);
}

function endOffline(hosted: Hosted, { definition, number }: PlannedResource): void {
  const { moment, formation, view } = hosted;
  const { id, type } = definition;
  const state = stateOf(view, number);
  const node = hosted.state.owner.value;
  const behaviour = moment.resourceTypes[type];
  const works = behaviour.canComeOnline(moment, definition, node, formation);
  const { health } = state;
  const whole = behaviour.offlineDuration(moment.parameters, definition);
  const inOrder = works.holds && isWell(state) && moment.at >= state.stateSince + whole;
  const because = causes([state.state.since, ...works.since, health.since]);
  const reason = { because, rule: inOrder ? 'take-offline' : 'terminate' };
  const since = moment.occur('resource-offline', id, { resource: id, node }, reason);
  state.state = { value: 'offline', since };
  state.stateSince = moment.at;
  if (inOrder) behaviour.wentOffline?.(moment, definition, node, since);
  else behaviour.wasDropped?.(moment, definition, node, since);
}

function isWell({ health }: ClusterResource): boolean {
  return health.value === 'well';
}

function endAttempt(hosted: Hosted, step: PlannedResource): void {
  const { moment, formation, view } = hosted;
  const { definition, number } = step;
  const { id, type } = definition;
  const state = stateOf(view, number);
  const node = hosted.state.owner.value;
  const behaviour = moment.resourceTypes[type];
  const whole = behaviour.onlineDuration(moment.parameters, definition);
  const limit = limitOf(moment, id);
  const finding = both(
    behaviour.canComeOnline(moment, definition, node, formation),
    providersOnline(view, step),
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
    behaviour.prepared?.(moment, definition, state.attemptSince);
    // That it is done is a report, from which the time for the rest is counted.
    state.stateSince = moment.at;
    return endIn(hosted, state, id, Math.min(whole, limit));
  }
  const tookMs = moment.at - state.attemptSince;
  const because = causes([state.state.since, ...finding.since]);
  const reason = { because, rule: 'bring-online' };
  const since = moment.occur('resource-online', id, { resource: id, node, tookMs }, reason);
  state.state = { value: 'online', since };
  state.stateSince = moment.at;
  state.pollBase = moment.at + must(moment.plan.pollOffsets, id);
  behaviour.cameOnline?.(moment, definition, node, since);
}
