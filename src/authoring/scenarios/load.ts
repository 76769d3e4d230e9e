import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planOf } from '#model';
import type { Plan, Scenario } from '#model';
import { didYouMean } from '#model/schema';
import type { Changes } from '#model/schema';
import { projectContent, scenarioFile, scenarioIds } from '../content.ts';
import type { ContentFolder, SourceFile } from '../content.ts';
import { ScenarioFileError, UnknownNameError } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { idOfFile, parseScenarioFile } from './parse.ts';
import type { Bases } from './parse.ts';

/** The scenarios of a content folder as bases of others. */
export function basesIn(content: ContentFolder): Bases {
  return { ids: scenarioIds(content), file: (id) => scenarioFile(content, id) };
}

/** A scenario and the texts it was read from; as long as they are the same, so is the scenario. */
interface Loaded {
  readonly scenario: Scenario;
  readonly sources: readonly SourceFile[];
}

const loaded = new Map<string, Loaded>();

/** Which content is meant, the project's unless told, and what is wanted that is not in the file. */
export interface LoadOptions extends Partial<ContentFolder>, Changes {}

function isCurrent({ sources }: Loaded, content: ContentFolder): boolean {
  return sources.every(({ path, text }) => scenarioFile(content, idOfFile(path))?.text === text);
}

/**
 * The scenario of this id; the same object as long as its files do not change. With another profile
 * or other parameters it is read as if its file said those. Throws UnknownNameError with the nearest
 * id, or ScenarioFileError with everything that is wrong.
 */
export function loadScenario(id: string, { root, ...changes }: LoadOptions = {}): Scenario {
  const content = root === undefined ? projectContent() : { root };
  const file = scenarioFile(content, id);
  if (!file) {
    const hint = didYouMean(id, scenarioIds(content));
    throw new UnknownNameError(`there is no scenario "${id}"; ${hint}`);
  }
  const key = JSON.stringify([content.root, id, changes]);
  const known = loaded.get(key);
  if (known && isCurrent(known, content)) return known.scenario;
  const sources = [file];
  const bases = basesIn(content);
  const noted: Bases = {
    ids: bases.ids,
    file(base) {
      const found = bases.file(base);
      if (found) sources.push(found);
      return found;
    },
  };
  const scenario = parseScenarioFile(file.text, file.path, noted, changes);
  loaded.set(key, { scenario, sources });
  return scenario;
}

/**
 * The scenario in a file that lies anywhere; what it extends lies beside it or among the others.
 * `name` is how messages call the file. Throws UnknownNameError or ScenarioFileError.
 */
export function loadScenarioFile(
  path: string,
  name: string,
  { root, ...changes }: LoadOptions = {},
): Scenario {
  const read = (at: string, called: string): SourceFile | undefined =>
    existsSync(at) ? { path: called, text: readFileSync(at, 'utf8') } : undefined;
  const file = read(path, name);
  if (!file) throw new UnknownNameError(`there is no file ${name}`);
  const others = basesIn(root === undefined ? projectContent() : { root });
  const bases: Bases = {
    ids: others.ids,
    file: (id) => read(join(dirname(path), `${id}.yaml`), `${id}.yaml`) ?? others.file(id),
  };
  return parseScenarioFile(file.text, name, bases, changes);
}

/** All scenarios: those that are sound, and what is wrong with the others. */
export interface ScenarioLibrary {
  readonly plans: ReadonlyMap<string, Plan>;
  /** Ids of all scenario files, the unsound ones included. */
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads every scenario and gathers what is wrong instead of throwing it. */
export function readLibrary(content: ContentFolder = projectContent()): ScenarioLibrary {
  const ids = scenarioIds(content);
  const plans = new Map<string, Plan>();
  const problems: Problem[] = [];
  for (const id of ids) {
    try {
      plans.set(id, planOf(loadScenario(id, content)));
    } catch (error) {
      if (!(error instanceof ScenarioFileError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { plans, ids, problems };
}

/** All scenarios, in the order of their ids. Throws ScenarioFileError with the problems of all files. */
export function loadScenarios(content: ContentFolder = projectContent()): Scenario[] {
  const { plans, problems } = readLibrary(content);
  if (problems.length > 0) throw new ScenarioFileError(problems);
  return [...plans.values()].map(({ scenario }) => scenario);
}
