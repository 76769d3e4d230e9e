// The canonical form of a state: the same wherever in time it is, different wherever something that
// matters is.
import { expect, test } from 'vitest';
import { parseAction } from '#model';
import type { Instant, Plan } from '#model';
import type { State } from '../../../src/model/run/state.ts';
import { planFor, START } from '../support/scenario.ts';
import { canonicalText, rhythmOf } from './canonical.ts';
import { restOf } from './explore.ts';
import { commonMultiple, representative } from './instants.ts';
import { act, before, fork, proceed } from './walk.ts';

/** Actions in the words of the command line, by milliseconds since they began. */
type Done = Readonly<Record<number, string>>;

/** The state before an instant, after some things were done from another on. */
function stateAfter(plan: Plan, done: Done, from: Instant, at: Instant): State {
  let progress = before(plan, from);
  for (const [when, action] of Object.entries(done)) {
    proceed(progress, from + Number(when) - 1);
    progress = act(progress, from + Number(when), parseAction(plan, action));
  }
  proceed(progress, at - 1);
  return progress.state;
}

function textAfter(plan: Plan, done: Done, from: Instant, at: Instant): string {
  const rhythm = rhythmOf(plan, restOf(plan).length);
  return canonicalText(plan, rhythm, stateAfter(plan, done, from, at), at);
}

const plan = planFor();

test('a state does not remember when it was', () => {
  const { cluster, clock } = rhythmOf(plan, restOf(plan).length);
  const later = 10 * commonMultiple([cluster, clock]);
  const { backupAge } = plan.scenario.parameters;
  const younger = planFor({ parameters: { backupAge: backupAge - later } });
  for (const age of [500, 5_000, 12_000, 31_000, 900_000]) {
    const done = { 0: 'power-off NODE1', 400: 'cut public' };
    const one = textAfter(plan, done, START, START + age);
    const other = textAfter(younger, done, START + later, START + later + age);
    expect(other, `${age} ms after the first fault`).toBe(one);
  }
});

test('a state does not remember the order of faults that know nothing of each other', () => {
  const faults = ['fail Q', 'cut NODE2.path-1'] as const;
  const one = textAfter(plan, { 0: faults[0], 1: faults[1] }, START, START + 2);
  const other = textAfter(plan, { 0: faults[1], 1: faults[0] }, START, START + 2);
  expect(other).toBe(one);
});

test('a state remembers where in the cycle it is, and what is broken', () => {
  const rest = textAfter(plan, {}, START, START);
  expect(textAfter(plan, {}, START, START + 1)).not.toBe(rest);
  expect(textAfter(plan, { 0: 'cut private' }, START, START + 1)).not.toBe(
    textAfter(plan, { 0: 'cut public' }, START, START + 1),
  );
});

test('it is refused where chance decides', () => {
  expect(() => textAfter(planFor({ nodes: 3 }), {}, START, START)).toThrow('chance');
});

test('a number that nobody has classified is refused', () => {
  const state = stateAfter(plan, {}, START, START);
  const world = { ...state.world, somethingNew: { at: 1, waitedMs: 2 } };
  const rhythm = rhythmOf(plan, restOf(plan).length);
  expect(() => canonicalText(plan, rhythm, { ...state, world }, START)).toThrow('waitedMs');
});

/** Everything of a world that can be changed by itself: its keys, and a world in which it is another. */
function* changed(state: State): Generator<readonly [path: readonly string[], State]> {
  const visit = function* (value: unknown, path: readonly string[]): Generator<readonly string[]> {
    if (typeof value !== 'object' || value === null) yield path;
    else for (const [key, one] of Object.entries(value)) yield* visit(one, [...path, key]);
  };
  for (const path of visit(state.world, [])) {
    const copy = structuredClone(state);
    const last = path.at(-1) ?? '';
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (one, key) => one[key] as Record<string, unknown>,
        copy.world as unknown as Record<string, unknown>,
      );
    parent[last] = another(parent[last]);
    yield [path, copy];
  }
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}-2` : 1;
}

/** What is only told: which occurrence made it so, and how long the service has been as it is. */
const NEVER_MATTERS = ['id', 'mountedSince', 'serviceSince', 'since'];

/** Lists and records of which only some entries matter, or only that there are any. */
const HISTORY = ['brokenBy', 'hungAt', 'mail', 'obstacles'];

/** What matters in some states and is left over from before in others. */
const SOMETIMES_MATTERS = [
  'agreementDue',
  'agreementSince',
  'attemptSince',
  'dueAt',
  'expectedAt',
  'jobEndsAt',
  'jobNode',
  'lastHeard',
  'mountedAt',
  'pollBase',
  'restartBase',
  'stateSince',
  'stoppedAt',
];

/** States in which each of those matters somewhere. */
const MOMENTS: readonly (readonly [Done, age: number])[] = [
  [{}, 0],
  [{ 0: 'power-off NODE1' }, 3_000],
  [{ 0: 'power-off NODE1' }, 12_000],
  [{ 0: 'power-off NODE1' }, 24_000],
  [{ 0: 'hang NODE1' }, 60_000],
  [{ 0: 'cut NODE1.public' }, 30_000],
  [{ 0: 'cut public' }, 600_000],
  [{ 0: 'cut public', 3_000: 'mend public' }, 3_001],
  [{ 0: 'move EXMBX' }, 4_000],
  [{ 0: 'back-up mailbox-database' }, 4_000],
  [{ 0: 'fail E', 600_000: 'repair E', 700_000: 'restore-backup mailbox-database' }, 705_000],
  [{ 0: 'stop-cluster-service NODE2', 60_000: 'start-cluster-service NODE2' }, 61_000],
];

test('everything in a world matters to its form, except what is only told or left over', () => {
  const rhythm = rhythmOf(plan, restOf(plan).length);
  const mattered = new Set<string>();
  const ignored = new Set<string>();
  for (const [done, age] of MOMENTS) {
    const at = START + age;
    const state = stateAfter(plan, done, START, at);
    const text = canonicalText(plan, rhythm, state, at);
    for (const [path, other] of changed(state)) {
      if (path.some((key) => HISTORY.includes(key))) continue;
      const isSame = canonicalText(plan, rhythm, other, at) === text;
      (isSame ? ignored : mattered).add(path.at(-1) ?? '');
    }
  }
  const withIds = ['backingUpSince', 'restoringSince'];
  expect([...ignored].filter((key) => !NEVER_MATTERS.includes(key)).sort()).toEqual(
    [...SOMETIMES_MATTERS, ...withIds].sort(),
  );
  expect(NEVER_MATTERS.filter((key) => mattered.has(key))).toEqual([]);
  expect(SOMETIMES_MATTERS.filter((key) => !mattered.has(key))).toEqual([]);
});

test('a fork goes on without the run that it left, also where the quorum was forced', () => {
  let progress = before(plan, START);
  const then = (at: Instant, action: string): void => {
    proceed(progress, START + at - 1);
    progress = act(progress, START + at, parseAction(plan, action));
  };
  then(0, 'stop-cluster-service NODE2');
  then(60_000, 'force-quorum NODE2');
  const kept = structuredClone(progress.state);
  proceed(fork(progress), START + 600_000);
  expect(progress.state).toEqual(kept);
});

test('an interval is stood for by its roundest instant', () => {
  expect(representative(plan, START + 1, START + 1_900)).toBe(START + 1_000);
  expect(representative(plan, START + 31_000, START + 131_000)).toBe(START + 60_000);
  expect(representative(plan, START, START + 2)).toBe(START + 1);
  expect(representative(plan, START, START + 1)).toBeNull();
});
