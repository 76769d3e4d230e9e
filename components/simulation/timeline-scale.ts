import type { Instant, Milliseconds } from '#model';

const STEPS: readonly Milliseconds[] = [
  1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
  1_800_000, 3_600_000,
];

/** A stretch of a run laid over the width of the time line. */
export interface Scale {
  readonly from: Instant;
  readonly to: Instant;
  /** Where an instant stands, in hundredths of the width, rounded to hundredths of those. */
  readonly place: (at: Instant) => number;
  /** Round times of the clock, counted from `zero`. */
  readonly ticks: readonly Instant[];
}

/** The scale from one instant to another, with about five ticks that count from `zero`. */
export function scaleOf(from: Instant, to: Instant, zero: Instant): Scale {
  const span = Math.max(1, to - from);
  const step = STEPS.find((candidate) => span / candidate <= 6) ?? 3_600_000;
  const ticks: Instant[] = [];
  for (let at = zero; at < to - span * 0.02; at += step) ticks.push(at);
  return {
    from,
    to,
    ticks,
    place: (at) => Math.round(((Math.min(Math.max(at, from), to) - from) / span) * 10_000) / 100,
  };
}
