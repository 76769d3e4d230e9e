import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { is, judge } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import { reasonOf } from '../world/moment.ts';
import { GROUP_DECIDES } from '../world/task.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

/** A server that belongs to no cluster asks nobody: it starts what it hosts when it has started. */
const startAloneRule: Rule<Subject> = {
  name: 'start-alone',
  conditions: [
    {
      name: 'its system runs',
      test: ({ moment, node }) => is(must(moment.world.systems, node), 'up'),
    },
    {
      name: 'its services do not',
      test: ({ moment, node }) => is(must(moment.world.nodes, node).service, 'stopped'),
    },
  ],
};

/** Starts the services of a server that stands alone. */
export function startAlone(moment: Moment, node: string): void {
  const verdict = judge(startAloneRule, { moment, node });
  if (!verdict.holds) return;
  const since = moment.occur('services-started', node, { node }, reasonOf(startAloneRule, verdict));
  must(moment.world.nodes, node).service = { value: 'running', since };
  for (const group of moment.plan.scenario.groups) moment.later(moment.at, GROUP_DECIDES, group.id);
}
