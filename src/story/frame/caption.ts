import type { Instant, Occurrence, Plan } from '#model';
import { sentenceFor, weightOf } from '../sentences/index.ts';
import type { CaptionView } from './types.ts';

/** The latest thing that mattered, in the words of the log. */
export function captionAt(
  plan: Plan,
  occurrences: readonly Occurrence[],
  at: Instant,
): CaptionView | null {
  const last = occurrences.findLast(
    (occurrence) => occurrence.at <= at && weightOf(plan, occurrence) !== 'detail',
  );
  if (!last) return null;
  return { about: last.subject, text: sentenceFor(plan, last).text };
}
