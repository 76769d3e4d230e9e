import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding, Rule } from '../kernel/rule.ts';
import { causes, found, is, judge } from '../kernel/rule.ts';
import { quorumDiskOf, quorumOf } from '../scenario/plan.ts';
import { formationOf, groupIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES, NODE_DECIDES, RESOURCE_DUE } from '../world/task.ts';
import { dropGroup } from './drop.ts';
import { stateOf } from './hosted.ts';
import { nodeOf } from './members.ts';
import { nextOwner } from './owners.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
  readonly group: string;
}

function ownerOf({ moment, node, group }: Subject) {
  return groupIn(moment.world, nodeOf(moment, node).formation, group).owner;
}

/** A node with the quorum takes over the groups of nodes that it has declared down or that are gone. */
const takeGroupRule: Rule<Subject> = {
  name: 'take-group',
  conditions: [
    {
      name: 'the node has the quorum',
      test: ({ moment, node }) => is(nodeOf(moment, node).agreement, 'settled'),
    },
    {
      name: 'another has it',
      test: (subject): Finding => {
        const { value, since } = ownerOf(subject);
        return found(value !== subject.node, since);
      },
    },
    {
      name: 'that one is down',
      test: (subject) =>
        is(must(nodeOf(subject.moment, subject.node).peers, ownerOf(subject).value), 'down'),
    },
  ],
};

/** A part of the cluster may go on: everybody in it is settled and takes over what is left. */
export function settle(
  moment: Moment,
  leader: string,
  members: readonly string[],
  since: OccurrenceId,
): void {
  for (const node of members) {
    const self = nodeOf(moment, node);
    if (self.agreement.value !== 'settled') self.agreement = { value: 'settled', since };
    self.leader = node;
    if (self.service.value !== 'forming') continue;
    const reason = { because: [since], rule: 'form-cluster' };
    const formed = moment.occur('cluster-formed', node, { node }, reason);
    self.service = { value: 'running', since: formed };
  }
  takeGroups(moment, leader);
  for (const node of members) moment.later(moment.at, NODE_DECIDES, node);
}

/** The quorum disk is online on the node that won it, and the group that has it is there. */
export function holdDisk(moment: Moment, node: string, since: OccurrenceId): void {
  const { plan, world } = moment;
  const { group } = quorumOf(plan);
  if (!group) return;
  const { formation } = nodeOf(moment, node);
  const { groups, resources } = formationOf(world, formation);
  const state = must(groups, group.id);
  state.owner = { value: node, since };
  state.movingTo = { value: null, since };
  state.aim = { value: 'online', since };
  const id = must(plan.resourceOfDisk, quorumDiskOf(plan));
  const resource = must(resources, id);
  moment.cancel(RESOURCE_DUE, id, formation);
  if (resource.state.value !== 'online') {
    resource.state = { value: 'online', since };
    resource.stateSince = moment.at;
    resource.failures = [];
  }
  moment.later(moment.at, GROUP_DECIDES, group.id, formation);
}

/** Whatever belongs to nodes that are down gets a new owner among those that go on. */
export function takeGroups(moment: Moment, node: string): void {
  const { formation } = nodeOf(moment, node);
  for (const { id } of moment.plan.scenario.groups) {
    moment.later(moment.at, GROUP_DECIDES, id, formation);
    takeGroup(moment, node, id, formation);
  }
}

function takeGroup(moment: Moment, node: string, group: string, formation: number): void {
  const state = groupIn(moment.world, formation, group);
  if (state.owner.value === node) return;
  const verdict = judge(takeGroupRule, { moment, node, group });
  if (!verdict.holds) return;
  const from = state.owner.value;
  const isOfQuorum = group === moment.plan.quorum?.group?.id;
  const target = isOfQuorum
    ? { value: node, since: [] }
    : nextOwner(moment, node, group, from, 'node-down');
  if (target.value === null) return;
  const to = target.value;
  const reason = { because: causes([...verdict.because, ...target.since]), rule: 'take-group' };
  const since = moment.occur('group-taken', group, { group, from, to }, reason);
  leaveBehind(moment, from, group, formation, since);
  state.owner = { value: to, since };
  state.movingTo = { value: null, since };
  if (state.aim.value === 'failed') state.aim = { value: 'online', since };
}

/** What the old owner may still believe to have, because it stood still while it was counted out. */
function leaveBehind(
  moment: Moment,
  from: string,
  group: string,
  formation: number,
  since: OccurrenceId,
): void {
  const old = nodeOf(moment, from);
  const view = formationOf(moment.world, formation);
  const isThere = old.service.value === 'running' || old.service.value === 'hung';
  const hasIt = must(moment.plan.onlineOrder, group).some(
    ({ number }) => stateOf(view, number).state.value === 'online',
  );
  if (isThere && hasIt && old.formation === formation) old.claims = [...old.claims, group];
  dropGroup(moment, group, from, formation, since);
}
