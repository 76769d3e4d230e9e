import type { Occurrence, OccurrenceId, OccurrenceKind } from '#model';

/** The occurrences of a run, from which reasons that lie further back are read. */
export type Past = readonly Occurrence[];

/** What immediately led to an occurrence, as far as the run is known. */
export function causesOf({ because }: Occurrence, past: Past): readonly Occurrence[] {
  return because.flatMap((id) => past[id] ?? []);
}

/** What an administrator had set a property to before an occurrence, such as `EXMBX.PreferredOwners`. */
export function setBefore(
  past: Past,
  id: OccurrenceId,
  property: string,
): number | string | undefined {
  for (let index = Math.min(id, past.length) - 1; index >= 0; index -= 1) {
    const one = past[index];
    if (one?.kind === 'property-set' && one.values.property === property) return one.values.value;
  }
  return undefined;
}

/** The last occurrence of some kinds that a part had before another occurrence, as far as the run is known. */
export function lastBefore(
  past: Past,
  id: OccurrenceId,
  subject: string,
  kinds: readonly OccurrenceKind[],
): Occurrence | undefined {
  return past.slice(0, id).findLast((one) => one.subject === subject && kinds.includes(one.kind));
}
