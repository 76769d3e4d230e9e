import type { Instant } from '../kernel/instant.ts';
import type { TimedAction } from '../actions/index.ts';

/** One line of what was done, from the start; it may have left another at an instant. */
export interface Branch {
  readonly actions: readonly TimedAction[];
  /** Up to where a reader has seen it. */
  readonly seenUntil: Instant;
  /** The branch it left and when; null for the first. */
  readonly from: { readonly branch: number; readonly at: Instant } | null;
}

/** Everything that was tried with a scenario: nothing that a reader has seen is ever thrown away. */
export interface History {
  readonly branches: readonly Branch[];
  readonly current: number;
}

/** Nothing done yet. */
export function newHistory(start: Instant): History {
  return { branches: [{ actions: [], seenUntil: start, from: null }], current: 0 };
}

/** The branch that the reader is on. */
export function currentBranch({ branches, current }: History): Branch {
  const branch = branches[current];
  if (!branch) throw new Error(`there is no branch ${current}`);
  return branch;
}

function replaceCurrent(history: History, branch: Branch): History {
  return { ...history, branches: history.branches.with(history.current, branch) };
}

/** Notes how far the reader has looked. */
export function seen(history: History, instant: Instant): History {
  const branch = currentBranch(history);
  if (instant <= branch.seenUntil) return history;
  return replaceCurrent(history, { ...branch, seenUntil: instant });
}

/**
 * Adds an action after `cursor`. Where the reader has already seen what comes after, that future
 * stays as a branch of its own and the action begins a new one; a future nobody saw is just replaced.
 */
export function add(history: History, cursor: Instant, action: TimedAction): History {
  const branch = currentBranch(history);
  const kept = branch.actions.filter(({ at }) => at <= cursor);
  const actions = [...kept, action];
  if (branch.seenUntil <= cursor)
    return replaceCurrent(history, { ...branch, actions, seenUntil: cursor });
  const from = { branch: history.current, at: cursor };
  return {
    branches: [...history.branches, { actions, seenUntil: cursor, from }],
    current: history.branches.length,
  };
}

/** Goes to another branch. A number that names none is refused with a RangeError. */
export function switchTo(history: History, branch: number): History {
  if (!history.branches[branch]) throw new RangeError(`there is no branch ${branch}`);
  return { ...history, current: branch };
}
