import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ActionError, endOf, LIMITS, planOf } from '#model';
import type { Execution, Instant, ParameterName, Plan, Scenario, TimedAction, Try } from '#model';
import { execute } from '#model/whole';
import { didYouMean, disagreementsIn, readTimedAction } from '#model/schema';
import type { Changes } from '#model/schema';
import {
  actionsOf,
  brokenInvariants,
  checkExpectations,
  loadScenario,
  loadScenarioFile,
} from '#authoring';
import type { ExpectationResult } from '#authoring';
import { UsageError } from './options.ts';
import type { SimulateOptions } from './options.ts';

/** A run that was carried out for the command line, with everything that is said about it. */
export interface Simulation {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly execution: Execution;
  /** Where the run ends, that instant included. */
  readonly until: Instant;
  /** What was tried, if it was something that the scenario has a name for. */
  readonly attempt: Try | undefined;
  readonly expectations: readonly ExpectationResult[];
  readonly broken: readonly { readonly at: Instant; readonly what: string }[];
}

/** The scenario that is meant; a name with a slash or an ending is a file, looked for in `folders`. */
function find(name: string, folders: readonly string[], changes: Changes): Scenario {
  if (!/[\\/]|\.ya?ml$/.test(name)) return loadScenario(name, changes);
  const paths = folders.map((folder) => resolve(folder, name));
  return loadScenarioFile(paths.find((path) => existsSync(path)) ?? name, name, changes);
}

/** The scenario with another profile, other parameters and another seed, read as if its file said so. */
function findChanged(options: SimulateOptions, folders: readonly string[]): Scenario {
  const { profile, parameters, seed } = options;
  const found = find(options.scenario, folders, { profile });
  const given = Object.keys(parameters) as ParameterName[];
  if (given.length === 0) return { ...found, seed: seed ?? found.seed };
  const [wrong] = disagreementsIn({ ...found.parameters, ...parameters }, given);
  if (wrong) throw new UsageError(`--set: ${wrong.message}`);
  const changed = find(options.scenario, folders, { profile, parameters });
  return { ...changed, seed: seed ?? changed.seed };
}

function findTry({ id, tries }: Scenario, { attempt, actions }: SimulateOptions): Try | undefined {
  if (attempt === undefined) return actions.length === 0 ? tries[0] : undefined;
  const found = tries.find((candidate) => candidate.id === attempt);
  if (found) return found;
  const names = tries.map((candidate) => candidate.id);
  throw new UsageError(`${id} has no try "${attempt}"; ${didYouMean(attempt, names)}`);
}

function readAction(plan: Plan, text: string): TimedAction {
  try {
    const { after, action } = readTimedAction(plan, text);
    if (after <= LIMITS.longestRun) return { at: after, action };
  } catch (error) {
    if (error instanceof ActionError) throw new UsageError(`--do: ${error.message}`);
    throw error;
  }
  throw new UsageError(`--do "${text}": a run takes eleven years at most`);
}

/** Runs what was asked for. Throws UsageError and the errors of scenarios. */
export function carryOut(options: SimulateOptions, folders: readonly string[]): Simulation {
  const scenario = findChanged(options, folders);
  const plan = planOf(scenario);
  const attempt = findTry(scenario, options);
  const added = options.actions.map((text) => readAction(plan, text));
  const actions = [...(attempt ? actionsOf(plan, attempt) : []), ...added].sort(
    (one, other) => one.at - other.at,
  );
  const execution = execute({ plan, actions }, options.until);
  const isAsExpected = attempt !== undefined && added.length === 0;
  // What is expected is expected of the whole run, wherever the picture of it ends.
  const whole = options.until === undefined ? execution : execute({ plan, actions });
  return {
    scenario,
    plan,
    execution,
    until: options.until ?? endOf(execution),
    attempt,
    expectations: isAsExpected ? checkExpectations(whole, attempt) : [],
    broken: brokenInvariants(execution),
  };
}
