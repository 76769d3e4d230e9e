import { clusterParameters } from './cluster.ts';
import { exchangeParameters } from './exchange.ts';
import { resourceParameters } from './resources.ts';
import { PARAMETER_NAMES } from './names.ts';
import type { ParameterName, Parameters } from './names.ts';
import type { Profile } from '../scenario/types.ts';
import type { Parameter, Value } from './types.ts';

export { PARAMETER_NAMES } from './names.ts';
export type { ParameterName, Parameters } from './names.ts';
export type { Confidence, Parameter, Source, Unit, Value } from './types.ts';

/**
 * The register: every number in the model's behaviour with its unit, range, source and confidence.
 * The running model never reads it: a scenario carries the resolved values.
 */
export const REGISTER: Readonly<Record<ParameterName, Parameter>> = {
  ...clusterParameters,
  ...resourceParameters,
  ...exchangeParameters,
};

/** A chapter of the register: the numbers of one file, in its order. */
export interface RegisterChapter {
  readonly id: string;
  readonly title: string;
  readonly names: readonly ParameterName[];
}

function chapter(id: string, title: string, parameters: object): RegisterChapter {
  return { id, title, names: PARAMETER_NAMES.filter((name) => Object.hasOwn(parameters, name)) };
}

/** The register as it is written, for whoever lists all of it. */
export const REGISTER_CHAPTERS: readonly RegisterChapter[] = [
  chapter('cluster', 'Heartbeats, regroup and arbitration', clusterParameters),
  chapter('resources', 'Resources and groups', resourceParameters),
  chapter('exchange', 'Databases, clients and mail', exchangeParameters),
];

/** True for a name of the register. */
export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(REGISTER, name);
}

/** A profile's default of a number, and why we believe it. */
export function valueOf(name: ParameterName, profile: Profile): Value {
  const parameter = REGISTER[name];
  return profile === 'windows-server-2008' ? (parameter.windowsServer2008 ?? parameter) : parameter;
}

/** A profile's defaults with some values replaced. */
export function parametersWith(
  overrides: Partial<Parameters>,
  profile: Profile = 'windows-server-2003',
): Parameters {
  const entries = PARAMETER_NAMES.map((name) => [
    name,
    overrides[name] ?? valueOf(name, profile).default,
  ]);
  return Object.fromEntries(entries) as Parameters;
}
