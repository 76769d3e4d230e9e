import { parseArgs } from 'node:util';
import { DurationError, LIMITS, parseDuration } from '#model';
import type { Instant, Parameters, Profile } from '#model';
import {
  didYouMean,
  isProfile,
  ParameterError,
  parseParameter,
  profileObjection,
} from '#model/schema';

/** What is to be simulated, as far as it can be said without knowing the scenario. */
export interface SimulateOptions {
  /** The id of a scenario or the path of a file. */
  readonly scenario: string;
  /** Timed actions in scenario time, unread. */
  readonly actions: readonly string[];
  readonly attempt: string | undefined;
  readonly until: Instant | undefined;
  readonly seed: number | undefined;
  readonly profile: Profile | undefined;
  readonly parameters: Partial<Parameters>;
  readonly json: boolean;
}

/** What somebody asked of the command. */
export type Request =
  | { readonly type: 'run'; readonly options: SimulateOptions }
  | { readonly type: 'list' }
  | { readonly type: 'help' };

/** Something in the command line is wrong; the message is one line with what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The text of --help. */
export const usage = `npm run --silent simulate -- SCENARIO|FILE [options]

Runs a scenario and tells what happened and why. Without --try and --do, the first
thing to try of the scenario is done.
  --do "TIME ACTION"   do something, such as --do "60.2s power-off NODE1"; may be repeated.
                       TIME counts from the start of the scenario
  --try ID             do what the scenario calls by this name, at the scenario's "start",
                       and check what is expected of it (unless --do adds to it)
  --until TIME         end there instead of 60 s after nothing changes any more
  --seed N             another seed
  --profile NAME       another profile, windows-server-2003 or windows-server-2008; whatever
                       the scenario does not say then has that profile's default
  --set NAME=VALUE     another value for a parameter, such as regroupDuration=5s; repeatable
  --json               data instead of text
  --list               the scenarios and what can be tried in each
  --help               this text
Ends with 0; 1 if an expectation or an invariant failed; 2 if the input was wrong.`;

const OPTIONS = {
  do: { type: 'string', multiple: true, default: [] as string[] },
  try: { type: 'string' },
  until: { type: 'string' },
  seed: { type: 'string' },
  profile: { type: 'string' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const LARGEST_SEED = 4_294_967_295;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
    if (unknown !== undefined) {
      const names = Object.keys(OPTIONS).map((name) => `--${name}`);
      throw new UsageError(`there is no option ${unknown}; ${didYouMean(unknown, names)}`);
    }
    throw new UsageError(`${message.split(/\.?\n|\. /)[0]}; --help says how`);
  }
}

function readInstant(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  try {
    const instant = parseDuration(text);
    if (instant <= LIMITS.longestRun) return instant;
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    throw new UsageError(`--until: ${error.message}`);
  }
  throw new UsageError(`--until ${text}: a run takes eleven years at most`);
}

function readSeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text) && Number(text) <= LARGEST_SEED) return Number(text);
  throw new UsageError(`--seed ${text}: a whole number from 0 to ${LARGEST_SEED} is wanted`);
}

function readProfile(text: string | undefined): Profile | undefined {
  if (text === undefined || isProfile(text)) return text;
  throw new UsageError(`--profile: ${profileObjection(text)}`);
}

function readParameters(settings: readonly string[]): Partial<Parameters> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, given = setting, text] = /^([^=]*)=(.*)$/.exec(setting) ?? [];
      if (text === undefined) {
        throw new UsageError(`--set ${setting}: write NAME=VALUE, such as regroupDuration=5s`);
      }
      try {
        const { name, value } = parseParameter(given.trim(), text.trim());
        return [name, value];
      } catch (error) {
        if (!(error instanceof ParameterError)) throw error;
        throw new UsageError(`--set: ${error.message}`);
      }
    }),
  );
}

/** Reads a command line. Throws UsageError. */
export function parseRequest(args: readonly string[]): Request {
  const { values, positionals } = readArguments(args);
  if (values.help) return { type: 'help' };
  if (values.list) return { type: 'list' };
  const [scenario, extra] = positionals;
  if (scenario === undefined) {
    throw new UsageError('which scenario? Name one of --list, or a file; --help says how');
  }
  if (extra !== undefined) {
    throw new UsageError(
      `"${extra}" is one argument too many; put actions in quotes: --do "60.2s power-off NODE1"`,
    );
  }
  return {
    type: 'run',
    options: {
      scenario,
      actions: values.do,
      attempt: values.try,
      until: readInstant(values.until),
      seed: readSeed(values.seed),
      profile: readProfile(values.profile),
      parameters: readParameters(values.set),
      json: values.json,
    },
  };
}
