import { PARAMETER_NAMES } from '../parameters/names.ts';
import type { Parameters } from '../parameters/names.ts';
import { DEFAULTS } from './defaults.ts';
import type { GroupDefinition, ResourceDefinition, Scenario } from './types.ts';

type Entries = Readonly<Record<string, unknown>>;

/** Walks through the parts of a scenario that have defaults and puts what `each` makes in their place. */
function withParts(
  scenario: Scenario,
  each: <Part>(part: Part, defaults: Entries) => Part,
): Scenario {
  const { nodes, networks, switches, array, groups } = scenario;
  const named = <Part>(part: Part, defaults: Entries): Part =>
    each(part, { name: (part as { id: string }).id, ...defaults });
  const possibleOwners = nodes.map(({ id }) => id);
  const resourceOf = (resource: ResourceDefinition): ResourceDefinition =>
    named(resource, { ...DEFAULTS.resource, possibleOwners });
  const groupOf = (group: GroupDefinition): GroupDefinition =>
    named({ ...group, resources: group.resources.map(resourceOf) }, DEFAULTS.group);
  return each(
    {
      ...scenario,
      nodes: nodes.map((node) => named(node, DEFAULTS.node)),
      networks: networks.map((network) => named(network, DEFAULTS.network)),
      switches: switches.map((box) => named(box, DEFAULTS.powered)),
      array: named(array, DEFAULTS.array),
      groups: groups.map(groupOf),
    },
    DEFAULTS.scenario,
  );
}

/** What differs from the defaults. */
function differing<Part>(part: Part, defaults: Entries): Part {
  const entries = Object.entries(part as Entries).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]),
  );
  return Object.fromEntries(entries) as Part;
}

/**
 * Writes a scenario for the reader's browser, without what only its author's tests need and what
 * goes without saying. Parameters are bare values in the order of their names. A page holds several
 * scenarios, so their size counts.
 */
export function packScenario(scenario: Scenario): string {
  const packed = {
    ...withParts(scenario, differing),
    changes: {},
    tries: scenario.tries.map((attempt) => ({ ...attempt, expect: [] })),
    parameters: PARAMETER_NAMES.map((name) => scenario.parameters[name]),
  };
  return JSON.stringify(packed);
}

/** Reads what `packScenario` of the same build wrote. */
export function unpackScenario(text: string): Scenario {
  const packed = JSON.parse(text) as Scenario & { readonly parameters: readonly number[] };
  const values = PARAMETER_NAMES.map((name, index) => [name, packed.parameters[index]]);
  const whole = { ...DEFAULTS.scenario, ...packed };
  const scenario = withParts(whole, (part, defaults) => ({ ...defaults, ...part }));
  return { ...scenario, parameters: Object.fromEntries(values) as Parameters };
}
