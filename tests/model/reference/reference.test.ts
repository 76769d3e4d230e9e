import { expect, test, vi } from 'vitest';
import type { Occurrence } from '#model';
import { execute } from '#model/whole';
import { difference, lineOf } from './lines.ts';
import { failbackRun } from './failback.ts';
import { rareRuns } from './rare.ts';
import { randomRun } from './random.ts';
import type { RandomRun } from './random.ts';
import { referenceRun } from './run.ts';

// Many runs: a busy machine must not turn them into a failure.
vi.setConfig({ testTimeout: 600_000 });

const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
const only = process.env['REFERENCE_RUN'];
const numbers =
  only === undefined ? Array.from({ length: 5_000 }, (_, one) => one) : [Number(only)];

/** What differs between the model and the reference in one run, and what happened in it. */
function compare({ plan, actions, until, told }: RandomRun): Comparison {
  const reference = referenceRun(plan, actions, until);
  const end = reference.partedAt ?? until + 1;
  const { occurrences } = execute({ plan, actions }, end - 1);
  const wrong = difference(
    occurrences.map(lineOf),
    reference.lines.filter(({ at }) => at < end),
  );
  return { occurrences, wrong: wrong === null ? null : `${told}\n${wrong}` };
}

interface Comparison {
  readonly occurrences: readonly Occurrence[];
  readonly wrong: string | null;
}

test('ticking through random runs of all kinds of clusters gives the same', () => {
  let compared = 0;
  const differing: number[] = [];
  let first = '';
  for (const number of numbers) {
    const result = compare(randomRun(number, seed));
    compared += result.occurrences.length;
    if (result.wrong === null) continue;
    if (differing.length === 0) first = result.wrong;
    differing.push(number);
  }
  process.stdout.write(`reference: ${compared} occurrences of ${numbers.length} runs compared\n`);
  expect(differing, `${differing.length} runs differ, the first of them:\n${first}`).toEqual([]);
});

test('ticking through runs that random ones hardly reach gives the same', () => {
  for (const run of rareRuns()) expect(compare(run).wrong).toBeNull();
});

test('ticking through hours in which a group may go back to its preferred owner gives the same', () => {
  let wentBack = 0;
  for (let number = 0; number < 50; number += 1) {
    const { occurrences, wrong } = compare(failbackRun(number, seed));
    expect(wrong).toBeNull();
    wentBack += occurrences.filter(({ kind }) => kind === 'failback-started').length;
  }
  process.stdout.write(`reference: groups went back ${wentBack} times in their hours\n`);
  expect(wentBack).toBeGreaterThan(25);
});
