import { LOOKS, windowsResourceTypes } from '../cluster/index.ts';
import { exchangeResourceTypes } from '../exchange/index.ts';
import type { OccurrenceKind } from '../occurrences/index.ts';
import type { Kit, Moment } from '../world/moment.ts';
import { HANDLERS } from './handlers.ts';

/** What the core and a kit know together: asked at every step of a run, so put together once. */
interface Tables {
  readonly handlers: Kit['handlers'];
  readonly resourceTypes: Moment['resourceTypes'];
  readonly looks: Moment['looks'];
}

const TABLES = new WeakMap<Kit, Tables>();

/** The tables of a kit; what it has goes before the core's own. */
export function tablesOf(kit: Kit): Tables {
  const known = TABLES.get(kit);
  if (known) return known;
  const types = { ...windowsResourceTypes, ...exchangeResourceTypes, ...kit.resourceTypes };
  const tables: Tables = {
    handlers: { ...HANDLERS, ...kit.handlers },
    resourceTypes: types as Moment['resourceTypes'],
    looks: new Map(Object.entries({ ...LOOKS, ...kit.looks }) as [OccurrenceKind, number][]),
  };
  TABLES.set(kit, tables);
  return tables;
}
