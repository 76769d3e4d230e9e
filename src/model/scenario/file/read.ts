import * as v from 'valibot';
import { fileShape } from './shape.ts';
import type { FileShape } from './shape.ts';
import type { LooseFile, Path, ScenarioProblem } from './types.ts';

type Issue = v.BaseIssue<unknown>;

/** What came of reading a file's leaves. `file` is complete when `problems` is empty. */
export interface Reading {
  readonly loose: LooseFile;
  readonly file: FileShape | null;
  readonly problems: readonly ScenarioProblem[];
}

const isUnknownKey = (issue: Issue): boolean =>
  issue.type === 'strict_object' && issue.expected === 'never';

const isMissing = (issue: Issue): boolean =>
  issue.type === 'strict_object' && issue.expected?.startsWith('"') === true;

function pathOf(issue: Issue): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function problemOf(issue: Issue): ScenarioProblem {
  const path = pathOf(issue);
  if (isUnknownKey(issue)) return { path, of: 'key', message: issue.message };
  // A missing key has no place of its own; the mapping that lacks it has.
  return { path: isMissing(issue) ? path.slice(0, -1) : path, of: 'value', message: issue.message };
}

function parentAt(data: unknown, path: Path): object | undefined {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => memberOf(value, key), data);
  return typeof parent === 'object' && parent !== null ? parent : undefined;
}

/** Leaves a key out, as if nobody had written it. */
function leaveOut(data: unknown, path: Path): void {
  const parent = parentAt(data, path);
  if (parent) Reflect.deleteProperty(parent, path.at(-1) ?? '');
}

/** Empties a place, so that nobody draws conclusions from it. It is there all the same. */
function empty(data: unknown, path: Path): void {
  const parent = parentAt(data, path);
  const last = path.at(-1);
  if (parent && last !== undefined) Reflect.set(parent, last, undefined);
}

function memberOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Whether an issue spoils what it is about: a mapping without one of its keys is still a mapping. */
function spoils(issue: Issue): boolean {
  return !isMissing(issue) && (issue.kind === 'schema' || typeof issue.input !== 'object');
}

/**
 * Reads the leaves of a file. Unknown keys are noted and left out, one round for each, because the
 * schema stops at the first of a mapping; what else is wrong is noted and emptied.
 */
export function readShape(data: unknown): Reading {
  const rest: unknown = structuredClone(data);
  const problems: ScenarioProblem[] = [];
  for (;;) {
    const result = v.safeParse(fileShape, rest);
    const unknown = (result.issues ?? []).filter(isUnknownKey);
    problems.push(...unknown.map(problemOf));
    for (const issue of unknown) leaveOut(rest, pathOf(issue));
    if (unknown.length > 0) continue;
    if (result.success) {
      const file = problems.length === 0 ? result.output : null;
      return { loose: result.output, file, problems };
    }
    const loose: unknown = structuredClone(result.output);
    for (const issue of result.issues.filter(spoils)) empty(loose, pathOf(issue));
    problems.push(...result.issues.map(problemOf));
    const isMapping = typeof loose === 'object' && loose !== null;
    return { loose: isMapping ? (loose as LooseFile) : {}, file: null, problems };
  }
}
