import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { causes, every, is, judge } from '../kernel/rule.ts';
import { canReach } from '../hardware/reach.ts';
import type { GroupDefinition, ResourceDefinition } from '../scenario/types.ts';
import { reasonOf } from '../world/moment.ts';
import type { ClusterGroup } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import { dropResource } from './drop.ts';
import { failOverRule, restartRule } from './failures.ts';
import { beginOffline, beginOnline, providersOnline } from './resources.ts';

/** Whether the node of a group may act on it: its cluster service runs. */
function mayAct(moment: Moment, group: GroupDefinition): boolean {
  const owner = must(moment.world.nodes, must(moment.world.groups, group.id).owner.value);
  return owner.service.value === 'running';
}

/**
 * A group takes its next steps: lowers what must not stay online (dependents first), hands itself
 * over when it is moving and everything is down, and raises what can be raised (providers first).
 * Order as documented for failover and failback (Failover Cluster API: Failover).
 */
export function decideGroup(moment: Moment, id: string): void {
  const group = moment.plan.scenario.groups.find((candidate) => candidate.id === id);
  if (!group || !mayAct(moment, group)) return;
  const providersFirst = must(moment.plan.onlineOrder, id);
  const state = must(moment.world.groups, id);
  const condemned = condemnedIn(moment, state, providersFirst);
  if (condemned.size > 0) {
    for (const resource of providersFirst.toReversed()) {
      const because = condemned.get(resource.id);
      if (because) lower(moment, group, resource, because);
    }
  }
  if (state.movingTo.value !== null) handOver(moment, group);
  for (const resource of providersFirst) {
    if (state.movingTo.value !== null) return;
    if (!condemned.has(resource.id)) raise(moment, group, resource);
  }
}

/** What must not stay online, with the causes: everything of a moving group, else whatever lacks a provider. */
function condemnedIn(
  moment: Moment,
  { movingTo }: ClusterGroup,
  providersFirst: readonly ResourceDefinition[],
): ReadonlyMap<string, readonly OccurrenceId[]> {
  const condemned = new Map<string, readonly OccurrenceId[]>();
  for (const { id, dependsOn } of providersFirst) {
    if (movingTo.value !== null) condemned.set(id, [movingTo.since]);
    for (const provider of dependsOn) {
      const { state } = must(moment.world.resources, provider);
      const because = state.value === 'online' ? condemned.get(provider) : [state.since];
      if (because && movingTo.value === null) condemned.set(id, because);
    }
  }
  return condemned;
}

function lower(
  moment: Moment,
  group: GroupDefinition,
  resource: ResourceDefinition,
  because: readonly OccurrenceId[],
): void {
  const state = must(moment.world.resources, resource.id);
  if (state.state.value === 'online-pending')
    return endNow(moment, resource, causes([...because, state.state.since]));
  if (state.state.value !== 'online') return;
  const dependents = must(moment.plan.dependentsOf, resource.id);
  if (dependents.some((dependent) => !isDown(moment, dependent))) return;
  const owner = must(moment.world.groups, group.id).owner.value;
  const works = moment.resourceTypes[resource.type].canComeOnline(moment, resource, owner);
  const all = [
    ...because,
    ...works.since,
    ...dependents.map((dependent) => must(moment.world.resources, dependent).state.since),
  ];
  if (works.holds) beginOffline(moment, resource, all);
  else endNow(moment, resource, causes([...all, state.state.since]));
}

/** What is still starting, or cannot be taken offline in order such as a database without its disk, is ended at once. */
function endNow(moment: Moment, resource: ResourceDefinition, because: readonly number[]): void {
  const group = must(moment.plan.groupOf, resource.id);
  const node = must(moment.world.groups, group.id).owner.value;
  const values = { resource: resource.id, node };
  const since = moment.occur('resource-offline', resource.id, values, {
    because,
    rule: 'terminate',
  });
  dropResource(moment, resource.id, since);
  moment.later(moment.at, 'group-decides', group.id);
}

function isDown(moment: Moment, id: string): boolean {
  const { state } = must(moment.world.resources, id);
  return state.value === 'offline' || state.value === 'failed';
}

/** Whether one node can tell another something now: both run and a network between them is whole. */
function canTell(moment: Moment, from: string, to: string): Finding {
  const { world, plan } = moment;
  const ways = plan.internalNetworks.map((network) =>
    every([is(must(world.nodes, to).service, 'running'), canReach(world, from, to, network)]),
  );
  const since = ways.flatMap((way) => way.since);
  return ways.find(({ holds }) => holds) ?? { holds: false, value: null, since };
}

/**
 * A group that is down goes to its new node as soon as that can be told. A node that has been
 * declared down meanwhile does not get it: the group comes up again where it was, once that node
 * has the quorum.
 */
function handOver(moment: Moment, group: GroupDefinition): void {
  const state = must(moment.world.groups, group.id);
  const { world } = moment;
  const to = state.movingTo.value;
  if (to === null || !group.resources.every(({ id }) => isDown(moment, id))) return;
  const from = state.owner.value;
  const member = is(must(must(world.nodes, from).peers, to), 'up');
  const told = canTell(moment, from, to);
  if (member.holds && !told.holds) return;
  const { agreement } = must(world.nodes, from);
  if (!member.holds && agreement.value !== 'settled') return;
  const because = causes([
    state.movingTo.since,
    ...member.since,
    ...(member.holds ? told.since : [agreement.since]),
    ...group.resources.map(({ id }) => must(world.resources, id).state.since),
  ]);
  const target = member.holds ? to : from;
  const values = { group: group.id, from, to: target };
  const rule = member.holds ? 'hand-over' : 'take-back';
  const since = moment.occur('group-moved', group.id, values, { because, rule });
  state.owner = { value: target, since };
  state.movingTo = { value: null, since };
  for (const { id } of group.resources) {
    const resource = must(world.resources, id);
    resource.state = { value: 'offline', since };
    resource.failures = [];
  }
}

function raise(moment: Moment, group: GroupDefinition, resource: ResourceDefinition): void {
  const state = must(moment.world.resources, resource.id);
  if (!isDown(moment, resource.id)) return;
  const owner = must(moment.world.groups, group.id);
  const dependents = must(moment.plan.dependentsOf, resource.id);
  if (!dependents.every((id) => isDown(moment, id))) return;
  if (state.state.value === 'failed') return recover(moment, group, resource);
  const providers = providersOnline(moment, resource);
  if (!providers.holds) return;
  const { service } = must(moment.world.nodes, owner.owner.value);
  beginOnline(moment, resource, [
    service.since,
    owner.owner.since,
    owner.aim.since,
    state.state.since,
    ...dependents.map((id) => must(moment.world.resources, id).state.since),
    ...providers.since,
  ]);
}

/**
 * A failed resource is restarted. When that did not help and it affects its group, the group moves or
 * stays failed; else it alone stays failed (cc740098). Who is left must be settled before that.
 */
function recover(moment: Moment, group: GroupDefinition, resource: ResourceDefinition): void {
  const { world } = moment;
  const state = must(world.groups, group.id);
  if (state.aim.value === 'failed') return;
  const from = state.owner.value;
  const peers = Object.entries(must(world.nodes, from).peers);
  const target = peers.find(([, peer]) => peer.value === 'up')?.[0] ?? null;
  const subject = { moment, resource: resource.id, target };
  const restart = judge(restartRule, subject);
  if (restart.holds) {
    const dependents = must(moment.plan.dependentsOf, resource.id);
    const down = dependents.map((id) => must(world.resources, id).state.since);
    return beginOnline(moment, resource, [...restart.because, ...down, state.aim.since]);
  }
  const { agreement } = must(world.nodes, from);
  if (agreement.value !== 'settled' || !resource.affectsGroup) return;
  const failOver = judge(failOverRule, subject);
  if (failOver.holds && target !== null) {
    const values = { group: group.id, resource: resource.id, from, to: target };
    const since = moment.occur(
      'failover-started',
      group.id,
      values,
      reasonOf(failOverRule, failOver),
    );
    state.movingTo = { value: target, since };
    state.failovers = [...state.failovers, { at: moment.at, id: since }];
    moment.later(moment.at, 'group-decides', group.id);
    return;
  }
  const stands = failOver.holds ? [] : failOver.finding.since;
  const obstacle = target === null ? 'no-member' : 'used-up';
  const failures = restart.holds ? [] : restart.finding.since;
  const because = causes([...failures, ...stands, agreement.since]);
  const values = { group: group.id, resource: resource.id, obstacle } as const;
  const since = moment.occur('group-failed', group.id, values, {
    because,
    rule: failOverRule.name,
  });
  state.aim = { value: 'failed', since };
}
