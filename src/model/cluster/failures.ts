import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding, Rule } from '../kernel/rule.ts';
import { causes, is } from '../kernel/rule.ts';
import type { ClusterResource, Counted } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';

/** Counts something that still lies within its period. */
function within(counted: readonly Counted[], from: number): readonly Counted[] {
  return counted.filter(({ at }) => at > from);
}

/** A resource has failed. What depends on it is taken offline, then the group decides what to do. */
export function failResource(
  moment: Moment,
  id: string,
  how: 'poll' | 'reservation' | 'access' | 'attempt',
  because: readonly OccurrenceId[],
): void {
  const { world, plan, parameters } = moment;
  const resource = must(world.resources, id);
  const group = must(plan.groupOf, id);
  const node = must(world.groups, group.id).owner.value;
  const recent = within(resource.failures, moment.at - parameters.restartPeriod);
  const since = moment.occur(
    'resource-failed',
    id,
    { resource: id, node, failures: recent.length + 1, how },
    { because: causes([...because, resource.state.since]), rule: 'fail-resource' },
  );
  moment.cancel('resource-due', id);
  resource.failures = [...recent, { at: moment.at, id: since }];
  resource.state = { value: 'failed', since };
  resource.stateSince = moment.at;
  resource.preparing = false;
  const definition = must(plan.resources, id);
  moment.resourceTypes[definition.type].wasDropped?.(moment, definition, node, since);
  moment.later(moment.at, 'group-decides', group.id);
}

interface Subject {
  readonly moment: Moment;
  readonly resource: string;
  readonly target: string | null;
}

function failuresOf({ moment, resource }: Subject): ClusterResource['failures'] {
  return must(moment.world.resources, resource).failures;
}

const failed = {
  name: 'the resource has failed',
  test: ({ moment, resource }: Subject): Finding =>
    is(must(moment.world.resources, resource).state, 'failed'),
};

/** A failed resource is restarted in place while its threshold lasts (KB 947712, RestartPeriod). */
export const restartRule: Rule<Subject> = {
  name: 'restart-resource',
  conditions: [
    failed,
    {
      name: 'its restart threshold is not used up',
      test: (subject) => {
        const failures = failuresOf(subject);
        return {
          holds: failures.length <= subject.moment.parameters.restartThreshold,
          value: failures.length,
          since: failures.map(({ id }) => id),
        };
      },
    },
  ],
};

/** Otherwise its group fails over, if the resource affects the group and another node can have it. */
export const failOverRule: Rule<Subject> = {
  name: 'fail-over-group',
  conditions: [
    failed,
    {
      name: 'the resource affects its group',
      test: ({ moment, resource }) => {
        const { affectsGroup } = must(moment.plan.resources, resource);
        return { holds: affectsGroup, value: affectsGroup, since: [] };
      },
    },
    {
      name: 'its node is settled with the others or with the quorum disk',
      test: ({ moment, resource }) => {
        const group = must(moment.world.groups, must(moment.plan.groupOf, resource).id);
        return is(must(moment.world.nodes, group.owner.value).agreement, 'settled');
      },
    },
    {
      name: 'another node is a member',
      test: ({ moment, resource, target }) => {
        const group = must(moment.world.groups, must(moment.plan.groupOf, resource).id);
        const { peers } = must(moment.world.nodes, group.owner.value);
        if (target !== null) return is(must(peers, target), 'up');
        return { holds: false, value: null, since: Object.values(peers).map(({ since }) => since) };
      },
    },
    {
      name: "the group's failover threshold is not used up",
      test: ({ moment, resource }) => {
        const group = must(moment.world.groups, must(moment.plan.groupOf, resource).id);
        const { groupFailoverPeriod, groupFailoverThreshold } = moment.parameters;
        const recent = within(group.failovers, moment.at - groupFailoverPeriod);
        return {
          holds: recent.length < groupFailoverThreshold,
          value: recent.length,
          since: recent.map(({ id }) => id),
        };
      },
    },
    {
      name: 'its restarts did not help',
      test: (subject) => ({
        holds: true,
        value: null,
        since: failuresOf(subject).map(({ id }) => id),
      }),
    },
  ],
};
