import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import { acts, canHave, isPossibleOwner, nextOwner } from '../cluster/index.ts';
import { formationOf, groupIn } from '../world/formation.ts';
import type { ClusterGroup } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES } from '../world/task.ts';
import type { RefusalReason } from './types.ts';

/** The part of the cluster that an administrator's request reaches: the first one in which the owner runs. */
export function reached(moment: Moment, group: string): { state: ClusterGroup; formation: number } {
  const { world } = moment;
  for (let formation = 0; formation <= world.rivals.length; formation += 1) {
    const state = groupIn(world, formation, group);
    if (acts(moment, state.owner.value)) return { state, formation };
  }
  return { state: must(world.groups, group), formation: 0 };
}

/** What an administrator asks of the cluster needs a running cluster service on the group's owner. */
export function ownerRefusal(
  moment: Moment,
  group: string,
  state: ClusterGroup,
): RefusalReason | null {
  const node = state.owner.value;
  const owner = must(moment.world.nodes, node);
  const isAwake = must(moment.world.systems, node).value === 'up';
  if (owner.service.value !== 'running' || !isAwake)
    return { code: 'owner-not-running', group, node };
  const isBusy =
    state.movingTo.value !== null ||
    owner.agreement.value !== 'settled' ||
    owner.leaving.value !== 'no';
  return isBusy ? { code: 'busy', group } : null;
}

/** Why a node cannot be given a group. */
function targetRefusal(
  moment: Moment,
  group: string,
  from: string,
  to: string,
): RefusalReason | null {
  const { world, plan } = moment;
  if (
    must(must(world.nodes, from).peers, to).value !== 'up' ||
    must(world.nodes, to).leaving.value !== 'no'
  )
    return { code: 'not-a-member', node: to };
  if (must(world.nodes, to).paused.value) return { code: 'paused', node: to };
  if (!isPossibleOwner(moment, group, to).holds)
    return { code: 'not-a-possible-owner', group, node: to };
  const { groups } = formationOf(world, must(world.nodes, from).formation);
  const hosts = plan.mailboxServers.some(
    (other) => other !== group && must(groups, other).owner.value === to,
  );
  return hosts && plan.mailboxServers.includes(group)
    ? { code: 'hosts-another', group, node: to }
    : null;
}

/** Moves a group to another node in order: dependents offline first, then providers online first. */
export function performMove(
  moment: Moment,
  group: string,
  to: string | null,
): RefusalReason | null {
  const { state, formation } = reached(moment, group);
  const from = state.owner.value;
  const others = moment.plan.nodes.filter((node) => node !== from);
  if (others.length === 0) return { code: 'no-other-node', group };
  if (to === from) return { code: 'same-owner', group, node: from };
  const refusal = ownerRefusal(moment, group, state);
  if (refusal) return refusal;
  const best = nextOwner(moment, from, group, from, 'best-possible');
  const target = to ?? (others.length === 1 ? (others[0] ?? null) : best.value);
  if (target === null) return { code: 'no-other-node', group };
  const objection = targetRefusal(moment, group, from, target);
  if (objection) return objection;
  const { agreement, service } = must(moment.world.nodes, from);
  const because = causes([
    ...[state.owner, state.movingTo, service, agreement].map(({ since }) => since),
    ...(to === null ? best.since : canHave(moment, from, group, target).since),
  ]);
  const values = { group, from, to: target };
  const since = moment.occur('move-started', group, values, { because, rule: null });
  state.movingTo = { value: target, since };
  if (state.aim.value === 'failed') state.aim = { value: 'online', since };
  moment.later(moment.at, GROUP_DECIDES, group, formation);
  return null;
}

/** Brings a group online that is offline or failed; its failures are forgotten. */
export function bringGroupOnline(moment: Moment, group: string): RefusalReason | null {
  const { state, formation } = reached(moment, group);
  const refusal = ownerRefusal(moment, group, state);
  if (refusal) return refusal;
  const view = formationOf(moment.world, formation);
  const resources = must(moment.plan.groups, group).resources.map(({ id }) =>
    must(view.resources, id),
  );
  const failed = resources.filter((resource) => resource.state.value === 'failed');
  const unwanted = resources.filter(({ aim }) => aim.value === 'offline');
  if (state.aim.value === 'online' && failed.length === 0 && unwanted.length === 0)
    return { code: 'nothing-failed', group };
  const because = causes([
    state.aim.since,
    ...failed.map((resource) => resource.state.since),
    ...unwanted.map(({ aim }) => aim.since),
  ]);
  const since = moment.occur('group-brought-online', group, { group }, { because, rule: null });
  state.aim = { value: 'online', since };
  state.failovers = [];
  for (const resource of resources) {
    resource.failures = [];
    if (resource.aim.value === 'offline') resource.aim = { value: 'online', since };
  }
  for (const resource of failed) resource.state = { value: 'offline', since };
  return null;
}
