import type { ParameterName } from '../../parameters/names.ts';
import { PROPERTIES } from '../../properties/names.ts';
import type { PropertyName } from '../../properties/names.ts';

/** Properties that Windows documents and that stay the same for a whole run here: parameters. */
const PARAMETERS: Readonly<Record<string, ParameterName>> = {
  QuorumArbitrationTimeMin: 'arbitrationReserveDelay',
  QuorumArbitrationTimeMax: 'arbitrationTimeMax',
  ClusSvcHangTimeout: 'clusterServiceHangTimeout',
  ClusSvcHeartbeatTimeout: 'clusterServiceHangTimeout',
  DeadlockTimeout: 'deadlockTimeout',
  RestartDelay: 'restartDelay',
  ArbitrationDelay: 'witnessLockDelay',
};

function matching<Name extends string>(names: readonly Name[], given: string): Name | undefined {
  return names.find((name) => name.toLowerCase() === given.toLowerCase());
}

/** The parameter that a documented property is here. */
export function parameterOf(property: string): ParameterName | undefined {
  return PARAMETERS[matching(Object.keys(PARAMETERS), property) ?? ''];
}

/** How a property is set that somebody took for a parameter, such as `set GROUP.FailoverPeriod VALUE`. */
export function settingOf(name: string): string | undefined {
  const property = matching(Object.keys(PROPERTIES) as PropertyName[], name);
  if (property === undefined) return undefined;
  const { of } = PROPERTIES[property];
  return `set ${of === 'cluster' ? '' : `${of.toUpperCase()}.`}${property} VALUE`;
}
