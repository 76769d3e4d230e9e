import { must } from '../kernel/lookup.ts';
import { causes, is } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES } from '../world/task.ts';
import { isDown, stateOf } from './hosted.ts';
import type { Hosted } from './hosted.ts';
import { canTell, nodeOf } from './members.ts';

/**
 * A group that is down goes to its new node as soon as that can be told. A node that has been
 * declared down meanwhile does not get it: the group comes up again where it was, once that node
 * has the quorum.
 */
export function handOver(hosted: Hosted): void {
  const { moment, group, state, view, steps } = hosted;
  const to = state.movingTo.value;
  const resources = steps.map(({ number }) => stateOf(view, number));
  if (to === null || !resources.every(isDown)) return;
  const from = state.owner.value;
  const { peers, agreement } = nodeOf(moment, from);
  const member = is(must(peers, to), 'up');
  const told = canTell(moment, from, to);
  if (member.holds && !told.holds) return;
  if (!member.holds && agreement.value !== 'settled') return;
  const because = causes([
    state.movingTo.since,
    ...member.since,
    ...(member.holds ? told.since : [must(peers, to).since, agreement.since]),
    ...resources.map((resource) => resource.state.since),
  ]);
  const target = member.holds ? to : from;
  const values = { group, from, to: target };
  const rule = member.holds ? 'hand-over' : 'take-back';
  const since = moment.occur('group-moved', group, values, { because, rule });
  state.owner = { value: target, since };
  state.movingTo = { value: null, since };
  for (const resource of resources) {
    resource.state = { value: 'offline', since };
    resource.failures = [];
  }
}

/** Groups that wait to tell their new node look again whether they can. */
export function handOverAgain(moment: Moment): void {
  const { groups } = moment.world;
  for (const group in groups)
    if (groups[group]?.movingTo.value !== null) moment.later(moment.at, GROUP_DECIDES, group);
}
