import { DurationError, formatDuration, parseDuration } from '../../actions/duration.ts';
import {
  isParameterName,
  PARAMETER_NAMES,
  parametersWith,
  REGISTER,
} from '../../parameters/index.ts';
import type { ParameterName, Parameters } from '../../parameters/index.ts';
import type { Parameter } from '../../parameters/types.ts';
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
    throw new ParameterError(
      `there is no parameter "${name}"; ${didYouMean(name, PARAMETER_NAMES)}`,
    );
  }
  const parameter = REGISTER[name];
  const [least, most] = parameter.range;
  try {
    const number = read(name, parameter, value);
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
    more: 'defenceMargin',
    less: 'heartbeatPeriod',
    why: 'the other node may have noticed the silence up to one heartbeat later',
  },
];

/** The values of a file that can be read; what cannot has been told and says nothing about others. */
function readable(file: LooseFile): {
  readonly values: Parameters;
  readonly isGiven: (name: ParameterName) => boolean;
  readonly isReadable: (name: ParameterName) => boolean;
} {
  const written = Object.entries(file.parameters ?? {});
  const read = written.flatMap(([name, value]) => {
    try {
      return [parseParameter(name, value)];
    } catch (error) {
      if (error instanceof ParameterError) return [];
      throw error;
    }
  });
  const given = new Map(read.map(({ name, value }) => [name, value]));
  return {
    values: parametersWith(Object.fromEntries(given) as Partial<Parameters>),
    isGiven: (name) => given.has(name),
    isReadable: (name) => given.has(name) || !written.some(([key]) => key === name),
  };
}

/** Whether the parameters that a file sets go together, with each other and with the defaults. */
export const parametersGoTogether: Check = (file) => {
  const { values, isGiven, isReadable } = readable(file);
  return ORDER.flatMap(({ more, less, why }) => {
    if (!isReadable(more) || !isReadable(less) || values[more] >= values[less]) return [];
    const longer = formatParameter(more, values[more]);
    const shorter = formatParameter(less, values[less]);
    const remedy = isGiven(more)
      ? `give it ${shorter} or more`
      : `give ${more} at least as much, or ${less} ${longer} or less`;
    const message = `${more} (${longer}) is less than ${less} (${shorter}), but ${why}; ${remedy}`;
    // The complaint stands where the author wrote something.
    return [wrongValue(['parameters', isGiven(more) ? more : less], message)];
  });
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
