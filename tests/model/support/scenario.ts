import type { NetworkRole, Parameters, Plan, ResourceDefinition, Scenario } from '#model';
import { planOf } from '#model';
import { parametersWith } from '#model/register';

/** What a test may want to be different from the ordinary two-node cluster. */
export interface Difference {
  /** What the public network may be used for; `mixed` unless told. */
  readonly publicRole?: NetworkRole;
  /** The node that runs the clustered mailbox server at the start; NODE1 unless told. */
  readonly owner?: string;
  /** The node that owns the quorum disk at the start; NODE1 unless told. */
  readonly quorumOwner?: string;
  readonly seed?: number;
  readonly parameters?: Partial<Parameters>;
  /** A second mailbox database with a disk of its own. */
  readonly secondDatabase?: boolean;
}

/** The instant that tests count from. */
export const START = 60_200;

const WINDOWS_TYPES = ['physical-disk', 'ip-address', 'network-name'];

type Extra = Pick<ResourceDefinition, 'disk'> | Pick<ResourceDefinition, 'network' | 'address'>;

function resource(
  id: string,
  type: ResourceDefinition['type'],
  dependsOn: readonly string[] = [],
  extra: Extra = {},
): ResourceDefinition {
  return { id, name: id, type, dependsOn, affectsGroup: WINDOWS_TYPES.includes(type), ...extra };
}

function mailboxServer(secondDatabase: boolean): ResourceDefinition[] {
  return [
    resource('disk-E', 'physical-disk', [], { disk: 'E' }),
    resource('disk-L', 'physical-disk', [], { disk: 'L' }),
    resource('ip-address', 'ip-address', [], { network: 'public', address: '10.0.0.50' }),
    resource('network-name', 'network-name', ['ip-address']),
    resource('system-attendant', 'system-attendant', ['network-name']),
    resource('information-store', 'information-store', ['network-name']),
    resource('mailbox-database', 'mailbox-database', ['information-store', 'disk-E', 'disk-L']),
    ...(secondDatabase
      ? [
          resource('disk-F', 'physical-disk', [], { disk: 'F' }),
          resource('database-2', 'mailbox-database', ['information-store', 'disk-F', 'disk-L']),
        ]
      : []),
  ];
}

/** Two nodes, a private and a public network, one array, one clustered mailbox server. */
export function twoNodes(difference: Difference = {}): Scenario {
  const { owner = 'NODE1', quorumOwner = 'NODE1', publicRole = 'mixed', seed = 1 } = difference;
  const second = difference.secondDatabase ?? false;
  return {
    id: 'two-nodes',
    title: 'Two nodes',
    version: 1,
    changes: {},
    profile: 'windows-server-2003',
    seed,
    start: START,
    subject: 'EXMBX',
    parameters: parametersWith(difference.parameters ?? {}),
    nodes: [
      { id: 'NODE1', name: 'NODE1' },
      { id: 'NODE2', name: 'NODE2' },
    ],
    networks: [
      { id: 'private', name: 'Private network', role: 'internal' },
      { id: 'public', name: 'Public network', role: publicRole },
    ],
    array: { id: 'array', name: 'the array' },
    disks: [
      { id: 'Q', letter: 'Q:', holds: 'quorum' },
      { id: 'L', letter: 'L:', holds: 'logs' },
      { id: 'E', letter: 'E:', holds: 'database' },
      ...(second ? [{ id: 'F', letter: 'F:', holds: 'database' as const }] : []),
    ],
    groups: [
      {
        id: 'ClusterGroup',
        name: 'Cluster Group',
        owner: quorumOwner,
        resources: [resource('disk-Q', 'physical-disk', [], { disk: 'Q' })],
      },
      { id: 'EXMBX', name: 'EXMBX', owner, resources: mailboxServer(second) },
    ],
    tries: [],
  };
}

/** The ordinary two-node cluster, prepared, with some differences. */
export function planFor(difference: Difference = {}): Plan {
  return planOf(twoNodes(difference));
}
