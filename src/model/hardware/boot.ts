import { must } from '../kernel/lookup.ts';
import type { Rule } from '../kernel/rule.ts';
import { is, judge } from '../kernel/rule.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment } from '../world/moment.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

/** A powered node has its operating system after the time that takes. */
const bootRule: Rule<Subject> = {
  name: 'boot',
  conditions: [
    {
      name: 'the node has power',
      test: ({ moment, node }) => is(must(moment.world.power, node), 'on'),
    },
    {
      name: 'it is starting',
      test: ({ moment, node }) => is(must(moment.world.systems, node), 'booting'),
    },
  ],
};

/** Ends the start of a node's operating system. */
export function endBoot(moment: Moment, node: string): void {
  const verdict = judge(bootRule, { moment, node });
  if (!verdict.holds) return;
  const tookMs = moment.parameters.bootDuration;
  const since = moment.occur('node-booted', node, { node, tookMs }, reasonOf(bootRule, verdict));
  moment.world.systems[node] = { value: 'up', since };
}
