import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import type { RefusalReason } from './types.ts';

/** What an administrator asks of the cluster needs a running cluster service on the group's owner. */
function ownerRefusal(moment: Moment, group: string): RefusalReason | null {
  const state = must(moment.world.groups, group);
  const node = state.owner.value;
  const owner = must(moment.world.nodes, node);
  if (owner.service.value !== 'running') return { code: 'owner-not-running', group, node };
  if (state.movingTo.value !== null || owner.agreement.value !== 'settled')
    return { code: 'busy', group };
  return null;
}

/** Moves a group to another node in order: dependents offline first, then providers online first. */
export function performMove(
  moment: Moment,
  group: string,
  to: string | null,
): RefusalReason | null {
  const { world } = moment;
  const state = must(world.groups, group);
  const from = state.owner.value;
  const others = Object.keys(must(world.nodes, from).peers);
  const target = to ?? (others.length === 1 ? others[0] : undefined);
  if (others.length === 0) return { code: 'no-other-node', group };
  if (target === undefined) return { code: 'several-targets', group };
  if (target === from) return { code: 'same-owner', group, node: from };
  const refusal = ownerRefusal(moment, group);
  if (refusal) return refusal;
  const { peers, agreement, service } = must(world.nodes, from);
  const member = must(peers, target);
  if (member.value !== 'up') return { code: 'not-a-member', node: target };
  const because = causes(
    [state.owner, state.movingTo, service, agreement, member].map(({ since }) => since),
  );
  const since = moment.occur(
    'move-started',
    group,
    { group, from, to: target },
    { because, rule: null },
  );
  state.movingTo = { value: target, since };
  state.aim = { value: 'online', since };
  return null;
}

/** Brings what failed in a group online again; its failures are forgotten. */
export function performBringOnline(moment: Moment, group: string): RefusalReason | null {
  const { world, plan } = moment;
  const refusal = ownerRefusal(moment, group);
  if (refusal) return refusal;
  const state = must(world.groups, group);
  const resources = must(plan.onlineOrder, group).map(({ id }) => must(world.resources, id));
  const failed = resources.filter((resource) => resource.state.value === 'failed');
  if (state.aim.value !== 'failed' && failed.length === 0) return { code: 'nothing-failed', group };
  const because = causes([state.aim.since, ...failed.map((resource) => resource.state.since)]);
  const since = moment.occur('group-brought-online', group, { group }, { because, rule: null });
  state.aim = { value: 'online', since };
  state.failovers = [];
  for (const resource of resources) resource.failures = [];
  for (const resource of failed) resource.state = { value: 'offline', since };
  return null;
}
