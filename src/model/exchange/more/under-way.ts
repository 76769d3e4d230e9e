import { must } from '../../kernel/lookup.ts';
import type { ExchangeWorld } from '../../world/exchange.ts';

/** To be told whenever a backup or a restore begins or ends: only what is on the list is looked after. */
export function jobsChanged(world: ExchangeWorld): void {
  world.jobs = Object.keys(world.databases).filter((id) => {
    const { restoringSince, backingUpSince } = must(world.databases, id);
    return restoringSince !== null || backingUpSince !== null;
  });
}
