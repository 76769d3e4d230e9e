import type { ParameterName, Scenario } from '#model';
import { REGISTER } from '#model/register';

/** A scenario that gives a parameter another value than the register does. */
export interface Override {
  readonly scenario: string;
  readonly title: string;
  readonly value: number;
}

/** The scenarios that change a parameter, in the order given. */
export function overridesOf(name: ParameterName, scenarios: readonly Scenario[]): Override[] {
  return scenarios.flatMap(({ id, title, parameters }) => {
    const value = parameters[name];
    return value === REGISTER[name].default ? [] : [{ scenario: id, title, value }];
  });
}
