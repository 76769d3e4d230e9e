import { initialCluster } from '../cluster/index.ts';
import { initialExchange } from '../exchange/index.ts';
import { initialHardware } from '../hardware/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { World } from '../world/moment.ts';

/** The world when a scenario begins: steady, with everything working. */
export function initialWorld(plan: Plan): World {
  return { ...initialHardware(plan), ...initialCluster(plan), ...initialExchange(plan) };
}

/**
 * A copy of a world that later changes of the original do not reach. Facts and lists are never
 * changed, only replaced, so copies share them.
 */
export function copyOf<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || 'since' in data)
    return data;
  const copy: Record<string, unknown> = {};
  for (const key in data) copy[key] = copyOf(data[key]);
  return copy as Data;
}
