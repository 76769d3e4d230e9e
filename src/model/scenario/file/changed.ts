import type { Parameters, ParameterName } from '../../parameters/index.ts';
import type { Profile } from '../types.ts';
import { formatParameter } from './parameters.ts';

/** What somebody wants of a scenario that is not in its file. */
export interface Changes {
  /** Another system: whatever the file does not say then has that system's default. */
  readonly profile?: Profile | undefined;
  readonly parameters?: Partial<Parameters> | undefined;
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The data of a scenario file as if it said something else. Only the file knows which values are
 * its own and which are defaults, so a change is made to the file and not to the scenario.
 */
export function changed(data: unknown, { profile, parameters = {} }: Changes): unknown {
  if (!isMapping(data)) return data;
  const given = (Object.entries(parameters) as [ParameterName, number][]).map(([name, value]) => [
    name,
    formatParameter(name, value),
  ]);
  const own: unknown = Reflect.get(data, 'parameters');
  return {
    ...data,
    ...(profile && { profile }),
    ...(given.length > 0 && {
      parameters: { ...(isMapping(own) ? own : {}), ...Object.fromEntries(given) },
    }),
  };
}
