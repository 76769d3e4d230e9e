import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleOf } from '#components/simulation/timeline-scale.ts';

test('the ends of a stretch stand at the ends of the width', () => {
  const { place } = scaleOf(60_000, 120_000, 64_000);
  expect([place(60_000), place(90_000), place(120_000)]).toEqual([0, 50, 100]);
  expect([place(0), place(500_000)]).toEqual([0, 100]);
});

test('ticks are round times counted from the first action', () => {
  expect(scaleOf(56_000, 120_000, 60_200).ticks).toEqual([60_200, 75_200, 90_200, 105_200]);
});

const stretch = fc
  .tuple(
    fc.nat(1_000_000),
    fc.integer({ min: 1, max: 20_000_000 }),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
  )
  .map(([from, span, lead]) => ({ from, to: from + span, zero: Math.round(from + span * lead) }));

test('whatever the stretch, ticks are few, inside it, and evenly spaced', () => {
  fc.assert(
    fc.property(stretch, ({ from, to, zero }) => {
      const { ticks, place } = scaleOf(from, to, zero);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const at of ticks) {
        expect(at).toBeGreaterThanOrEqual(from);
        expect(at).toBeLessThan(to);
        expect(place(at)).toBeGreaterThanOrEqual(0);
        expect(place(at)).toBeLessThan(100);
      }
      const steps = new Set(ticks.slice(1).map((at, index) => at - (ticks[index] ?? 0)));
      expect(steps.size).toBeLessThanOrEqual(1);
    }),
  );
});

test('whatever the stretch, later never stands further left', () => {
  fc.assert(
    fc.property(stretch, fc.nat(), fc.nat(), ({ from, to, zero }, one, other) => {
      const { place } = scaleOf(from, to, zero);
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
      expect(place(earlier)).toBeLessThanOrEqual(place(later));
    }),
  );
});
