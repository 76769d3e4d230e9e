import { expect, test } from 'vitest';
import { endOf, LIMITS, RunLimitError } from '#model';
import type { TimedAction } from '#model';
import { execute } from '#model/whole';
import { cluster } from '../support/cluster.ts';
import { planFor, START } from '../support/scenario.ts';

const plan = planFor();
const cut = (at: number): TimedAction => ({ at, action: { verb: 'cut', part: 'private' } });
const mend = (at: number): TimedAction => ({ at, action: { verb: 'mend', part: 'private' } });

test('steady means that nothing is planned: a run of nothing is over before it begins', () => {
  const still = execute({ plan, actions: [] });
  expect(still.occurrences).toEqual([]);
  expect(still.steadyAt).toBe(0);
  expect(still.unfinished).toBe(false);
  expect(endOf(still)).toBe(START + 60_000);
});

test('ten years without a fault cost nothing', () => {
  const tenYears = execute({ plan, actions: [] }, 10 * 365 * 86_400_000);
  expect(tenYears.occurrences).toEqual([]);
});

test('after every fault of the article the cluster is steady again, with an empty agenda', () => {
  for (const fault of [
    'power-off NODE1',
    'power-off NODE2',
    'cut private',
    'cut public',
    'fail array',
    'move EXMBX',
  ]) {
    const { execution } = cluster().at('0s', fault).run();
    expect(execution.unfinished).toBe(false);
    expect(execution.steadyAt - START).toBeLessThan(300_000);
  }
});

test('a failure that somebody has seen to is not waited for until its retry (RetryPeriodOnFailure)', () => {
  const givenUp = cluster({ profile: 'windows-server-2008' })
    .at('0s', 'crash information-store')
    .at('60s', 'crash information-store');
  expect(givenUp.run().execution.unfinished).toBe(true);
  const mended = givenUp.at('200s', 'bring-online EXMBX');
  const gone = mended.at('500s', 'power-off NODE1');
  const moved = givenUp.at('200s', 'move EXMBX').at('500s', 'power-off NODE2');
  for (const { execution } of [mended.run(), gone.run(), moved.run()]) {
    expect(execution.unfinished).toBe(false);
    expect(execution.steadyAt - START).toBeLessThan(700_000);
  }
});

test('`until` is inclusive, and says whether something was still to come', () => {
  const script = cluster().at('0s', 'power-off NODE1');
  const first = script.run('0s');
  expect([...first.kinds]).toEqual(['node-powered-off', 'service-lost']);
  expect(first.execution.unfinished).toBe(true);
  const down = script.run().when('node-declared-down');
  expect(script.run(`${down}ms`).all('regroup-started')).toHaveLength(1);
  expect(script.run(`${down - 1}ms`).all('regroup-started')).toHaveLength(0);
});

test('actions are sorted by instant, and equal ones keep their order', () => {
  const { occurrences, refusals } = execute({ plan, actions: [mend(500), cut(100), mend(100)] });
  expect(occurrences.slice(0, 2).map(({ kind }) => kind)).toEqual([
    'network-cut',
    'network-mended',
  ]);
  expect(refusals.map(({ at }) => at)).toEqual([500]);
});

test('too many actions, and instants that no run has, are refused with scenario, seed and instant', () => {
  const many = Array.from({ length: LIMITS.actionsInARun + 1 }, (_, index) => cut(index));
  expect(() => execute({ plan, actions: many })).toThrow(RunLimitError);
  for (const at of [-1, 0.5, Number.NaN, LIMITS.longestRun + 1]) {
    expect(() => execute({ plan, actions: [cut(at)] })).toThrow(
      /scenario two-nodes, seed 1, instant/,
    );
  }
});

test('more occurrences at one instant than the limit allows stop the run', () => {
  const flapping = Array.from({ length: 200 }, (_, index) => (index % 2 ? mend(9) : cut(9)));
  expect(execute({ plan, actions: flapping }).occurrences).toHaveLength(200);
  expect(LIMITS.occurrencesInAnInstant).toBeGreaterThan(LIMITS.actionsInARun);
});
