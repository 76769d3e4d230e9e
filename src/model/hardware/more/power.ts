import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import type { Rule } from '../../kernel/rule.ts';
import { causes, is, judge, NO, YES } from '../../kernel/rule.ts';
import { reasonOf } from '../../world/moment.ts';
import type { Moment } from '../../world/moment.ts';
import { BOOT_ENDS } from '../../world/task.ts';
import { bootTime, hasPower, powerOff, powerOn } from '../power.ts';
import type { Subject } from '../power.ts';
import { repowered } from '../known.ts';
import { hasFeed } from '../reach.ts';

/** A node is off as soon as nothing feeds it. */
const losePowerRule: Rule<Subject> = {
  name: 'lose-power',
  conditions: [
    hasPower,
    {
      name: 'none of its feeds works',
      test: ({ moment: { plan, world }, node }) => {
        const feed = hasFeed(plan, world, node);
        return { ...feed, holds: !feed.holds };
      },
    },
  ],
};

/** A node that was off because of its feeds starts with the first that works again. */
const powerReturnsRule: Rule<Subject> = {
  name: 'power-returns',
  conditions: [
    {
      name: 'the node is off because its feeds were',
      test: ({ moment: { world }, node }) => {
        const off = is(must(world.power, node), 'off');
        return { ...off, holds: off.holds && must(world.waitingForPower, node) };
      },
    },
    {
      name: 'one of its feeds works',
      test: ({ moment: { plan, world }, node }) => hasFeed(plan, world, node),
    },
    {
      name: 'it starts by itself when power returns',
      test: ({ moment: { parameters } }) => (parameters.powerReturnsOn === 1 ? YES : NO),
    },
  ],
};

/** An operating system that is asked to shut down is gone some time after the cluster service. */
const shutDownRule: Rule<Subject> = {
  name: 'shut-down',
  conditions: [
    {
      name: 'it is shutting down',
      test: ({ moment, node }) => is(must(moment.world.systems, node), 'shutting-down'),
    },
    {
      name: 'its cluster service has stopped',
      test: ({ moment, node }) => is(must(moment.world.nodes, node).service, 'stopped'),
    },
  ],
};

/** After a feed has failed or works again: nodes go off and on with their feeds. */
export function followFeeds(moment: Moment): void {
  for (const node of moment.plan.nodes) {
    const subject = { moment, node };
    const lost = judge(losePowerRule, subject);
    if (lost.holds) {
      powerOff(moment, node, reasonOf(losePowerRule, lost));
      moment.world.waitingForPower[node] = true;
    }
    const returns = judge(powerReturnsRule, subject);
    if (returns.holds) powerOn(moment, node, reasonOf(powerReturnsRule, returns));
  }
}

/** The operating system is down: the node switches itself off or, for a restart, starts again. */
export function endShutDown(moment: Moment, node: string): void {
  const { world } = moment;
  const verdict = judge(shutDownRule, { moment, node });
  if (!verdict.holds) return;
  const reason = reasonOf(shutDownRule, verdict);
  const since = moment.occur('node-shut-down', node, { node }, reason);
  world.power[node] = { value: 'off', since };
  world.systems[node] = { value: 'down', since };
  repowered(world);
  if (must(world.waitingForPower, node))
    powerOn(moment, node, { because: [since], rule: 'restart' });
}

/** A node stops with a stop error (0x9E), keeps its power, and starts again by itself (an assumption). */
export function crash(
  moment: Moment,
  node: string,
  because: readonly OccurrenceId[],
): OccurrenceId {
  const reason = { because: causes(because), rule: 'watchdog' };
  const since = moment.occur('node-crashed', node, { node }, reason);
  moment.world.systems[node] = { value: 'booting', since };
  moment.later(moment.at + bootTime(moment, node), BOOT_ENDS, node);
  return since;
}
