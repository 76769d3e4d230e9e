import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding, Rule } from '../kernel/rule.ts';
import { causes, is } from '../kernel/rule.ts';
import type { FailureSign } from '../occurrences/cluster.ts';
import { ALL_OTHERS, numberOf, restartActionOf } from '../properties/index.ts';
import type { ClusterGroup, ClusterResource, Counted } from '../world/cluster.ts';
import { formationOf, resourceIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES, POLL_DUE, RESOURCE_DUE } from '../world/task.ts';
import { nodeOf } from './members.ts';
import type { Choice } from './owners.ts';

/** Counts something that still lies within its period. */
function within(counted: readonly Counted[], from: number): readonly Counted[] {
  return counted.filter(({ at }) => at > from);
}

/** A resource has failed. What depends on it is taken offline, then the group decides what to do. */
export function failResource(
  moment: Moment,
  id: string,
  how: FailureSign,
  because: readonly OccurrenceId[],
  formation = 0,
): void {
  const { world, plan } = moment;
  const { groups, resources } = formationOf(world, formation);
  const resource = must(resources, id);
  const group = must(plan.groupOf, id);
  const node = must(groups, group.id).owner.value;
  const period = numberOf(moment, id, 'RestartPeriod').value;
  const recent = within(resource.failures, moment.at - period);
  const since = moment.occur(
    'resource-failed',
    id,
    { resource: id, node, failures: recent.length + 1, how },
    { because: causes([...because, resource.state.since]), rule: 'fail-resource' },
  );
  moment.cancel(resource.state.value === 'online' ? POLL_DUE : RESOURCE_DUE, id, formation);
  resource.failures = [...recent, { at: moment.at, id: since }];
  resource.state = { value: 'failed', since };
  resource.stateSince = moment.at;
  resource.preparing = false;
  const definition = must(plan.resources, id);
  moment.resourceTypes[definition.type].wasDropped?.(moment, definition, node, since);
  moment.later(moment.at, GROUP_DECIDES, group.id, formation);
}

/** A failed resource, and the node that its group would go to. */
export interface Failed {
  readonly moment: Moment;
  readonly resource: string;
  readonly formation: number;
  readonly target: Choice;
}

function resourceOf({ moment, resource, formation }: Failed): ClusterResource {
  return resourceIn(moment.world, formation, resource);
}

function groupOf({ moment, resource, formation }: Failed): ClusterGroup {
  const { groups } = formationOf(moment.world, formation);
  return must(groups, must(moment.plan.groupOf, resource).id);
}

const failed = {
  name: 'it has failed',
  test: (subject: Failed): Finding => is(resourceOf(subject).state, 'failed'),
};

/** A failed resource is restarted in place while its threshold lasts (KB 947712, RestartPeriod). */
export const restartRule: Rule<Failed> = {
  name: 'restart-resource',
  conditions: [
    failed,
    {
      name: 'it may be restarted',
      test: ({ moment, resource }) => is(restartActionOf(moment, resource), 'restart', 'fail-over'),
    },
    {
      name: 'it may restart again',
      test(subject) {
        const { failures } = resourceOf(subject);
        const threshold = numberOf(subject.moment, subject.resource, 'RestartThreshold');
        return {
          holds: failures.length <= threshold.value,
          since: [threshold.since, ...failures.map(({ id }) => id)],
        };
      },
    },
  ],
};

/** How often a group may fail over; on Windows Server 2008 by default once for each other node. */
function failoverLimit({ moment, resource }: Failed): { value: number; since: OccurrenceId } {
  const { value, since } = numberOf(
    moment,
    must(moment.plan.groupOf, resource).id,
    'FailoverThreshold',
  );
  return { value: value === ALL_OTHERS ? moment.plan.nodes.length - 1 : value, since };
}

/** Otherwise its group fails over, if the resource affects the group and another node can have it. */
export const failOverRule: Rule<Failed> = {
  name: 'fail-over-group',
  conditions: [
    failed,
    {
      name: 'it affects its group',
      test: ({ moment, resource }) => is(restartActionOf(moment, resource), 'fail-over'),
    },
    {
      name: 'its node is settled',
      test: (subject) =>
        is(nodeOf(subject.moment, groupOf(subject).owner.value).agreement, 'settled'),
    },
    {
      name: 'another can have it',
      test: ({ target }) => ({ holds: target.value !== null, since: target.since }),
    },
    {
      name: 'it may fail over again',
      test(subject) {
        const group = must(subject.moment.plan.groupOf, subject.resource).id;
        const period = numberOf(subject.moment, group, 'FailoverPeriod').value;
        const recent = within(groupOf(subject).failovers, subject.moment.at - period);
        const limit = failoverLimit(subject);
        return {
          holds: recent.length < limit.value,
          since: [limit.since, ...recent.map(({ id }) => id)],
        };
      },
    },
  ],
};
