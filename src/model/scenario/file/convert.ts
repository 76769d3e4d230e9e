import { parametersWith } from '../../parameters/index.ts';
import type { Expectation, GroupDefinition, ResourceDefinition, Scenario, Try } from '../types.ts';
import { parametersIn } from './parameters.ts';
import type { FileShape } from './shape.ts';

type GroupShape = FileShape['groups'][number];
type ResourceShape = GroupShape['resources'][number];
type TryShape = NonNullable<FileShape['try']>[number];
type ExpectationShape = NonNullable<TryShape['expect']>[number];

/** Resources of Windows take their group along when they cannot be restarted; those of Exchange do not. */
const AFFECTS_GROUP: readonly ResourceShape['type'][] = [
  'physical-disk',
  'ip-address',
  'network-name',
];

/** The entries that are there: a scenario is plain JSON, in which nothing is undefined. */
function present<Shape extends object>(shape: Shape): Defined<Shape> {
  const entries = Object.entries(shape).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Shape>;
}

type Defined<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> };

function named<Shape extends { id: string; name?: string | undefined }>(
  shape: Shape,
): Shape & { name: string } {
  return { ...shape, name: shape.name ?? shape.id };
}

function resourceOf(shape: ResourceShape): ResourceDefinition {
  const { id, name, type, disk, network, address } = shape;
  return {
    ...named({ id, name }),
    type,
    dependsOn: shape['depends-on'] ?? [],
    ...present({ disk, network, address }),
    affectsGroup: shape['affects-group'] ?? AFFECTS_GROUP.includes(type),
  };
}

function groupOf({ id, name, owner, resources }: GroupShape): GroupDefinition {
  return { ...named({ id, name }), owner, resources: resources.map(resourceOf) };
}

function expectationOf({ outage, ...rest }: ExpectationShape): Expectation {
  return { ...present(rest), ...(outage && { outage: present(outage) }) };
}

function tryOf({ id, label, do: actions, expect = [] }: TryShape): Try {
  return { id, label, do: actions, expect: expect.map(expectationOf) };
}

/** The scenario that a file without problems describes. `id` is the file's name without its ending. */
export function scenarioFrom(id: string, file: FileShape): Scenario {
  const { title, version, profile, seed, start, subject, storage } = file;
  return {
    id,
    title,
    version,
    changes: Object.fromEntries(
      Object.entries(file.changes ?? {}).map(([key, text]) => [key, String(text)]),
    ),
    profile,
    seed,
    start,
    subject,
    parameters: parametersWith(parametersIn(file.parameters ?? {})),
    nodes: file.nodes.map(named),
    networks: file.networks.map(named),
    array: named({ id: storage.id, name: storage.name }),
    disks: storage.disks,
    groups: file.groups.map(groupOf),
    tries: (file.try ?? []).map(tryOf),
  };
}
