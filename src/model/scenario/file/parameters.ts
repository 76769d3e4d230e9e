import {
  besideHours,
  DurationError,
  formatDuration,
  parseDuration,
} from '../../actions/duration.ts';
import {
  isParameterName,
  PARAMETER_NAMES,
  parametersWith,
  REGISTER,
} from '../../parameters/index.ts';
import type { ParameterName, Parameters } from '../../parameters/index.ts';
import type { Parameter } from '../../parameters/types.ts';
import { settingOf } from './documented-names.ts';
import { wrongValue } from './types.ts';
import type { Check, LooseFile } from './types.ts';
import { didYouMean, show } from './words.ts';

/** A parameter's value could not be read; the message says what would be right. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError';
}

const WANTED = {
  ms: 'a duration such as 500ms, 1.2s or 5m',
  count: 'a whole number',
  switch: 'on or off',
} as const;

function read(name: string, { unit }: Parameter, value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
  if (text !== undefined && unit === 'ms') return parseDuration(text);
  if (text !== undefined && unit === 'count' && /^\d{1,10}$/.test(text)) return Number(text);
  if (unit === 'switch' && (value === 'on' || value === 'off')) return value === 'on' ? 1 : 0;
  throw new ParameterError(`${show(value)} where ${name} takes ${WANTED[unit]}`);
}

/**
 * Reads a value for a parameter in its unit: durations for milliseconds, whole numbers for counts,
 * `on` or `off` for switches. Throws ParameterError for an unknown name, another unit or a value
 * out of range.
 */
export function parseParameter(
  name: string,
  value: unknown,
): { readonly name: ParameterName; readonly value: number } {
  if (!isParameterName(name)) {
    const setting = settingOf(name);
    throw new ParameterError(
      setting === undefined
        ? `there is no parameter "${name}"; ${didYouMean(name, PARAMETER_NAMES)}`
        : `"${name}" is no parameter but a property, which an action sets: --do "TIME ${setting}"`,
    );
  }
  const parameter = REGISTER[name];
  const [least, most] = parameter.range;
  try {
    const number = read(name, parameter, value);
    const beside = parameter.inHours ? besideHours(number) : null;
    if (beside !== null) throw new ParameterError(`${name} cannot be ${show(value)}; ${beside}`);
    if (number >= least && number <= most) return { name, value: number };
  } catch (error) {
    if (error instanceof DurationError) throw new ParameterError(error.message);
    throw error;
  }
  const say = parameter.unit === 'ms' ? formatDuration : String;
  throw new ParameterError(
    `${name} cannot be ${show(value)}; it goes from ${say(least)} to ${say(most)}`,
  );
}

/** A value of a parameter as a file or a command line says it. */
export function formatParameter(name: ParameterName, value: number): string {
  const { unit } = REGISTER[name];
  if (unit === 'switch') return value === 1 ? 'on' : 'off';
  return unit === 'ms' ? formatDuration(value) : String(value);
}

/** The values that a file gives to parameters, for a file that has passed its checks. */
export function parametersIn(given: Readonly<Record<string, unknown>>): Partial<Parameters> {
  return Object.fromEntries(
    Object.entries(given).map(([key, text]) => {
      const { name, value } = parseParameter(key, text);
      return [name, value];
    }),
  );
}

/** Pairs of which the first may not be less than the second, and why. */
const ORDER: readonly {
  readonly more: ParameterName;
  readonly less: ParameterName;
  readonly why: string;
}[] = [
  {
    more: 'arbitrationOnlineDelay',
    less: 'arbitrationReserveDelay',
    why: 'a disk comes online only after it has been reserved',
  },
  {
    more: 'missedHeartbeatsUntilNodeDown',
    less: 'missedHeartbeatsUntilContactLost',
    why: 'contact is lost on a network before the node counts as down',
  },
  {
    more: 'crossSubnetMissedHeartbeatsUntilNodeDown',
    less: 'missedHeartbeatsUntilContactLost',
    why: 'contact is lost on a network before the node counts as down',
  },
  {
    more: 'arbitrationTimeMax',
    less: 'arbitrationReserveDelay',
    why: 'a node does not give up before it has tried',
  },
  {
    more: 'retryPeriodOnFailure',
    less: 'restartPeriod',
    why: 'RetryPeriodOnFailure is not less than RestartPeriod',
  },
  {
    more: 'defenceMargin',
    less: 'heartbeatPeriod',
    why: 'the other node may have noticed the silence up to one heartbeat later',
  },
];

/** A parameter whose value does not go together with another's. */
export interface Disagreement {
  readonly name: ParameterName;
  /** Both parameters that it is about. */
  readonly pair: readonly ParameterName[];
  readonly message: string;
}

/**
 * What is wrong with values beside each other, one thing for each name. `given` are those that
 * somebody chose: the complaint is about one of them where there is one, and says what would be
 * right.
 */
export function disagreementsIn(
  values: Parameters,
  given: readonly ParameterName[],
): Disagreement[] {
  const found = ORDER.flatMap(({ more, less, why }) => {
    if (values[more] >= values[less]) return [];
    const isGiven = given.includes(more);
    const longer = formatParameter(more, values[more]);
    const shorter = formatParameter(less, values[less]);
    const remedy = isGiven
      ? `give it ${shorter} or more`
      : `give ${more} at least as much, or ${less} ${longer} or less`;
    const message = `${more} (${longer}) is less than ${less} (${shorter}), but ${why}; ${remedy}`;
    // The complaint stands where somebody wrote something.
    return [{ name: isGiven ? more : less, message, pair: [more, less] }];
  });
  return found.filter(({ name }, index) => found.findIndex((one) => one.name === name) === index);
}

/** The values of a file that can be read, with its profile's defaults. What cannot be read has been told. */
export function valuesIn(file: LooseFile): {
  readonly values: Parameters;
  readonly given: readonly ParameterName[];
} {
  const read = Object.entries(file.parameters ?? {}).flatMap(([name, value]) => {
    try {
      return [parseParameter(name, value)];
    } catch (error) {
      if (error instanceof ParameterError) return [];
      throw error;
    }
  });
  const given = Object.fromEntries(read.map(({ name, value }) => [name, value]));
  const values = parametersWith(given as Partial<Parameters>, file.profile);
  return { values, given: read.map(({ name }) => name) };
}

/** Whether the parameters that a file sets go together, with each other and with the defaults. */
export const parametersGoTogether: Check = (file) => {
  const { values, given } = valuesIn(file);
  const written = Object.keys(file.parameters ?? {});
  const isReadable = (name: ParameterName): boolean =>
    given.includes(name) || !written.includes(name);
  return disagreementsIn(values, given).flatMap(({ name, pair, message }) =>
    pair.every(isReadable) ? [wrongValue(['parameters', name], message)] : [],
  );
};

/** Names, units and ranges of the parameters that a file sets. */
export const parametersFit: Check = (file) =>
  Object.entries(file.parameters ?? {}).flatMap(([name, value]) => {
    try {
      parseParameter(name, value);
      return [];
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      const path = ['parameters', name];
      const { message } = error;
      return [isParameterName(name) ? wrongValue(path, message) : { path, of: 'key', message }];
    }
  });
