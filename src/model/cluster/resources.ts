import { firstTickFrom } from '../kernel/instant.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { causes, every, is } from '../kernel/rule.ts';
import { hasNetwork } from '../hardware/reach.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import type { Moment } from '../world/moment.ts';
import { failResource } from './failures.ts';

/** The node that hosts a resource's group. */
function hostOf(moment: Moment, id: string): string {
  return must(moment.world.groups, must(moment.plan.groupOf, id).id).owner.value;
}

/** Whether everything a resource depends on is online. */
export function providersOnline(moment: Moment, resource: ResourceDefinition): Finding {
  return every(
    resource.dependsOn.map((id) => is(must(moment.world.resources, id).state, 'online')),
  );
}

/** Begins an attempt to bring a resource online on its group's node. */
export function beginOnline(
  moment: Moment,
  resource: ResourceDefinition,
  because: readonly number[],
): void {
  const { world, parameters } = moment;
  const behaviour = moment.resourceTypes[resource.type];
  const node = hostOf(moment, resource.id);
  const state = must(world.resources, resource.id);
  const since = moment.occur(
    'resource-going-online',
    resource.id,
    { resource: resource.id, node, attempt: state.failures.length + 1 },
    { because: causes(because), rule: 'bring-online' },
  );
  state.state = { value: 'online-pending', since };
  state.stateSince = moment.at;
  state.attemptSince = moment.at;
  const works = behaviour.canComeOnline(moment, resource, node);
  const preparation = works.holds ? (behaviour.prepare?.(moment, resource, since) ?? 0) : 0;
  state.preparing = preparation > 0;
  state.obstacles = works.holds ? null : works.since;
  const duration = works.holds
    ? preparation || behaviour.onlineDuration(parameters)
    : behaviour.failedAttemptDuration(parameters);
  moment.later(moment.at + duration, 'resource-due', resource.id);
}

/** Begins to take a resource offline in order. */
export function beginOffline(
  moment: Moment,
  resource: ResourceDefinition,
  because: readonly number[],
): void {
  const state = must(moment.world.resources, resource.id);
  const node = hostOf(moment, resource.id);
  const since = moment.occur(
    'resource-going-offline',
    resource.id,
    { resource: resource.id, node },
    { because: causes([...because, state.state.since]), rule: 'take-offline' },
  );
  state.state = { value: 'offline-pending', since };
  state.stateSince = moment.at;
  moment.cancel('poll-due', resource.id);
  const duration = moment.resourceTypes[resource.type].offlineDuration(moment.parameters);
  moment.later(moment.at + duration, 'resource-due', resource.id);
}

/** A step of a resource has taken its time: what it was doing has worked, or it has not. */
export function endStep(moment: Moment, id: string): void {
  const resource = must(moment.plan.resources, id);
  const state = must(moment.world.resources, id);
  const node = hostOf(moment, id);
  const behaviour = moment.resourceTypes[resource.type];
  if (state.state.value === 'offline-pending') {
    const works = behaviour.canComeOnline(moment, resource, node);
    const because = causes([state.state.since, ...works.since]);
    const since = moment.occur(
      'resource-offline',
      id,
      { resource: id, node },
      { because, rule: works.holds ? 'take-offline' : 'terminate' },
    );
    state.state = { value: 'offline', since };
    state.stateSince = moment.at;
    if (works.holds) behaviour.wentOffline?.(moment, resource, node, since);
    else behaviour.wasDropped?.(moment, resource, node, since);
  } else if (state.state.value === 'online-pending') {
    endAttempt(moment, resource, node);
  }
  moment.later(moment.at, 'group-decides', must(moment.plan.groupOf, id).id);
}

function endAttempt(moment: Moment, resource: ResourceDefinition, node: string): void {
  const { id } = resource;
  const state = must(moment.world.resources, id);
  const behaviour = moment.resourceTypes[resource.type];
  const finding = every([
    behaviour.canComeOnline(moment, resource, node),
    providersOnline(moment, resource),
  ]);
  if (state.obstacles !== null || !finding.holds) {
    failResource(moment, id, 'attempt', [...(state.obstacles ?? finding.since)]);
    return;
  }
  if (state.preparing) {
    state.preparing = false;
    behaviour.prepared?.(moment, resource);
    moment.later(moment.at + behaviour.onlineDuration(moment.parameters), 'resource-due', id);
    return;
  }
  const tookMs = moment.at - state.attemptSince;
  const because = causes([state.state.since, ...finding.since]);
  const since = moment.occur(
    'resource-online',
    id,
    { resource: id, node, tookMs },
    { because, rule: 'bring-online' },
  );
  const { seed } = moment.plan.scenario;
  state.state = { value: 'online', since };
  state.stateSince = moment.at;
  state.pollBase =
    moment.at + offsetWithin(seed, 'poll', id, moment.parameters.looksAlivePollPeriod);
  behaviour.cameOnline?.(moment, resource, node, since);
}

/** After a change of hardware: a poll that is going to find an address without its network is planned. */
export function pollAgain(moment: Moment): void {
  if (moment.parameters.publicNetworkLossFailsAddress === 0) return;
  for (const resource of Object.values(moment.plan.resources)) {
    const state = must(moment.world.resources, resource.id);
    if (resource.network === undefined || state.state.value !== 'online') continue;
    if (hasNetwork(moment.world, hostOf(moment, resource.id), resource.network).holds) continue;
    const { looksAlivePollPeriod, isAlivePollPeriod } = moment.parameters;
    const due = [looksAlivePollPeriod, isAlivePollPeriod].map((period) =>
      firstTickFrom({ base: state.pollBase, period }, moment.at),
    );
    moment.later(Math.min(...due), 'poll-due', resource.id);
  }
}

/** The resource monitor asks an address whether it is alive; without a network it is not. */
export function poll(moment: Moment, id: string): void {
  const resource = must(moment.plan.resources, id);
  const state = must(moment.world.resources, id);
  if (state.state.value !== 'online' || resource.network === undefined) return;
  const network = hasNetwork(moment.world, hostOf(moment, id), resource.network);
  if (!network.holds) failResource(moment, id, 'poll', network.since);
}
