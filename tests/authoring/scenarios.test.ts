import { describe, expect, test } from 'vitest';
import { planOf } from '#model';
import type { Expectation } from '#model';
import { brokenInvariants, checkExpectations, loadScenarios, runTry } from '#authoring';

const tries = loadScenarios().flatMap((scenario) => {
  const plan = planOf(scenario);
  return scenario.tries.map((attempt) => ({ name: `${scenario.id} ${attempt.id}`, plan, attempt }));
});

describe('what can be tried', () => {
  test.each(tries)('$name comes out as expected', ({ plan, attempt }) => {
    const results = checkExpectations(runTry(plan, attempt), attempt);
    const failed = results
      .filter(({ holds }) => !holds)
      .map(({ expected, found }) => `expected ${expected}, but it was ${found}`);
    expect(failed).toEqual([]);
    expect(results.length).toBeGreaterThan(0);
  });

  test.each(tries)('$name keeps the invariants and refuses nothing', ({ plan, attempt }) => {
    const execution = runTry(plan, attempt);
    expect(brokenInvariants(execution)).toEqual([]);
    expect(execution.refusals).toEqual([]);
  });
});

describe('an expectation', () => {
  const pulled = tries.find(({ name }) => name === 'scc-two-nodes pull-the-plug');

  function check(...expected: readonly Expectation[]) {
    if (!pulled) throw new Error('there is no try to check');
    const attempt = { ...pulled.attempt, expect: expected };
    return checkExpectations(runTry(pulled.plan, attempt), attempt);
  }

  test('counts instants from the first action', () => {
    expect(check({ at: 0, service: 'down', owner: 'NODE1' }).map(({ holds }) => holds)).toEqual([
      true,
      true,
    ]);
  });

  test('that does not come true says what came instead', () => {
    expect(check({ at: 300_000, service: 'down', owner: 'NODE1' })).toEqual([
      { holds: false, expected: 'service down 5m after the first action', found: 'online' },
      { holds: false, expected: 'owner NODE1 5m after the first action', found: 'NODE2' },
    ]);
    const [tooLong, tooShort, lost] = check(
      { outage: { atMost: 1_000 } },
      { outage: { atLeast: 3_600_000 } },
      { messagesLost: 3 },
    );
    expect([tooLong, tooShort, lost].map((result) => result?.holds)).toEqual([false, false, false]);
    expect(tooLong?.expected).toBe('outage at most 1s');
    expect(lost).toEqual({ holds: false, expected: '3 messages lost', found: '0' });
  });

  test('of an outage that does not end is counted up to the last instant asked about', () => {
    const lost = tries.find(({ name }) => name === 'scc-storage lose-the-array');
    if (!lost) throw new Error('there is no try that loses the array');
    const attempt = {
      ...lost.attempt,
      expect: [{ at: 3_600_000, service: 'down' as const }, { outage: { atLeast: 3_600_000 } }],
    };
    const results = checkExpectations(runTry(lost.plan, attempt), attempt);
    expect(results.map(({ holds }) => holds)).toEqual([true, true]);
  });
});
