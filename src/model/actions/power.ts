import { hasFeed, powerOff, powerOn } from '../hardware/index.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import type { RefusalReason } from './types.ts';

/** Presses a node's power button. Refused when it is so already, and without a working feed. */
export function switchPower(
  moment: Moment,
  node: string,
  value: 'on' | 'off',
): RefusalReason | null {
  const { world, plan } = moment;
  const power = must(world.power, node);
  if (power.value === value) return { code: 'already-so', part: node, state: value };
  if (value === 'off') {
    powerOff(moment, node, { because: causes([power.since]), rule: null });
    return null;
  }
  const feed = hasFeed(plan, world, node);
  if (!feed.holds) return { code: 'no-power', node };
  powerOn(moment, node, { because: causes([power.since, ...feed.since]), rule: null });
  return null;
}
