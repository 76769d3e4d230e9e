import { FOLLOWERS, LOOKS, windowsResourceTypes } from '../cluster/index.ts';
import { exchangeResourceTypes } from '../exchange/index.ts';
import type { OccurrenceKind } from '../occurrences/index.ts';
import type { Handler, Kit, Moment, Notice } from '../world/moment.ts';
import { HANDLERS } from './handlers.ts';

/** What the core and a kit know together: asked at every step of a run, so put together once. */
interface Tables {
  /** By the numbers of the tasks. */
  readonly handlers: readonly (Handler | undefined)[];
  readonly resourceTypes: Moment['resourceTypes'];
  /** What the model makes of occurrences, by kind. */
  readonly noticeFor: Moment['noticeFor'];
}

/** What the model makes of occurrences: each kind is looked at once. */
function noticesOf({ looks, followers }: Kit): Tables['noticeFor'] {
  const table: Partial<Record<OccurrenceKind, number>> = { ...LOOKS, ...looks };
  const known = new Map<OccurrenceKind, Notice>();
  const work = (kind: OccurrenceKind): Notice => ({
    look: table[kind] ?? 0,
    follow: FOLLOWERS[kind] as Notice['follow'],
    followMore: followers[kind] as Notice['follow'],
  });
  return (kind) => {
    let notice = known.get(kind);
    if (!notice) {
      notice = work(kind);
      known.set(kind, notice);
    }
    return notice;
  };
}

const TABLES = new WeakMap<Kit, Tables>();

/** The tables of a kit; what it has goes before the core's own. */
export function tablesOf(kit: Kit): Tables {
  const known = TABLES.get(kit);
  if (known) return known;
  const types = { ...windowsResourceTypes, ...exchangeResourceTypes, ...kit.resourceTypes };
  const handlers: Handler[] = [];
  for (const [kind, handler] of [...HANDLERS, ...kit.handlers]) handlers[kind] = handler;
  const tables: Tables = {
    handlers,
    resourceTypes: types as Moment['resourceTypes'],
    noticeFor: noticesOf(kit),
  };
  TABLES.set(kit, tables);
  return tables;
}
