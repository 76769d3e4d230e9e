import { must } from '#model';
import type { Instant, Occurrence, Plan, World } from '#model';
import type { Sentences } from '../sentences/types.ts';
import type { CaptionView } from './types.ts';

/** The cabinet, the storage or the public network: where an occurrence is to be seen. */
function placeOf(plan: Plan, world: World, { subject, values }: Occurrence): string {
  if ('by' in values && plan.nodeOf[values.by]) return values.by;
  if ('node' in values) return values.node;
  switch (plan.parts[subject]?.kind) {
    case 'array':
    case 'controller':
    case 'disk':
      return plan.scenario.array.id;
    case 'group':
      return must(world.groups, subject).owner.value;
    case 'resource':
      return must(world.groups, must(plan.groupOf, subject).id).owner.value;
    default:
      return subject;
  }
}

/** The latest thing that mattered, in the words of the log. */
export function captionAt(
  plan: Plan,
  world: World,
  occurrences: readonly Occurrence[],
  at: Instant,
  { sentenceFor, weightOf }: Sentences,
): CaptionView | null {
  const last = occurrences.findLast(
    (occurrence) => occurrence.at <= at && weightOf(plan, occurrence) !== 'detail',
  );
  if (!last) return null;
  return { about: placeOf(plan, world, last), text: sentenceFor(plan, last).text };
}
