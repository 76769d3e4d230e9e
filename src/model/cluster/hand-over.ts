import { must } from '../kernel/lookup.ts';
import { causes, is } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import type { Hosted } from './hosted.ts';
import { canTell, nodeOf } from './members.ts';

function isAllDown({ group, view }: Hosted): boolean {
  return group.resources.every(({ id }) => {
    const { value } = must(view.resources, id).state;
    return value === 'offline' || value === 'failed';
  });
}

/**
 * A group that is down goes to its new node as soon as that can be told. A node that has been
 * declared down meanwhile does not get it: the group comes up again where it was, once that node
 * has the quorum.
 */
export function handOver(hosted: Hosted): void {
  const { moment, group, state, view } = hosted;
  const to = state.movingTo.value;
  if (to === null || !isAllDown(hosted)) return;
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
    ...group.resources.map(({ id }) => must(view.resources, id).state.since),
  ]);
  const target = member.holds ? to : from;
  const values = { group: group.id, from, to: target };
  const rule = member.holds ? 'hand-over' : 'take-back';
  const since = moment.occur('group-moved', group.id, values, { because, rule });
  state.owner = { value: target, since };
  state.movingTo = { value: null, since };
  for (const { id } of group.resources) {
    const resource = must(view.resources, id);
    resource.state = { value: 'offline', since };
    resource.failures = [];
  }
}

/** Groups that wait to tell their new node look again whether they can. */
export function handOverAgain(moment: Moment): void {
  for (const [group, { movingTo }] of Object.entries(moment.world.groups))
    if (movingTo.value !== null) moment.later(moment.at, 'group-decides', group);
}
