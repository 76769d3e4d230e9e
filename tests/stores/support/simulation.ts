import { loadScenario } from '#authoring';
import { createSimulation } from '#stores';
import type { Simulation } from '#stores';
import * as words from '#story/words';
import { FakeFrames } from './frames.ts';

/** The first simulation of the site, in the hands of a test. */
export function openSimulation(scenario = 'scc-two-nodes'): Simulation & { frames: FakeFrames } {
  const frames = new FakeFrames();
  return { ...createSimulation(loadScenario(scenario), words, frames), frames };
}

/** The kinds of what happened in the run that is shown. */
export function kindsIn({ $view }: Simulation): readonly string[] {
  return $view.get().telling.execution.occurrences.map(({ kind }) => kind);
}
