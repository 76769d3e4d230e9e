import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { isQuorumDisk } from '../../scenario/plan.ts';
import { formationOf, groupIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { GROUP_DECIDES, LEAVE_DUE, SHUT_DOWN_ENDS } from '../../world/task.ts';
import { stopListening } from '../heartbeats.ts';
import { isDown } from '../hosted.ts';
import { acts, canTell, nodeOf, othersOf } from '../members.ts';
import { nextOwner } from '../owners.ts';
import type { Choice } from '../owners.ts';
import { endService, stopService } from '../stop.ts';
import { countAfterLeaving } from './votes.ts';

/** What becomes of a node whose cluster service stops in order. */
export type Then = 'stop' | 'shut-down' | 'restart';

/**
 * A cluster service begins to leave: it hands its groups over in order and then stops. A node that
 * shuts down has a limited time for that (KB Q252974).
 */
export function leave(moment: Moment, node: string, then: Then, since: OccurrenceId): void {
  const self = nodeOf(moment, node);
  if (!acts(moment, node)) return finish(moment, node, then, since);
  self.leaving = { value: then, since };
  if (then !== 'stop')
    moment.later(moment.at + moment.parameters.shutdownAllowance, LEAVE_DUE, node);
  for (const { id } of moment.plan.scenario.groups)
    moment.later(moment.at, GROUP_DECIDES, id, self.formation);
  leaveWhenEmpty(moment, node);
}

/** The node that gets a group whose own is about to stop; none for one that was given up or already moves. */
function heirOf(moment: Moment, group: string, formation: number): Choice {
  const { owner, movingTo, aim } = groupIn(moment.world, formation, group);
  if (movingTo.value !== null || aim.value === 'failed') return { value: null, since: [] };
  return nextOwner(moment, owner.value, group, owner.value, 'resource-failed');
}

/** A group whose node is about to stop begins to move, if another node can have it. */
export function giveAway(moment: Moment, group: string, formation: number): void {
  const state = groupIn(moment.world, formation, group);
  const from = state.owner.value;
  const { leaving, agreement } = nodeOf(moment, from);
  const target = heirOf(moment, group, formation);
  // While it is not settled who goes on, nothing changes hands.
  if (target.value === null || agreement.value !== 'settled') return;
  const values = { group, from, to: target.value };
  const because = causes([leaving.since, agreement.since, state.owner.since, ...target.since]);
  const since = moment.occur('move-started', group, values, { because, rule: 'leave' });
  state.movingTo = { value: target.value, since };
  moment.later(moment.at, GROUP_DECIDES, group, formation);
}

/** Whether nothing of a group is up any more, but for the quorum disk, which is kept to the end. */
function isCleared(moment: Moment, group: string, formation: number): boolean {
  const { resources } = formationOf(moment.world, formation);
  return must(moment.plan.groups, group).resources.every(
    ({ id, disk }) => isQuorumDisk(moment.plan, disk) || isDown(must(resources, id)),
  );
}

/** The groups that a node whose service runs has in its own part of the cluster. */
export function hostedBy(moment: Moment, node: string): readonly string[] {
  const { groups } = formationOf(moment.world, nodeOf(moment, node).formation);
  if (!acts(moment, node)) return [];
  return Object.keys(groups).filter((id) => must(groups, id).owner.value === node);
}

/** A leaving node goes when nothing of its groups is up, and nobody can have what it still has. */
export function leaveWhenEmpty(moment: Moment, node: string): void {
  const { leaving, formation } = nodeOf(moment, node);
  if (leaving.value === 'no' || !acts(moment, node)) return;
  const { groups } = formationOf(moment.world, formation);
  const own = hostedBy(moment, node);
  const wanted = own.filter((id) => heirOf(moment, id, formation).value !== null);
  for (const id of wanted) moment.later(moment.at, GROUP_DECIDES, id, formation);
  const isLeft = (id: string): boolean =>
    must(groups, id).movingTo.value === null && isCleared(moment, id, formation);
  if (wanted.length === 0 && own.every(isLeft)) sayFarewell(moment, node);
}

/** The time for putting things in order is over. */
export function endLeaving(moment: Moment, node: string): void {
  if (nodeOf(moment, node).leaving.value !== 'no') sayFarewell(moment, node);
}

/** What decided when a node could go: the groups it gave away, and what kept the others. */
function whatWasLeft(moment: Moment, node: string): readonly OccurrenceId[] {
  const { groups, resources } = formationOf(moment.world, nodeOf(moment, node).formation);
  return moment.plan.scenario.groups.flatMap(({ id, resources: own }) => {
    const { owner, movingTo } = must(groups, id);
    if (owner.value !== node) return [owner.since];
    const told = movingTo.value === null ? [] : canTell(moment, node, movingTo.value).since;
    const states = own.map((resource) => must(resources, resource.id));
    return [owner.since, ...told, ...states.flatMap((one) => [one.state.since, one.health.since])];
  });
}

function sayFarewell(moment: Moment, node: string): void {
  const self = nodeOf(moment, node);
  if (!moment.plan.quorum)
    return finish(moment, node, self.leaving.value as Then, self.leaving.since);
  const because = causes([self.leaving.since, ...whatWasLeft(moment, node)]);
  const then = self.leaving.value as Then;
  const peers = othersOf(moment, node).filter(
    (peer) => must(self.peers, peer).value === 'up' && canTell(moment, node, peer).holds,
  );
  const values = { node, told: peers.join(' ') };
  const since = moment.occur('node-left', node, values, { because, rule: 'leave' });
  for (const peer of peers) {
    nodeOf(moment, peer).peers[node] = { value: 'down', since };
    stopListening(moment, peer, node);
  }
  finish(moment, node, then, since);
  if (peers.length > 0) countAfterLeaving(moment, node, since);
}

function finish(moment: Moment, node: string, then: Then, since: OccurrenceId): void {
  const self = nodeOf(moment, node);
  if (!moment.plan.quorum) endService(moment, node, since);
  else if (self.service.value !== 'stopped')
    stopService(moment, node, then === 'stop' ? 'stopped-by-administrator' : 'node-shut-down', [
      since,
    ]);
  afterLeaving(moment, node, then, since);
}

/** A cluster service that was stopped does not start by itself; a node that shuts down goes off. */
export function afterLeaving(moment: Moment, node: string, then: Then, since: OccurrenceId): void {
  if (then === 'stop') nodeOf(moment, node).startsItself = { value: false, since };
  else moment.later(moment.at + moment.parameters.shutdownDuration, SHUT_DOWN_ENDS, node);
}
