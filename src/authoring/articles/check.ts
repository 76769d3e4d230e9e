import { ActionError, parseAction } from '#model';
import type { Plan } from '#model';
import { isParameterName, PARAMETER_NAMES } from '#model/register';
import { didYouMean } from '#model/schema';
import { READINGS } from '#story';
import { articleFile, articleSlugs, projectContent } from '../content.ts';
import type { ContentFolder, SourceFile } from '../content.ts';
import { sortProblems } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { readLibrary } from '../scenarios/load.ts';
import type { ScenarioLibrary } from '../scenarios/load.ts';
import { idOfSimulation } from './plan.ts';
import { usesIn } from './uses.ts';
import type { Attribute, Use } from './uses.ts';

/** The simulations of an article by id. */
interface Simulations {
  /** Null where the scenario is unknown or wrong, which has been told. */
  readonly plans: ReadonlyMap<string, Plan | null>;
  /** Scenarios that a simulation with a misspelt one may have meant. */
  readonly perhaps: readonly string[];
}

function unknown(attribute: Attribute, what: string, names: readonly string[]): Problem {
  const { place, value } = attribute;
  return { ...place, message: `there is no ${what} "${value}"; ${didYouMean(value, names)}` };
}

function scenarioProblems(use: Use, { ids, plans }: ScenarioLibrary): Problem[] {
  const { scenario } = use.attributes;
  if (!scenario) return [];
  if (!ids.includes(scenario.value)) return [unknown(scenario, 'scenario', ids)];
  const plan = plans.get(scenario.value);
  if (!plan || plan.scenario.tries.length > 0) return [];
  const message = `scenario "${scenario.value}" has nothing to try, so there is nothing to show; add a "try" to it`;
  return [{ ...scenario.place, message }];
}

function gather(
  uses: readonly Use[],
  library: ScenarioLibrary,
): { simulations: Simulations; problems: Problem[] } {
  const plans = new Map<string, Plan | null>();
  const problems: Problem[] = [];
  for (const use of uses.filter(({ component }) => component === 'Simulation')) {
    problems.push(...scenarioProblems(use, library));
    const id = idOfSimulation(use);
    if (!id) continue;
    if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(id.value)) {
      const message = `"${id.value}" is not an id; use letters, digits, dots and hyphens`;
      problems.push({ ...id.place, message });
    } else if (plans.has(id.value)) {
      const message = `another simulation of this article is called "${id.value}" already; give this one an id of its own`;
      problems.push({ ...id.place, message });
    }
    const plan = library.plans.get(use.attributes['scenario']?.value ?? '') ?? null;
    if (!plans.has(id.value)) plans.set(id.value, plan);
  }
  const isMisspelt = [...plans.keys()].some((id) => plans.get(id) === null);
  return { simulations: { plans, perhaps: isMisspelt ? library.ids : [] }, problems };
}

/** The simulation that an action or a reading is about: the one it names, else the first. */
function simulationOf(
  use: Use,
  { plans, perhaps }: Simulations,
): { plan: Plan | null; problems: Problem[] } {
  const { simulation } = use.attributes;
  if (simulation) {
    const plan = plans.get(simulation.value);
    if (plan !== undefined) return { plan, problems: [] };
    if (perhaps.includes(simulation.value)) return { plan: null, problems: [] };
    return { plan: null, problems: [unknown(simulation, 'simulation', [...plans.keys()])] };
  }
  const first = [...plans.values()][0];
  if (first !== undefined) return { plan: first, problems: [] };
  const message = `<${use.component}> is about a simulation, and this article has none; add a <Simulation>`;
  return { plan: null, problems: [{ ...use.place, message }] };
}

function actionProblems(use: Use, plan: Plan | null): Problem[] {
  const { action } = use.attributes;
  if (!action || !plan) return [];
  try {
    parseAction(plan, action.value);
    return [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return [{ ...action.place, message: error.message }];
  }
}

function readingProblems(use: Use, plan: Plan | null): Problem[] {
  const { of, run } = use.attributes;
  const isKnown = READINGS.some((name) => name === of?.value);
  const tries = plan?.scenario.tries.map(({ id }) => id);
  return [
    ...(of && !isKnown ? [unknown(of, 'reading', READINGS)] : []),
    ...(run && tries && !tries.includes(run.value)
      ? [unknown(run, `try of ${plan?.scenario.id}`, tries)]
      : []),
  ];
}

function useProblems(use: Use, simulations: Simulations): Problem[] {
  switch (use.component) {
    case 'Simulation':
      return [];
    case 'Parameter': {
      const { of } = use.attributes;
      return of && !isParameterName(of.value) ? [unknown(of, 'parameter', PARAMETER_NAMES)] : [];
    }
    case 'Do': {
      const { plan, problems } = simulationOf(use, simulations);
      return [...problems, ...actionProblems(use, plan)];
    }
    case 'Reading': {
      const { plan, problems } = simulationOf(use, simulations);
      return [...problems, ...readingProblems(use, plan)];
    }
  }
}

/** Everything that is wrong with what an article says about simulations. */
export function articleProblems(file: SourceFile, library: ScenarioLibrary): Problem[] {
  const { uses, problems } = usesIn(file);
  const found = gather(uses, library);
  return sortProblems([
    ...problems,
    ...found.problems,
    ...uses.flatMap((use) => useProblems(use, found.simulations)),
  ]);
}

/** Everything that is wrong with all articles; scenarios that are wrong are left to their own check. */
export function checkArticles(content: ContentFolder = projectContent()): Problem[] {
  const library = readLibrary(content);
  return articleSlugs(content).flatMap((slug) => {
    const file = articleFile(content, slug);
    return file ? articleProblems(file, library) : [];
  });
}
