import type { Instant } from './instant.ts';

/** Everything has a limit; a run that passes one is a mistake in the model or in the scenario. */
export const LIMITS = {
  occurrencesInARun: 100_000,
  occurrencesInAnInstant: 1_000,
  /** Things looked at in one instant, also those of which nothing comes. */
  stepsInAnInstant: 10_000,
  actionsInARun: 500,
  longestRun: 11 * 366 * 24 * 3_600_000,
} as const;

/** Thrown when a run passes a limit. The message names the scenario, the seed and the instant. */
export class RunLimitError extends Error {
  override readonly name = 'RunLimitError';
  constructor(what: string, { id, seed }: { id: string; seed: number }, at: Instant) {
    super(`${what} (scenario ${id}, seed ${seed}, instant ${at} ms)`);
  }
}
