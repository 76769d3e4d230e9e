import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { failResource } from '../cluster/index.ts';
import type { Occurrence, OccurrenceOf } from '../occurrences/index.ts';
import { disksHolding } from '../scenario/plan.ts';
import { resourceIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';

/** What databases notice of something that has just happened beside them. */
export function noticeAsDatabase(moment: Moment, occurrence: Occurrence): void {
  if (occurrence.kind === 'disk-repaired') noticeReplacement(moment, occurrence);
}

/**
 * A disk has been replaced: what a database kept on the old one is gone. One that is still mounted,
 * because nobody had noticed the old disk's end, fails with its next write.
 */
function noticeReplacement(
  moment: Moment,
  { id: since, values: { disk } }: OccurrenceOf<'disk-repaired'>,
): void {
  const gone = { value: 'gone', since } as const;
  const { plan, world } = moment;
  for (const [id, files] of Object.entries(world.databases)) {
    if (!must(plan.disksOf, id).includes(disk)) continue;
    if (disksHolding(plan, id, 'database').includes(disk)) files.file = gone;
    if (disksHolding(plan, id, 'logs').includes(disk)) {
      files.logs = gone;
      files.logsSinceBackup = gone;
    }
    failMounted(moment, id, since);
  }
}

/** Fails a database on the node that has it mounted: its next write does not arrive. */
export function failMounted(moment: Moment, database: string, since: OccurrenceId): void {
  const { world } = moment;
  const { state, mountedBy } = must(world.databases, database);
  const { formation } = must(world.nodes, mountedBy);
  const resource = resourceIn(world, formation, database);
  if (state.value === 'mounted' && resource.state.value === 'online')
    failResource(moment, database, 'access', [since], formation);
}
