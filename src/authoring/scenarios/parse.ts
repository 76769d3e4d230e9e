import type { Scenario } from '#model';
import { checkScenario, didYouMean } from '#model/schema';
import type { Changes } from '#model/schema';
import type { SourceFile } from '../content.ts';
import { ScenarioFileError } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { extend } from './merge.ts';
import { placeOf, plain } from '../yaml/tree.ts';
import type { Tree } from '../yaml/tree.ts';
import { parseYaml } from '../yaml/read.ts';

/** Where a file may find the one that it extends. */
export interface Bases {
  /** The ids that there are, for who misspells one. */
  readonly ids: readonly string[];
  readonly file: (id: string) => SourceFile | undefined;
}

const NO_BASES: Bases = { ids: [], file: () => undefined };

/** A file with the one it extends merged in, and what is wrong so far. */
export interface Assembled {
  readonly tree: Tree | null;
  readonly problems: readonly Problem[];
}

function baseOf(own: Tree): { id: string; place: Problem } | undefined {
  const entry = own.kind === 'mapping' ? own.entries.get('extends')?.value : undefined;
  if (entry?.kind !== 'leaf' || typeof entry.value !== 'string') return undefined;
  return { id: entry.value, place: { ...entry.place, message: '' } };
}

/** Puts a file together with its base, which may not have a base of its own. */
export function assemble(file: SourceFile, bases: Bases): Assembled {
  const { tree, problems } = parseYaml(file);
  const named = tree && baseOf(tree);
  if (tree?.kind !== 'mapping' || !named) return { tree, problems };
  const { id, place } = named;
  const wrong = (message: string): Assembled => ({
    tree: null,
    problems: [...problems, { ...place, message }],
  });
  const found = bases.file(id);
  if (!found) return wrong(`there is no scenario "${id}" to extend; ${didYouMean(id, bases.ids)}`);
  if (found.path === file.path) return wrong('a scenario cannot extend itself');
  const base = parseYaml(found);
  if (base.tree?.kind !== 'mapping') {
    return { tree: null, problems: [...problems, ...base.problems] };
  }
  if (base.tree.entries.has('extends')) {
    return wrong(`"${id}" extends another scenario itself; extend one that is complete`);
  }
  return { tree: extend(base.tree, tree), problems: [...problems, ...base.problems] };
}

/** The id of a scenario: the name of its file without folder and ending. */
export function idOfFile(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
}

/**
 * Reads the text of a scenario file. `path` is its name in messages and, without folder and ending,
 * the scenario's id. With another profile or other parameters it is read as if the file said those.
 * Throws ScenarioFileError with everything that is wrong with it and its base.
 */
export function parseScenarioFile(
  text: string,
  path: string,
  bases: Bases = NO_BASES,
  changes: Changes = {},
): Scenario {
  const { tree, problems } = assemble({ text, path }, bases);
  if (!tree) throw new ScenarioFileError(problems);
  const checked = checkScenario(idOfFile(path), plain(tree), changes);
  const found = checked.problems.map(({ path: way, of, message }) => ({
    ...placeOf(tree, way, of),
    message,
  }));
  if (checked.scenario && problems.length === 0) return checked.scenario;
  throw new ScenarioFileError([...problems, ...found]);
}
