import { expect, test, vi } from 'vitest';
import { execute } from '#model/whole';
import { difference, lineOf } from './lines.ts';
import { randomRun } from './random.ts';
import { referenceRun } from './run.ts';

// Many runs: a busy machine must not turn them into a failure.
vi.setConfig({ testTimeout: 600_000 });

const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
const only = process.env['REFERENCE_RUN'];
const numbers =
  only === undefined ? Array.from({ length: 5_000 }, (_, one) => one) : [Number(only)];

/** What differs between the model and the reference in one run, and how much was compared. */
function compare(number: number): { readonly compared: number; readonly wrong: string | null } {
  const { plan, actions, until, told } = randomRun(number, seed);
  const reference = referenceRun(plan, actions, until);
  const end = reference.partedAt ?? until + 1;
  const { occurrences } = execute({ plan, actions }, end - 1);
  const wrong = difference(
    occurrences.map(lineOf),
    reference.lines.filter(({ at }) => at < end),
  );
  return { compared: occurrences.length, wrong: wrong === null ? null : `${told}\n${wrong}` };
}

test('ticking through random runs of all kinds of clusters gives the same', () => {
  let compared = 0;
  const differing: number[] = [];
  let first = '';
  for (const number of numbers) {
    const result = compare(number);
    compared += result.compared;
    if (result.wrong === null) continue;
    if (differing.length === 0) first = result.wrong;
    differing.push(number);
  }
  process.stdout.write(`reference: ${compared} occurrences of ${numbers.length} runs compared\n`);
  expect(differing, `${differing.length} runs differ, the first of them:\n${first}`).toEqual([]);
});
