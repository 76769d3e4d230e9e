import type { ParameterName, Scenario } from '#model';
import { valueOf } from '#model/register';

/** A scenario that gives a parameter another value than the register does for its profile. */
export interface Override {
  readonly scenario: string;
  readonly title: string;
  readonly value: number;
}

/** The scenarios that change a parameter, in the order given. */
export function overridesOf(name: ParameterName, scenarios: readonly Scenario[]): Override[] {
  return scenarios.flatMap(({ id, title, parameters, profile }) => {
    const value = parameters[name];
    return value === valueOf(name, profile).default ? [] : [{ scenario: id, title, value }];
  });
}
