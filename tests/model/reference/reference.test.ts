import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { execute } from '#model';
import type { Action, Plan, TimedAction } from '#model';
import { everyAction, hardwareActions, randomRuns } from '../support/arbitrary.ts';
import { GOLDEN } from '../golden/cases.ts';
import { cluster } from '../support/cluster.ts';
import { referenceRun } from './run.ts';

// Many runs: a busy machine must not turn them into a failure.
vi.setConfig({ testTimeout: 300_000 });

/** How long a random run is followed: the reference ticks through all of it. */
const LONGEST = 900_000;

function expectAgreement(plan: Plan, actions: readonly TimedAction[]): void {
  const last = Math.max(...actions.map(({ at }) => at));
  const { steadyAt } = execute({ plan, actions });
  const until = Math.min(Math.max(steadyAt, last) + 130_000, last + LONGEST);
  const { occurrences } = execute({ plan, actions }, until);
  const told = occurrences.map(({ at, kind, subject }) => `${at} ${kind} ${subject}`);
  expect(told.toSorted()).toEqual(referenceRun(plan, actions, until));
}

const covered = GOLDEN.filter(({ actions }) => !actions.join().includes('restore-backup'));

for (const { name, cluster: difference, actions } of covered) {
  test(`ticking through it gives the same: ${name.replaceAll('-', ' ')}`, () => {
    let script = cluster(difference);
    for (const action of actions) {
      const [when = '', ...what] = action.split(' ');
      script = script.at(when, what.join(' '));
    }
    expectAgreement(script.plan, script.run().execution.run.actions);
  });
}

const allButRestore = (plan: Plan): readonly Action[] =>
  everyAction(plan).filter(({ verb }) => verb !== 'restore-backup');

const simple = ({ plan }: { readonly plan: Plan }): boolean =>
  Object.values(plan.resources).filter(({ type }) => type === 'mailbox-database').length === 1;

test('ticking through random faults and repairs gives the same', () => {
  fc.assert(
    fc.property(randomRuns(hardwareActions, 6).filter(simple), ({ plan, actions }) => {
      expectAgreement(plan, actions);
    }),
    { numRuns: 25 },
  );
});

test('ticking through random runs with operators gives the same', () => {
  fc.assert(
    fc.property(randomRuns(allButRestore, 6).filter(simple), ({ plan, actions }) => {
      expectAgreement(plan, actions);
    }),
    { numRuns: 25 },
  );
});
