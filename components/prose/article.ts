import type { ArticlePlan, PlannedSimulation } from '#authoring';
import { formatAction, parseAction, parseTimedAction } from '#model';
import type { Execution, Plan, Try } from '#model';
import { execute } from '#model/whole';

/**
 * The simulation that a sentence means: the one with this id, else the first of the article. The
 * article's check has refused what does not exist, so a missing one throws.
 */
export function simulationOf(article: ArticlePlan | undefined, id?: string): PlannedSimulation {
  const found = article?.simulations.find((simulation) => id === undefined || simulation.id === id);
  if (!found) throw new Error(`the article has no simulation ${id ?? ''}`);
  return found;
}

/** A run of timed actions from the scenario's start, as `try` and the storyboard mean them. */
export function runFromStart(plan: Plan, timed: readonly string[]): Execution {
  const { start } = plan.scenario;
  const actions = timed.map((text) => {
    const { after, action } = parseTimedAction(plan, text);
    return { at: start + after, action };
  });
  return execute({ plan, actions });
}

/** A run that is told on paper below a simulation. */
export interface PaperRun {
  readonly id: string;
  readonly title: string;
  readonly timed: readonly string[];
}

function canonical(plan: Plan, timed: readonly string[]): string {
  return timed
    .map((text) => {
      const { after, action } = parseTimedAction(plan, text);
      return `${after} ${formatAction(action)}`;
    })
    .join(', ');
}

/**
 * What is told on paper of a simulation: its first `try`, then whatever sentences do to it that is
 * not that. The title of an action is the label of the `try` that does the same, if there is one.
 */
export function paperRunsOf(plan: Plan, { id, actions }: PlannedSimulation): readonly PaperRun[] {
  const { tries } = plan.scenario;
  const [first] = tries;
  const runs: PaperRun[] = first
    ? [{ id: `${id}-story`, title: first.label, timed: first.do }]
    : [];
  for (const text of actions) {
    const timed = [`0s ${formatAction(parseAction(plan, text))}`];
    const key = canonical(plan, timed);
    if (runs.some((run) => canonical(plan, run.timed) === key)) continue;
    const same = tries.find((candidate: Try) => canonical(plan, candidate.do) === key);
    runs.push({ id: `${id}-story-${runs.length + 1}`, title: same?.label ?? text, timed });
  }
  return runs;
}

/** The id of the story on paper that an action leads to. */
export function storyIdOf(plan: Plan, simulation: PlannedSimulation, action: string): string {
  const key = canonical(plan, [`0s ${action}`]);
  const found = paperRunsOf(plan, simulation).find((run) => canonical(plan, run.timed) === key);
  return found?.id ?? simulation.id;
}
