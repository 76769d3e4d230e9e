import { expect, test } from 'vitest';
import { INVARIANTS, visitInstants } from '#model';
import { START } from '../support/scenario.ts';
import { goldenRuns } from './runs.ts';
import { carryOut } from './summary.ts';

test.each(goldenRuns())('no invariant is broken at any instant of $name', (golden) => {
  const { execution, plan } = carryOut(golden);
  const broken = new Set<string>();
  visitInstants(execution, (instant, world) => {
    for (const invariant of INVARIANTS) {
      const wrong = invariant.broken(plan, world);
      if (wrong !== null) broken.add(`${instant - START} ms, ${invariant.name}: ${wrong}`);
    }
  });
  expect([...broken]).toEqual([]);
});

test.each(goldenRuns())('causes of everything in $name are earlier and ascending', (golden) => {
  for (const { id, because } of carryOut(golden).occurrences) {
    const sorted = [...new Set(because)].toSorted((one, other) => one - other);
    expect(because).toEqual(sorted);
    expect(Math.max(-1, ...because)).toBeLessThan(id);
  }
});
