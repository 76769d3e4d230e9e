import { must } from '../kernel/lookup.ts';
import type { Condition, Rule } from '../kernel/rule.ts';
import { is, judge } from '../kernel/rule.ts';
import { repowered } from './known.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment, Reason } from '../world/moment.ts';
import { BOOT_ENDS, SHUT_DOWN_ENDS } from '../world/task.ts';

/** A node that something may happen to. */
export interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

/** The condition that a node has power. */
export const hasPower: Condition<Subject> = {
  name: 'the node has power',
  test: ({ moment, node }) => is(must(moment.world.power, node), 'on'),
};

/** A powered node has its operating system after the time that takes. */
const bootRule: Rule<Subject> = {
  name: 'boot',
  conditions: [
    hasPower,
    {
      name: 'it is starting',
      test: ({ moment, node }) => is(must(moment.world.systems, node), 'booting'),
    },
  ],
};

/** How long a node takes to start. */
export function bootTime({ plan, parameters }: Moment, node: string): number {
  return must(plan.nodeOf, node).bootDelay + parameters.bootDuration;
}

/** Gives a node power, for a reason; its operating system starts after its own delay. */
export function powerOn(moment: Moment, node: string, reason: Reason): void {
  const { world } = moment;
  const since = moment.occur('node-powered-on', node, { node }, reason);
  world.power[node] = { value: 'on', since };
  world.systems[node] = { value: 'booting', since };
  repowered(world);
  world.waitingForPower[node] = false;
  moment.later(moment.at + bootTime(moment, node), BOOT_ENDS, node);
}

/** Takes a node's power away, for a reason; whatever its operating system did ends at once. */
export function powerOff(moment: Moment, node: string, reason: Reason): void {
  const { world } = moment;
  const since = moment.occur('node-powered-off', node, { node }, reason);
  world.power[node] = { value: 'off', since };
  world.systems[node] = { value: 'down', since };
  repowered(world);
  world.waitingForPower[node] = false;
  moment.cancel(BOOT_ENDS, node);
  moment.cancel(SHUT_DOWN_ENDS, node);
}

/** Ends the start of a node's operating system. */
export function endBoot(moment: Moment, node: string): void {
  const verdict = judge(bootRule, { moment, node });
  if (!verdict.holds) return;
  const tookMs = bootTime(moment, node);
  const since = moment.occur('node-booted', node, { node, tookMs }, reasonOf(bootRule, verdict));
  moment.world.systems[node] = { value: 'up', since };
}
