import type { Occurrence, OccurrenceId } from '#model';

/**
 * Everything that led to an occurrence, the first thing first and itself last: the chain back to
 * what the reader did.
 */
export function chainOf(
  occurrences: readonly Occurrence[],
  id: OccurrenceId,
): readonly Occurrence[] {
  const wanted = new Set<OccurrenceId>([id]);
  for (let index = id; index >= 0; index -= 1) {
    if (wanted.has(index)) occurrences[index]?.because.forEach((cause) => wanted.add(cause));
  }
  return occurrences.filter((occurrence) => wanted.has(occurrence.id));
}
