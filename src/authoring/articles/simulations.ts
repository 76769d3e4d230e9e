import type { Plan } from '#model';
import { didYouMean } from '#model/schema';
import type { Problem } from '../problems.ts';
import type { ScenarioLibrary } from '../scenarios/load.ts';
import { idOfSimulation } from './plan.ts';
import type { Attribute, Use } from './uses.ts';

/** The simulations of an article by id. */
export interface Simulations {
  /** Null where the scenario is unknown or wrong, which has been told. */
  readonly plans: ReadonlyMap<string, Plan | null>;
  /** Scenarios that a simulation with a misspelt one may have meant. */
  readonly perhaps: readonly string[];
}

/** Complains about a name that nothing has. */
export function unknown(attribute: Attribute, what: string, names: readonly string[]): Problem {
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

/** Finds the simulations of an article, and what is wrong with them. */
export function gatherSimulations(
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
export function simulationOf(
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
