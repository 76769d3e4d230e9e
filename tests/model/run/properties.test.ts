import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { INVARIANTS, visitInstants, worldAt } from '#model';
import type { Action, Execution } from '#model';
import { execute } from '#model/whole';
import { everyAction, randomRuns } from '../support/arbitrary.ts';
import { planFor, START } from '../support/scenario.ts';

// Many runs: a busy machine must not turn them into a failure.
vi.setConfig({ testTimeout: 300_000 });

const text = ({ occurrences, refusals, steadyAt }: Execution): string =>
  JSON.stringify({ occurrences, refusals, steadyAt });

test('the same run gives byte-identical occurrences', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      expect(text(execute(run))).toBe(text(execute(structuredClone(run))));
    }),
  );
});

test('every invariant holds after every instant', () => {
  fc.assert(
    fc.property(randomRuns(everyAction, 12), (run) => {
      visitInstants(execute(run), (at, world) => {
        for (const { name, broken } of INVARIANTS) {
          expect({ at, name, broken: broken(run.plan, world) }).toMatchObject({ broken: null });
        }
      });
    }),
    { numRuns: 1_500 },
  );
});

test('causes are smaller than their effect, ascending, and happened no later', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const { occurrences } = execute(run);
      for (const [index, { id, at, because, rule }] of occurrences.entries()) {
        expect(id).toBe(index);
        expect(because).toEqual([...new Set(because)].toSorted((one, other) => one - other));
        for (const cause of because) {
          expect(cause).toBeLessThan(id);
          expect(occurrences[cause]?.at).toBeLessThanOrEqual(at);
        }
        expect(rule === null || because.length > 0).toBe(true);
      }
    }),
  );
});

test('instants never go back', () => {
  fc.assert(
    fc.property(randomRuns(everyAction, 12), (run) => {
      const instants = execute(run).occurrences.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    }),
    { numRuns: 500 },
  );
});

test('the world at an instant is the world of a run that ends there', () => {
  fc.assert(
    fc.property(
      randomRuns(everyAction, 12),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (run, part) => {
        const whole = execute(run);
        const span = whole.steadyAt + 1_000 - START;
        const instants = [START + Math.floor(part * span)];
        const near = whole.occurrences[Math.floor(part * whole.occurrences.length)];
        if (near) instants.push(near.at - 1, near.at, near.at + 1);
        for (const at of instants) {
          const cut = execute(run, at);
          expect(worldAt(whole, at)).toEqual(worldAt(cut, at));
          expect(cut.occurrences).toEqual(whole.occurrences.filter((one) => one.at <= at));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('looking at any world changes neither the run nor another look', () => {
  fc.assert(
    fc.property(randomRuns(), fc.array(fc.nat(600_000), { maxLength: 4 }), (run, instants) => {
      const whole = execute(run);
      const before = text(whole);
      const looks = instants.map((after) => JSON.stringify(worldAt(whole, START + after)));
      const again = instants.map((after) => JSON.stringify(worldAt(whole, START + after)));
      expect(again).toEqual(looks);
      expect(text(whole)).toBe(before);
    }),
    { numRuns: 50 },
  );
});

test('what is done later changes nothing before it', () => {
  fc.assert(
    fc.property(randomRuns(everyAction, 6), (run) => {
      const last = run.actions.at(-1);
      if (!last) return;
      const earlier = execute({ plan: run.plan, actions: run.actions.slice(0, -1) }, last.at - 1);
      const both = execute(run).occurrences.filter(({ at }) => at < last.at);
      expect(both).toEqual(earlier.occurrences);
    }),
  );
});

test('an extra action does not shift the chance of anything else', () => {
  const passive: Action = { verb: 'cut', part: 'NODE2.path-1' };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 1, max: 50_000 }),
      (seed, early) => {
        const plan = planFor({ seed });
        const off = { at: START, action: { verb: 'power-off' as const, part: 'NODE2' } };
        const alone = execute({ plan, actions: [off] }).occurrences;
        const extra = { at: START - early, action: passive };
        const both = execute({ plan, actions: [extra, off] }).occurrences;
        const told = (all: typeof alone): unknown[] =>
          all.map(({ at, kind, subject, values }) => ({ at, kind, subject, values }));
        expect(told(both.slice(1))).toEqual(told(alone));
      },
    ),
    { numRuns: 50 },
  );
});

test('everything that was accepted is in a mailbox or in the queue at the end of every run', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const whole = execute(run);
      const { mail, service } = worldAt(whole, whole.steadyAt);
      expect(mail.filter(({ to }) => to === null)).toHaveLength(1);
      const mayWait = service.value !== 'online' || whole.unfinished;
      expect(mayWait || mail.every(({ fate }) => fate !== 'waiting')).toBe(true);
    }),
  );
});
