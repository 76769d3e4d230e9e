import { formatAction } from '#model';
import { outcomeOf } from '#story';
import { refusalText, sentenceFor } from '#story/words';
import { endingOf } from './end.ts';
import type { Simulation } from './simulation.ts';

/** A run as data for other programs; instants are milliseconds of the scenario. */
export function asJson(simulation: Simulation): string {
  const { scenario, plan, execution, until } = simulation;
  const { id, version, profile, seed, parameters } = scenario;
  const data = {
    scenario: id,
    version,
    profile,
    seed,
    parameters,
    actions: execution.run.actions.map(({ at, action }) => ({ at, action: formatAction(action) })),
    refusals: execution.refusals.map(({ at, action, reason }) => ({
      at,
      action: formatAction(action),
      reason: refusalText(plan, reason),
    })),
    occurrences: execution.occurrences.map((occurrence) => ({
      id: occurrence.id,
      at: occurrence.at,
      kind: occurrence.kind,
      subject: occurrence.subject,
      because: occurrence.because,
      rule: occurrence.rule,
      values: occurrence.values,
      ...sentenceFor(plan, occurrence, execution.occurrences),
    })),
    outcome: outcomeOf(execution, until),
    end: endingOf(simulation),
  };
  return JSON.stringify(data, null, 2);
}
