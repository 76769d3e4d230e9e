import { loadScenario, runTry } from '#authoring';
import type { ArticlePlan, PlannedSimulation } from '#authoring';
import { planOf, worldAt } from '#model';
import type { Execution, Try } from '#model';
import { isParameterName, REGISTER } from '#model/register';
import { chronicleOf, outcomeOf, READINGS, readingText, sayDuration } from '#story';
import { transcriptOf } from '#story/words';
import type { ComponentUse } from './replace.ts';

function simulationOf({ simulations }: ArticlePlan, id: string | undefined): PlannedSimulation {
  const found = simulations.find((simulation) => id === undefined || simulation.id === id);
  if (!found) throw new Error(`the article has no simulation ${id ?? ''}`);
  return found;
}

/** A try of a scenario, by default the first, carried out. */
function run(scenario: string, id?: string): { attempt: Try; execution: Execution } {
  const plan = planOf(loadScenario(scenario));
  const { tries } = plan.scenario;
  const attempt = tries.find((candidate) => id === undefined || candidate.id === id);
  if (!attempt) throw new Error(`${scenario} has no try ${id ?? ''}`);
  return { attempt, execution: runTry(plan, attempt) };
}

/** What a run came to, in a sentence. */
function outcomeSentence(execution: Execution): string {
  const { downtimeMs, messages } = outcomeOf(execution);
  const { late, waiting, lost } = messages;
  return `Mail was down for ${sayDuration(downtimeMs)}. Messages late: ${late}, still waiting: ${waiting}, lost: ${lost}.`;
}

/** A simulation in words: what it shows, and its first try from beginning to end. */
function simulation({ attributes }: ComponentUse, plan: ArticlePlan): string {
  const { scenario = '', caption = '', id = scenario } = attributes;
  const { attempt, execution } = run(simulationOf(plan, id).scenario);
  const lines = transcriptOf(execution).map(({ time, text, why }) =>
    `- ${time} **${text}.** ${why}`.trimEnd(),
  );
  return [
    `**Simulation.** ${caption}`,
    '',
    `_${attempt.label}:_ ${outcomeSentence(execution)}`,
    '',
    ...lines,
  ]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** The value that a sentence takes from a run once nothing moves any more. */
function reading({ attributes }: ComponentUse, plan: ArticlePlan): string {
  const name = READINGS.find((known) => known === attributes['of']);
  if (!name) throw new Error(`there is no reading ${attributes['of'] ?? ''}`);
  const { scenario } = simulationOf(plan, attributes['simulation']);
  const { execution } = run(scenario, attributes['run']);
  const at = execution.steadyAt;
  const chronicle = chronicleOf(execution, at + 1);
  return readingText(name, { execution, chronicle, world: worldAt(execution, at), at });
}

function parameter({ attributes }: ComponentUse): string {
  const name = attributes['of'] ?? '';
  if (!isParameterName(name)) throw new Error(`the register has no parameter ${name}`);
  const { unit, default: value } = REGISTER[name];
  return unit === 'ms' ? sayDuration(value) : String(value);
}

/**
 * What plain Markdown has in a component's place: the run in words for a simulation, the value for a
 * reading or a parameter, and for all others (actions, terms) the words between their tags.
 */
export function componentInWords(use: ComponentUse, plan: ArticlePlan): string {
  switch (use.name) {
    case 'Simulation':
      return simulation(use, plan);
    case 'Reading':
      return reading(use, plan);
    case 'Parameter':
      return parameter(use);
    default:
      return use.words;
  }
}
