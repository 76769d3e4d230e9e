import { must } from '#model';
import type { Instant, Occurrence, Plan, World } from '#model';
import { sentenceFor, weightOf } from '../sentences/index.ts';
import type { CaptionView } from './types.ts';

/** The cabinet, the storage or the public network: where an occurrence is to be seen. */
function placeOf(plan: Plan, world: World, { subject, values }: Occurrence): string {
  if ('by' in values) return values.by;
  if ('node' in values) return values.node;
  const kind = must(plan.parts, subject).kind;
  if (kind === 'array' || kind === 'disk') return plan.scenario.array.id;
  if (kind === 'group') return must(world.groups, subject).owner.value;
  if (kind === 'resource') return must(world.groups, must(plan.groupOf, subject).id).owner.value;
  return subject;
}

/** The latest thing that mattered, in the words of the log. */
export function captionAt(
  plan: Plan,
  world: World,
  occurrences: readonly Occurrence[],
  at: Instant,
): CaptionView | null {
  const last = occurrences.findLast(
    (occurrence) => occurrence.at <= at && weightOf(plan, occurrence) !== 'detail',
  );
  if (!last) return null;
  return { about: placeOf(plan, world, last), text: sentenceFor(plan, last).text };
}
