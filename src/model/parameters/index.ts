import { clusterParameters } from './cluster.ts';
import { exchangeParameters } from './exchange.ts';
import { resourceParameters } from './resources.ts';
import { PARAMETER_NAMES } from './names.ts';
import type { ParameterName, Parameters } from './names.ts';
import type { Parameter } from './types.ts';

export { PARAMETER_NAMES } from './names.ts';
export type { ParameterName, Parameters } from './names.ts';

/**
 * The register: every number in the model's behaviour with its unit, range, source and confidence.
 * The running model never reads it: a scenario carries the resolved values.
 */
export const REGISTER: Readonly<Record<ParameterName, Parameter>> = {
  ...clusterParameters,
  ...resourceParameters,
  ...exchangeParameters,
};

/** True for a name of the register. */
export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(REGISTER, name);
}

/** The register's defaults with some values replaced. */
export function parametersWith(overrides: Partial<Parameters>): Parameters {
  const entries = PARAMETER_NAMES.map((name) => [name, overrides[name] ?? REGISTER[name].default]);
  return Object.fromEntries(entries) as Parameters;
}
