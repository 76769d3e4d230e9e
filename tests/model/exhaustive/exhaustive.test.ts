// Everything that can be done to small clusters, as far as it can be gone through: no exception, every
// invariant at every instant, and an end to what follows. Where it is cut off, it is at a count.
//   EXHAUSTIVE=all npm test -- --only unit    goes through all faults and repairs (minutes)
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { Action, Plan } from '#model';
import { execute } from '#model/whole';
import { everyAction } from '../support/arbitrary.ts';
import { planFor } from '../support/scenario.ts';
import type { Difference } from '../support/scenario.ts';
import { everyPair, everySingle, faultsAndRepair } from './explore.ts';
import type { Merge, Way } from './explore.ts';
import { brokenIn, deepSizeOf, sizeOf } from './report.ts';

const PATIENCE_MS = 900_000;
const RUNS_OF_FAULTS_AND_REPAIR = process.env['EXHAUSTIVE'] === 'all' ? Infinity : 40_000;

const CLUSTERS: Readonly<Record<string, Difference>> = {
  'quorum disk, 2003': {},
  'quorum disk, 2008': { profile: 'windows-server-2008' },
  'file share, 2003': { quorum: 'node-and-file-share-majority' },
  'file share, 2008': {
    profile: 'windows-server-2008',
    quorum: 'node-and-file-share-majority',
  },
};

const lines: string[] = [];

afterAll(() => {
  const folder = new URL('../../../reports/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('exhaustive.txt', folder), `${lines.join('\n')}\n`);
});

const AFTER_MERGE_MS = 2 * 3_600_000;

/** What follows from a way when one more thing is done, counted from there; how long it took is history. */
function sequel(plan: Plan, { actions, at }: Way, action: Action): readonly unknown[] {
  const run = { plan, actions: [...actions, { at, action }] };
  return execute(run, at + AFTER_MERGE_MS)
    .occurrences.filter((occurrence) => occurrence.at >= at)
    .map(({ at: instant, kind, subject, values }) => [
      instant - at,
      kind,
      subject,
      ...Object.entries(values).filter(([key]) => !key.endsWith('Ms')),
    ]);
}

/** Merges after which something else follows from one way than from the other. */
function falseMerges(plan: Plan, merges: readonly Merge[]): unknown[] {
  const actions = everyAction(plan);
  return merges.flatMap(([one, other], index) => {
    const action = actions[(index * 37) % actions.length] as Action;
    const [first, second] = [sequel(plan, one, action), sequel(plan, other, action)];
    return JSON.stringify(first) === JSON.stringify(second) ? [] : [{ one, other, action }];
  });
}

describe.each(Object.entries(CLUSTERS))('two nodes, %s', { timeout: PATIENCE_MS }, (name, how) => {
  const plan = planFor(how);

  test('every single action at every instant of the steady cycle and in every gap', () => {
    const report = everySingle(plan);
    lines.push(`  ${name}: one action, ${sizeOf(report)}`);
    expect(brokenIn(report)).toEqual([]);
  });

  test('every ordered pair of actions, the second in every interval of what follows', () => {
    const report = everyPair(plan);
    lines.push(`  ${name}: two actions, ${sizeOf(report)}`);
    expect(brokenIn(report)).toEqual([]);
  });

  test('two faults and a repair, each in every interval; equal states are gone on from once', () => {
    const report = faultsAndRepair(plan, RUNS_OF_FAULTS_AND_REPAIR);
    lines.push(`  ${name}: two faults and a repair, ${deepSizeOf(report)}`);
    expect(brokenIn(report)).toEqual([]);
    expect(falseMerges(plan, report.merges)).toEqual([]);
  });
});
