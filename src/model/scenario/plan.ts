import { draw } from '../kernel/chance.ts';
import type { Milliseconds } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import type { GroupDefinition, ResourceDefinition, Scenario } from './types.ts';

/** What the file calls a part: decides which actions take it as an argument. */
export type PartKind =
  'node' | 'network' | 'cable' | 'path' | 'array' | 'disk' | 'group' | 'resource';

export interface Part {
  readonly id: string;
  readonly kind: PartKind;
  /** Its place in the scenario, which settles what comes first at one instant. */
  readonly place: number;
}

/** One direction of hearing: a node listens to another on one network. */
export interface Ear {
  readonly node: string;
  readonly peer: string;
  readonly network: string;
  /** The cable that heartbeats leave by, such as `NODE2.private`. */
  readonly sender: string;
  /** The cable that they arrive by. */
  readonly receiver: string;
}

/** A scenario with everything that can be looked up about it, worked out once. */
export interface Plan {
  readonly scenario: Scenario;
  readonly parts: Readonly<Record<string, Part>>;
  readonly groupOf: Readonly<Record<string, GroupDefinition>>;
  readonly resources: Readonly<Record<string, ResourceDefinition>>;
  /** Resources of a group, providers first. */
  readonly onlineOrder: Readonly<Record<string, readonly ResourceDefinition[]>>;
  readonly dependentsOf: Readonly<Record<string, readonly string[]>>;
  /** The disks that a resource depends on. */
  readonly disksOf: Readonly<Record<string, readonly string[]>>;
  readonly internalNetworks: readonly string[];
  readonly ears: readonly Ear[];
  /** Where within the period of its attempts each client stands. */
  readonly clientOffsets: readonly Milliseconds[];
  /** The disk that decides who goes on, and its group; null for a server that stands alone. */
  readonly quorum: { readonly disk: string; readonly group: GroupDefinition } | null;
  readonly subject: GroupDefinition;
}

export const cableId = (node: string, network: string): string => `${node}.${network}`;
export const pathId = (node: string): string => `${node}.path-1`;

/** The ids of everything in a scenario, in the order of the file. */
export function partsOf(scenario: Scenario): Part[] {
  const named: [string, PartKind][] = [
    ...scenario.nodes.map(({ id }): [string, PartKind] => [id, 'node']),
    ...scenario.networks.map(({ id }): [string, PartKind] => [id, 'network']),
    ...scenario.nodes.flatMap((node) =>
      scenario.networks.map(({ id }): [string, PartKind] => [cableId(node.id, id), 'cable']),
    ),
    ...scenario.nodes.map((node): [string, PartKind] => [pathId(node.id), 'path']),
    [scenario.array.id, 'array'],
    ...scenario.disks.map(({ id }): [string, PartKind] => [id, 'disk']),
    ...scenario.groups.flatMap((group) => [
      [group.id, 'group'] as [string, PartKind],
      ...group.resources.map(({ id }): [string, PartKind] => [id, 'resource']),
    ]),
  ];
  return named.map(([id, kind], place) => ({ id, kind, place }));
}

/** Providers before their dependents; otherwise as in the file. A circle throws. */
function providersFirst(group: GroupDefinition): readonly ResourceDefinition[] {
  const sorted: ResourceDefinition[] = [];
  const visit = (resource: ResourceDefinition, trail: readonly string[]): void => {
    if (sorted.includes(resource)) return;
    if (trail.includes(resource.id)) {
      throw new Error(`resources of ${group.id} depend on each other: ${trail.join(' → ')}`);
    }
    for (const id of resource.dependsOn) {
      const provider = group.resources.find((candidate) => candidate.id === id);
      if (!provider)
        throw new Error(`${resource.id} depends on ${id}, which is not in ${group.id}`);
      visit(provider, [...trail, resource.id]);
    }
    sorted.push(resource);
  };
  for (const resource of group.resources) visit(resource, []);
  return sorted;
}

function findQuorum(scenario: Scenario): Plan['quorum'] {
  if (scenario.nodes.length === 1) return null;
  const disk = scenario.disks.find(({ holds }) => holds === 'quorum');
  const group = scenario.groups.find(({ resources }) =>
    resources.some((resource) => disk && resource.disk === disk.id),
  );
  if (!disk || !group) throw new Error(`scenario ${scenario.id} has no quorum disk in a group`);
  return { disk: disk.id, group };
}

/** The disks for one purpose among those that a database depends on. */
export function disksHolding(
  plan: Plan,
  database: string,
  holds: 'database' | 'logs',
): readonly string[] {
  const own = must(plan.disksOf, database);
  return plan.scenario.disks
    .filter((disk) => disk.holds === holds && own.includes(disk.id))
    .map(({ id }) => id);
}

/** The quorum of a cluster. Asked of a server that stands alone it throws: that is a mistake of ours. */
export function quorumOf(plan: Plan): NonNullable<Plan['quorum']> {
  if (!plan.quorum) throw new Error(`${plan.scenario.id} is no cluster and has no quorum`);
  return plan.quorum;
}

function earsIn({ nodes }: Scenario, networks: readonly string[]): readonly Ear[] {
  return nodes.flatMap(({ id: node }) =>
    nodes
      .filter(({ id }) => id !== node)
      .flatMap(({ id: peer }) =>
        networks.map((network) => ({
          node,
          peer,
          network,
          sender: cableId(peer, network),
          receiver: cableId(node, network),
        })),
      ),
  );
}

function clientOffsetsIn({ seed, parameters }: Scenario): readonly Milliseconds[] {
  const { mailboxes, clientRetryPeriod } = parameters;
  return Array.from(
    { length: mailboxes },
    (_, one) => draw(seed, 'client', one) % clientRetryPeriod,
  );
}

/** Prepares a scenario. It has passed the schema; what is still wrong here is a mistake of ours and throws. */
export function planOf(scenario: Scenario): Plan {
  const resources = scenario.groups.flatMap((group) => group.resources);
  const groups = Object.fromEntries(scenario.groups.map((group) => [group.id, group]));
  const disks = Object.fromEntries(resources.map(({ id, disk }) => [id, disk ?? []]));
  const internalNetworks = scenario.networks
    .filter(({ role }) => role !== 'client')
    .map(({ id }) => id);
  return {
    scenario,
    parts: Object.fromEntries(partsOf(scenario).map((part) => [part.id, part])),
    groupOf: Object.fromEntries(
      scenario.groups.flatMap((group) => group.resources.map(({ id }) => [id, group])),
    ),
    resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    onlineOrder: Object.fromEntries(
      scenario.groups.map((group) => [group.id, providersFirst(group)]),
    ),
    dependentsOf: Object.fromEntries(
      resources.map(({ id }) => [
        id,
        resources
          .filter(({ dependsOn }) => dependsOn.includes(id))
          .map((dependent) => dependent.id),
      ]),
    ),
    disksOf: Object.fromEntries(
      resources.map(({ id, dependsOn }) => [id, dependsOn.flatMap((one) => must(disks, one))]),
    ),
    internalNetworks,
    ears: earsIn(scenario, internalNetworks),
    clientOffsets: clientOffsetsIn(scenario),
    quorum: findQuorum(scenario),
    subject: must(groups, scenario.subject),
  };
}
