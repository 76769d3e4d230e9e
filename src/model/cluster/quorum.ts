import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { is, judge } from '../kernel/rule.ts';
import { reasonOf } from '../world/moment.ts';
import { quorumOf } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
  readonly group: string;
}

/** A node with the quorum takes over the groups of nodes that it has declared down or that are gone. */
const takeGroupRule: Rule<Subject> = {
  name: 'take-group',
  conditions: [
    {
      name: 'the node runs its cluster service with the quorum',
      test: ({ moment, node }) => is(must(moment.world.nodes, node).agreement, 'settled'),
    },
    {
      name: 'the group belongs to another node',
      test: ({ moment, node, group }) => {
        const { owner } = must(moment.world.groups, group);
        return { holds: owner.value !== node, value: owner.value, since: [owner.since] };
      },
    },
    {
      name: 'that node counts as down',
      test: ({ moment, node, group }) => {
        const { owner } = must(moment.world.groups, group);
        return is(must(must(moment.world.nodes, node).peers, owner.value), 'down');
      },
    },
  ],
};

/** A node has won or kept the quorum: it brings the quorum's group online and takes over what is left. */
export function holdQuorum(moment: Moment, node: string, since: OccurrenceId): void {
  const { world, plan } = moment;
  const quorum = must(world.groups, quorumOf(plan).group.id);
  quorum.owner = { value: node, since };
  quorum.movingTo = { value: null, since };
  quorum.aim = { value: 'online', since };
  const disk = quorumOf(plan).group.resources.find(
    (resource) => resource.disk === quorumOf(plan).disk,
  );
  if (disk) {
    const resource = must(world.resources, disk.id);
    moment.cancel('resource-due', disk.id);
    if (resource.state.value !== 'online') {
      resource.state = { value: 'online', since };
      resource.stateSince = moment.at;
      resource.failures = [];
    }
  }
  for (const group of plan.scenario.groups) takeGroup(moment, node, group.id);
}

function takeGroup(moment: Moment, node: string, group: string): void {
  const state = must(moment.world.groups, group);
  moment.later(moment.at, 'group-decides', group);
  if (state.owner.value === node) return;
  const verdict = judge(takeGroupRule, { moment, node, group });
  if (!verdict.holds) return;
  const from = state.owner.value;
  const reason = reasonOf(takeGroupRule, verdict);
  const since = moment.occur('group-taken', group, { group, from, to: node }, reason);
  state.owner = { value: node, since };
  state.aim = { value: 'online', since };
  state.movingTo = { value: null, since };
  for (const { id } of moment.plan.onlineOrder[group] ?? []) {
    must(moment.world.resources, id).failures = [];
  }
}
