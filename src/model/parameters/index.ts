import { clusterParameters } from './cluster.ts';
import { exchangeParameters } from './exchange.ts';
import { resourceParameters } from './resources.ts';
import type { Parameter } from './types.ts';

/** The name of a number of the model. */
export type ParameterName =
  | keyof typeof clusterParameters
  | keyof typeof resourceParameters
  | keyof typeof exchangeParameters;

/** A value for every parameter, in the unit of the register. */
export type Parameters = Readonly<Record<ParameterName, number>>;

/**
 * The register: every number in the model's behaviour with its unit, range, source and confidence.
 * The running model never reads it: a scenario carries the resolved values.
 */
export const REGISTER: Readonly<Record<ParameterName, Parameter>> = {
  ...clusterParameters,
  ...resourceParameters,
  ...exchangeParameters,
};

/** All parameter names in the order of the register. */
export const PARAMETER_NAMES = Object.keys(REGISTER) as readonly ParameterName[];

/** True for a name of the register. */
export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(REGISTER, name);
}

/** The register's defaults with some values replaced. */
export function parametersWith(overrides: Partial<Parameters>): Parameters {
  const entries = PARAMETER_NAMES.map((name) => [name, overrides[name] ?? REGISTER[name].default]);
  return Object.fromEntries(entries) as Parameters;
}
