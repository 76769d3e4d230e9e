import { must } from '../kernel/lookup.ts';
import type { OccurrenceValues } from '../occurrences/index.ts';
import type { Working } from '../world/hardware.ts';
import type { Moment, World } from '../world/moment.ts';
import { flip } from './flip.ts';
import type { RefusalReason } from './types.ts';

const SHELVES = { disk: 'disks', controller: 'controllers', feed: 'feeds' } as const;

type Single = 'array' | 'witness';
type Breakable = keyof typeof SHELVES | Single;

/** Where the world keeps whether a part works, and by what key. */
function placeOf(world: World, kind: Breakable, part: string): [Record<string, Working>, string] {
  if (kind in SHELVES) return [world[SHELVES[kind as keyof typeof SHELVES]], part];
  return [world as Pick<World, Single> as Record<Single, Working>, kind];
}

/**
 * Breaks a disk, a controller, the array, the witness or a power feed, or repairs it. Refused when it is so already.
 */
export function breakPart(moment: Moment, part: string, repaired: boolean): RefusalReason | null {
  const kind = must(moment.plan.parts, part).kind as Breakable;
  const [facts, key] = placeOf(moment.world, kind, part);
  const refused = flip(moment, facts, key, repaired ? 'working' : 'failed', {
    kind: `${kind}-${repaired ? 'repaired' : 'failed'}`,
    part,
    values: { [kind]: part } as unknown as OccurrenceValues[`${Breakable}-failed`],
  });
  return refused;
}
