import { loadScenario } from '#authoring';
import { createSimulation } from '#stores';
import type { Simulation } from '#stores';
import * as words from '#story/words';

/** A live run that is never played, only moved. */
export function openSimulation(scenario = 'scc-two-nodes'): Simulation {
  const never = { request: () => 0, cancel: () => undefined };
  return createSimulation(loadScenario(scenario), words, never);
}
