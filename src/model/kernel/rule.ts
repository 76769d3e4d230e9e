import type { Fact, OccurrenceId } from './fact.ts';
import { START } from './fact.ts';

/** What a condition found: whether it holds, and the occurrences that made it so. */
export interface Finding {
  readonly holds: boolean;
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
  const because: OccurrenceId[] = [];
  for (const condition of rule.conditions) {
    const finding = condition.test(subject);
    if (!finding.holds) return { holds: false, condition: condition.name, finding };
    for (const id of finding.since) insert(because, because.length, id);
  }
  return { holds: true, because };
}

/** Ascending, each once, without what has been so since the start. */
export function causes(since: readonly OccurrenceId[]): readonly OccurrenceId[] {
  let size = 0;
  for (const id of since) size = insert(sorted, size, id);
  // Most lists are this short, and a literal is made quicker than a part of another list.
  if (size === 1) return [sorted[0] as OccurrenceId];
  if (size === 2) return [sorted[0] as OccurrenceId, sorted[1] as OccurrenceId];
  return sorted.slice(0, size);
}

// Where causes are put in order: a list that grew with each would take more room than it needs.
const sorted: OccurrenceId[] = [];

/** Causes are few and mostly come in their order: each is put in its place. Returns how many there are. */
function insert(because: OccurrenceId[], size: number, id: OccurrenceId): number {
  if (id === START) return size;
  let place = size;
  while (place > 0 && (because[place - 1] as OccurrenceId) > id) place -= 1;
  if (place > 0 && because[place - 1] === id) return size;
  for (let index = size; index > place; index -= 1)
    because[index] = because[index - 1] as OccurrenceId;
  because[place] = id;
  return size + 1;
}

const NOTHING: readonly OccurrenceId[] = [];

/** The findings that rest on nothing that has happened. */
export const YES: Finding = { holds: true, since: NOTHING };
export const NO: Finding = { holds: false, since: NOTHING };

// Findings that rest on one occurrence are asked for all the time, so each is made once, by its number.
const HOLDS: Finding[] = [];
const FAILS: Finding[] = [];

/** The finding that something is so, or is not, since an occurrence. */
export function found(holds: boolean, since: OccurrenceId): Finding {
  if (since === START) return holds ? YES : NO;
  const made = holds ? HOLDS : FAILS;
  while (made.length <= since) made.push({ holds, since: [made.length] });
  return made[since] as Finding;
}

/** The finding that a fact has one of up to three values; a list of them would cost more than the question. */
export function is<Value extends string | number | boolean | null>(
  { value, since }: Fact<Value>,
  first: Value,
  second?: Value,
  third?: Value,
): Finding {
  return found(value === first || value === second || value === third, since);
}

/** The finding that something is not so, since what made it so. */
export function not({ holds, since }: Finding): Finding {
  const [first = START] = since;
  return since.length < 2 ? found(!holds, first) : { holds: !holds, since };
}

/** Holds when two findings hold; otherwise it is the first that does not. */
export function both(one: Finding, other: Finding): Finding {
  if (!one.holds) return one;
  if (!other.holds || one.since.length === 0) return other;
  return other.since.length === 0 ? one : { holds: true, since: [...one.since, ...other.since] };
}

/** Holds when all findings hold; otherwise it is the first that does not. */
export function every(findings: readonly Finding[]): Finding {
  return everyOf(findings, (finding) => finding);
}

/** What several findings rest on. */
export function restOf(findings: readonly Finding[]): OccurrenceId[] {
  const all: OccurrenceId[] = [];
  for (const { since } of findings) for (const id of since) all.push(id);
  return all;
}

/** What is found for the first of some items for which it holds; otherwise all that is missing. */
export function anyOf<Item>(items: readonly Item[], find: (item: Item) => Finding): Finding {
  const missing: OccurrenceId[] = [];
  for (const item of items) {
    const finding = find(item);
    if (finding.holds) return finding;
    for (const id of finding.since) missing.push(id);
  }
  return missing.length === 0 ? NO : { holds: false, since: missing };
}

/** Holds when what is found for each item does; asks no further than the first that does not. */
export function everyOf<Item>(items: readonly Item[], find: (item: Item) => Finding): Finding {
  let whole = YES;
  for (const item of items) {
    whole = both(whole, find(item));
    if (!whole.holds) return whole;
  }
  return whole;
}
