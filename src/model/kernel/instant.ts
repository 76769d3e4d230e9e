/** A point of a run's time: whole milliseconds since the start of the scenario. Negative instants lie before it. */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Milliseconds = number;

/**
 * What happens first among things of the same instant. Physical changes come before what they would
 * have prevented, arrivals before the time-outs they would have cancelled, decisions after all facts.
 */
export const RANK = {
  action: 0,
  arrival: 1,
  periodic: 2,
  timeOut: 3,
  decision: 4,
  client: 5,
} as const;

export type Rank = (typeof RANK)[keyof typeof RANK];

/** A process that repeats for ever: its k-th instant is `base + k × period`. */
export interface Periodic {
  readonly base: Instant;
  readonly period: Milliseconds;
}

/** The first instant of the process that is not before `at`. */
export function firstTickFrom({ base, period }: Periodic, at: Instant): Instant {
  return base + Math.ceil((at - base) / period) * period;
}

/** The last instant of the process that is strictly before `at`. */
export function lastTickBefore({ base, period }: Periodic, at: Instant): Instant {
  return base + (Math.ceil((at - base) / period) - 1) * period;
}

/** How many instants of the process lie in `[from, to)`. Never negative. */
export function ticksBetween({ base, period }: Periodic, from: Instant, to: Instant): number {
  const before = (at: Instant): number => Math.ceil((at - base) / period);
  return Math.max(0, before(to) - before(from));
}
