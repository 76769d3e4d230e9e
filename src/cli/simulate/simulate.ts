import { RunLimitError } from '#model';
import { ContentError, loadScenarios, UnknownNameError } from '#authoring';
import { commandFor, linkFor } from '#story';
import { asJson } from './json.ts';
import { parseRequest, usage, UsageError } from './options.ts';
import { carryOut } from './simulation.ts';
import type { Simulation } from './simulation.ts';
import { asText } from './text.ts';

/** What a call of the command prints and ends with. */
export interface CommandResult {
  readonly code: 0 | 1 | 2;
  readonly output: string;
  /** For people who read along while the output goes to another program. */
  readonly complaints: string;
}

/** Where the command is called. */
export interface Surroundings {
  /** Folders in which a FILE is looked for, the first one first. */
  readonly folders: readonly string[];
  /** Characters in a line. */
  readonly columns: number;
}

function list(): string {
  const scenarios = loadScenarios();
  const tries = scenarios.flatMap((scenario) => scenario.tries);
  const ids = [...scenarios, ...tries].map(({ id }) => id.length + 2);
  const width = Math.max(...ids);
  const rows = scenarios.flatMap(({ id, title, tries: attempts }) => [
    [id, title],
    ...attempts.map((attempt) => [`  ${attempt.id}`, `  ${attempt.label}`]),
  ]);
  return rows.map(([id = '', title = '']) => `${id.padEnd(width)}  ${title}`).join('\n');
}

/**
 * What went wrong in a run, a line each: what was expected and did not come true, and invariants that
 * are broken, each with the command and the link that show it again.
 */
export function failuresIn({ expectations, broken, scenario, execution }: Simulation): string[] {
  const { id, seed } = scenario;
  const { run } = execution;
  return [
    ...expectations
      .filter(({ holds }) => !holds)
      .map(({ expected, found }) => `${id}: expected ${expected}, but it was ${found}`),
    ...broken.flatMap(({ at, what }) => [
      `${id}: an invariant is broken at ${at} ms (seed ${seed}): ${what}`,
      `  ${commandFor(run)}`,
      `  ${linkFor(run, at)}`,
    ]),
  ];
}

function answer(args: readonly string[], { folders, columns }: Surroundings): CommandResult {
  const request = parseRequest(args);
  if (request.type === 'help') return { code: 0, output: usage, complaints: '' };
  if (request.type === 'list') return { code: 0, output: list(), complaints: '' };
  const simulation = carryOut(request.options, folders);
  const failures = failuresIn(simulation);
  return {
    code: failures.length > 0 ? 1 : 0,
    output: request.options.json ? asJson(simulation) : asText(simulation, columns),
    complaints: failures.join('\n'),
  };
}

/** The command behind `npm run simulate`, without touching the process it runs in. */
export function simulate(args: readonly string[], surroundings: Surroundings): CommandResult {
  try {
    return answer(args, surroundings);
  } catch (error) {
    const isInput =
      error instanceof UsageError ||
      error instanceof UnknownNameError ||
      error instanceof ContentError ||
      error instanceof RunLimitError;
    if (!isInput) throw error;
    return { code: 2, output: '', complaints: error.message };
  }
}
