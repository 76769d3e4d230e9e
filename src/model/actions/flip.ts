import type { Fact } from '../kernel/fact.ts';
import { rewired } from '../hardware/index.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { OccurrenceKind, OccurrenceValues } from '../occurrences/index.ts';
import type { Moment } from '../world/moment.ts';
import type { RefusalReason } from './types.ts';

/**
 * Sets a fact to a new value, or refuses because it has that value already. The only cause of an
 * action's effect within the run is what made the action possible: nothing can be mended uncut.
 */
export function flip<Kind extends OccurrenceKind, Value extends string>(
  moment: Moment,
  facts: Record<string, Fact<Value>>,
  key: string,
  value: Value,
  occurrence: {
    readonly kind: Kind;
    readonly part: string;
    readonly values: OccurrenceValues[Kind];
  },
): RefusalReason | null {
  const { kind, part, values } = occurrence;
  const fact = must(facts, key);
  if (fact.value === value) return { code: 'already-so', part, state: value };
  const reason = { because: causes([fact.since]), rule: null };
  facts[key] = { value, since: moment.occur(kind, part, values, reason) };
  rewired(moment.world);
  return null;
}
