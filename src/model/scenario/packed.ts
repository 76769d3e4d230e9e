import { PARAMETER_NAMES } from '../parameters/names.ts';
import type { Parameters } from '../parameters/names.ts';
import type { Scenario } from './types.ts';

/** A scenario as it travels in a page: parameters as bare values in the order of their names. */
interface PackedScenario extends Omit<Scenario, 'parameters'> {
  readonly parameters: readonly number[];
}

/**
 * Writes a scenario for the reader's browser, without what only its author's tests need. A page
 * holds several, so their size counts.
 */
export function packScenario(scenario: Scenario): string {
  const packed: PackedScenario = {
    ...scenario,
    changes: {},
    tries: scenario.tries.map((attempt) => ({ ...attempt, expect: [] })),
    parameters: PARAMETER_NAMES.map((name) => scenario.parameters[name]),
  };
  return JSON.stringify(packed);
}

/** Reads what `packScenario` of the same build wrote. */
export function unpackScenario(text: string): Scenario {
  const packed = JSON.parse(text) as PackedScenario;
  const values = PARAMETER_NAMES.map((name, index) => [name, packed.parameters[index]]);
  return { ...packed, parameters: Object.fromEntries(values) as Parameters };
}
