import { parseDuration, parseTimedAction, planOf } from '#model';
import { execute } from '#model/whole';
import type { GoldenRun } from '../../model/golden/runs.ts';

function traceOf({ scenario, actions, until }: GoldenRun): string {
  const { start } = scenario;
  const plan = planOf(scenario);
  const run = {
    plan,
    actions: actions.map((line) => {
      const { after, action } = parseTimedAction(plan, line);
      return { at: start + after, action };
    }),
  };
  const end = until === undefined ? undefined : start + parseDuration(until);
  const { occurrences, refusals, steadyAt } = execute(run, end);
  return JSON.stringify({ occurrences, refusals, steadyAt });
}

/**
 * Carries runs out and returns everything that happened in each, as text, so that what two engines
 * return can be compared byte for byte. This file is all that an engine gets, with the model in it.
 * @param text a list of golden runs in JSON
 * @returns a list of texts in JSON, in the same order
 */
export function tracesOf(text: string): string {
  return JSON.stringify((JSON.parse(text) as readonly GoldenRun[]).map(traceOf));
}
