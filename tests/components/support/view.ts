import { loadScenario } from '#authoring';
import { createSimulation } from '#stores';
import type { Simulation } from '#stores';

/** A live run that is never played, only moved. */
export function openSimulation(scenario = 'scc-two-nodes'): Simulation {
  const never = { request: () => 0, cancel: () => undefined };
  return createSimulation(loadScenario(scenario), never);
}
