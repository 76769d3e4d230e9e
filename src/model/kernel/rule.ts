import type { Fact, OccurrenceId } from './fact.ts';
import { START } from './fact.ts';

/** What a condition found: whether it holds, what it looked at, and the occurrences that made it so. */
export interface Finding {
  readonly holds: boolean;
  readonly value: string | number | boolean | null;
  readonly since: readonly OccurrenceId[];
}

/** A condition with a name that can be shown to a reader who asks "why not?". */
export interface Condition<Subject> {
  readonly name: string;
  readonly test: (subject: Subject) => Finding;
}

/** A decision as data: it is taken when all its conditions hold. */
export interface Rule<Subject> {
  readonly name: string;
  readonly conditions: readonly Condition<Subject>[];
}

/** Either all causes of a decision, or the first condition that stands in its way. */
export type Verdict =
  | { readonly holds: true; readonly because: readonly OccurrenceId[] }
  | { readonly holds: false; readonly condition: string; readonly finding: Finding };

/** Puts a question to a rule; conditions are asked in their order and the first that fails answers. */
export function judge<Subject>(rule: Rule<Subject>, subject: Subject): Verdict {
  const since: OccurrenceId[] = [];
  for (const condition of rule.conditions) {
    const finding = condition.test(subject);
    if (!finding.holds) return { holds: false, condition: condition.name, finding };
    for (const id of finding.since) if (id !== START) since.push(id);
  }
  return { holds: true, because: causes(since) };
}

/** Ascending, each once, without what has been so since the start. There are few: each is put in its place. */
export function causes(since: readonly OccurrenceId[]): readonly OccurrenceId[] {
  const ids: OccurrenceId[] = [];
  for (const id of since) {
    if (id === START) continue;
    let place = ids.length;
    while (place > 0 && (ids[place - 1] as OccurrenceId) > id) place -= 1;
    if (place > 0 && ids[place - 1] === id) continue;
    for (let index = ids.length; index > place; index -= 1)
      ids[index] = ids[index - 1] as OccurrenceId;
    ids[place] = id;
  }
  return ids;
}

const NOTHING: readonly OccurrenceId[] = [];

/** What made a fact so, as a list: empty when it was so at the start. */
function sinceOf({ since }: Fact<unknown>): readonly OccurrenceId[] {
  return since === START ? NOTHING : [since];
}

/** The finding that a fact has one of up to three values; a list of them would cost more than the question. */
export function is<Value extends string | number | boolean | null>(
  fact: Fact<Value>,
  first: Value,
  second: Value = first,
  third: Value = first,
): Finding {
  const { value } = fact;
  const holds = value === first || value === second || value === third;
  return { holds, value, since: sinceOf(fact) };
}

const YES: Finding = { holds: true, value: true, since: NOTHING };

/** Holds when all findings hold; otherwise it is the first that does not. */
export function every(findings: readonly Finding[]): Finding {
  return everyOf(findings, (finding) => finding);
}

/** Holds when one of the findings does, and is then the first that does; otherwise all that is missing. */
export function any(findings: readonly Finding[]): Finding {
  return anyOf(findings, (finding) => finding);
}

/** The same of what is found for each of some items, asked one after another until one holds. */
export function anyOf<Item>(items: readonly Item[], find: (item: Item) => Finding): Finding {
  const missing: OccurrenceId[] = [];
  for (const item of items) {
    const finding = find(item);
    if (finding.holds) return finding;
    missing.push(...finding.since);
  }
  return { holds: false, value: false, since: missing };
}

/** Holds when what is found for each item does; asks no further than the first that does not. */
export function everyOf<Item>(items: readonly Item[], find: (item: Item) => Finding): Finding {
  let since = NOTHING;
  for (const item of items) {
    const finding = find(item);
    if (!finding.holds) return finding;
    if (finding.since.length > 0)
      since = since === NOTHING ? finding.since : [...since, ...finding.since];
  }
  return since === NOTHING ? YES : { holds: true, value: true, since };
}
