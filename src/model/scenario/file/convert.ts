import { parametersWith } from '../../parameters/index.ts';
import type { Parameters } from '../../parameters/index.ts';
import type { PropertyName } from '../../properties/names.ts';
import { DEFAULTS } from '../defaults.ts';
import type {
  Expectation,
  GroupDefinition,
  ResourceDefinition,
  ResourceType,
  RestartAction,
  Scenario,
  Try,
} from '../types.ts';
import { parametersIn } from './parameters.ts';
import type { FileShape } from './shape.ts';

type GroupShape = FileShape['groups'][number];
type ResourceShape = GroupShape['resources'][number];
type TryShape = NonNullable<FileShape['try']>[number];
type ExpectationShape = NonNullable<TryShape['expect']>[number];

/** What has to be known of the whole file to read one of its groups. */
interface Surroundings {
  readonly nodes: readonly string[];
  readonly parameters: Parameters;
}

type Defined<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> };

/** The entries that are there: a scenario is plain JSON, in which nothing is undefined. */
function present<Shape extends object>(shape: Shape): Defined<Shape> {
  const entries = Object.entries(shape).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Shape>;
}

function named<Shape extends { id: string; name?: string | undefined }>(
  shape: Shape,
): Shape & { name: string } {
  return { ...shape, name: shape.name ?? shape.id };
}

/** Policies as they are called in a file, and as the cluster calls them. */
const POLICIES = {
  'failover-threshold': 'FailoverThreshold',
  'failover-period': 'FailoverPeriod',
  'restart-threshold': 'RestartThreshold',
  'restart-period': 'RestartPeriod',
  'retry-period': 'RetryPeriodOnFailure',
  'pending-timeout': 'PendingTimeout',
  'looks-alive': 'LooksAlivePollInterval',
  'is-alive': 'IsAlivePollInterval',
} as const satisfies Record<string, PropertyName>;

function policiesIn(
  shape: Partial<Record<keyof typeof POLICIES, number | undefined>>,
): Record<string, number> {
  const keys = Object.keys(POLICIES) as (keyof typeof POLICIES)[];
  return present(Object.fromEntries(keys.map((key) => [POLICIES[key], shape[key]])));
}

/** Whether a resource takes its group along unless the file says so: those of Exchange 2007 do not. */
function affectsGroup(type: ResourceType, parameters: Parameters): boolean {
  if (type === 'mailbox-database') return parameters.databaseAffectsGroup === 1;
  const isService = type === 'system-attendant' || type === 'information-store';
  return !isService || parameters.exchangeServicesAffectGroup === 1;
}

function restartActionOf(shape: ResourceShape, parameters: Parameters): RestartAction {
  if (shape.restart === false) return 'leave';
  const takesGroup = shape['affects-group'] ?? affectsGroup(shape.type, parameters);
  return takesGroup ? 'fail-over' : 'restart';
}

function resourceOf(shape: ResourceShape, { nodes, parameters }: Surroundings): ResourceDefinition {
  const { id, name, type, disk, disks, network, address, online, offline } = shape;
  const any = shape['depends-on-any'];
  return {
    ...named({ id, name }),
    type,
    dependsOn: any ?? shape['depends-on'] ?? DEFAULTS.resource.dependsOn,
    dependsOnAny: any !== undefined,
    possibleOwners: shape['possible-owners'] ?? nodes,
    restartAction: restartActionOf(shape, parameters),
    properties: policiesIn(shape),
    ...present({ disk, disks, network, address }),
    ...present({ onlineDuration: online, offlineDuration: offline }),
  };
}

function groupOf(shape: GroupShape, surroundings: Surroundings): GroupDefinition {
  const { id, name, owner, resources } = shape;
  const { group } = DEFAULTS;
  const isMailboxServer = resources.some(({ type }) => type === 'mailbox-database');
  return {
    ...named({ id, name }),
    owner,
    preferredOwners: shape['preferred-owners'] ?? group.preferredOwners,
    failback: shape.failback ?? group.failback,
    antiAffinity: shape['anti-affinity'] ?? (isMailboxServer ? 'exchange' : group.antiAffinity),
    properties: policiesIn(shape),
    resources: resources.map((resource) => resourceOf(resource, surroundings)),
  };
}

function hardwareOf(file: FileShape) {
  const { id, name, disks, ...rest } = file.storage;
  return {
    feeds: (file.feeds ?? []).map(named),
    switches: (file.switches ?? []).map((box) => ({
      ...DEFAULTS.powered,
      ...present(named(box)),
    })),
    nodes: file.nodes.map(({ 'boot-delay': bootDelay, ...node }) => ({
      ...DEFAULTS.node,
      ...present({ ...named(node), bootDelay }),
    })),
    networks: file.networks.map((network) => ({
      ...DEFAULTS.network,
      ...present(named(network)),
    })),
    array: { ...DEFAULTS.array, ...present({ ...named({ id, name }), ...rest }) },
    disks: disks.map((disk) => present(disk)),
    witness: file.witness ? named(file.witness) : null,
  };
}

function expectationOf({ outage, ...rest }: ExpectationShape): Expectation {
  return { ...present(rest), ...(outage && { outage: present(outage) }) };
}

function tryOf({ id, label, do: actions, expect = [] }: TryShape): Try {
  return { id, label, do: actions, expect: expect.map(expectationOf) };
}

/** The scenario that a file without problems describes. `id` is the file's name without its ending. */
export function scenarioFrom(id: string, file: FileShape): Scenario {
  const { title, version, profile, seed, start, subject } = file;
  const parameters = parametersWith(parametersIn(file.parameters ?? {}), profile);
  const nodes = file.nodes.map((node) => node.id);
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
    parameters,
    quorum: nodes.length === 1 ? null : (file.quorum ?? DEFAULTS.scenario.quorum),
    ...hardwareOf(file),
    groups: file.groups.map((group) => groupOf(group, { nodes, parameters })),
    tries: (file.try ?? []).map(tryOf),
  };
}
