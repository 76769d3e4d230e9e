import type {
  DiskDefinition,
  GroupDefinition,
  NetworkRole,
  NodeDefinition,
  Parameters,
  Plan,
  Profile,
  QuorumModel,
  ResourceDefinition,
  Scenario,
} from '#model';
import { planOf } from '#model';
import { parametersWith } from '#model/register';
import {
  actionOfType,
  clusterGroup,
  genericGroup,
  mailboxServer,
  mailboxServerDisks,
  QUORUM_DISK,
} from './groups.ts';
import type { GenericGroup } from './groups.ts';

/** What a test may want to be different from the ordinary two-node cluster. */
export interface Difference {
  /** What the public network may be used for; `mixed` unless told. */
  readonly publicRole?: NetworkRole;
  /** The node that runs the clustered mailbox server at the start; NODE1 unless told. */
  readonly owner?: string;
  /** The node that owns the quorum disk, or else the Cluster Group, at the start; NODE1 unless told. */
  readonly quorumOwner?: string;
  readonly seed?: number;
  readonly parameters?: Partial<Parameters>;
  /** A second mailbox database with a disk of its own. */
  readonly secondDatabase?: boolean;
  readonly profile?: Profile;
  /** `disk` unless told; only models with a disk have disk Q. A file share brings the witness along. */
  readonly quorum?: QuorumModel;
  /** How many nodes; 2 unless told. */
  readonly nodes?: number;
  /** By node, what differs from the ordinary: subnet, boot delay. */
  readonly node?: Readonly<Record<string, Partial<NodeDefinition>>>;
  /** How many storage paths a node has; 1 unless told. */
  readonly paths?: number;
  /** Of the array; none unless told. */
  readonly controllers?: readonly string[];
  /** The power feeds of nodes, switches and the array, by their id. */
  readonly feeds?: Readonly<Record<string, readonly string[]>>;
  /** What each network is made of, by its id. */
  readonly switches?: Readonly<Record<string, readonly string[]>>;
  /** Two adapters of each node on the public network act as one. */
  readonly teamed?: boolean;
  /** The network that leads to the file share witness; `public` unless told. */
  readonly witnessNetwork?: string;
  /** How many clustered mailbox servers there are, the k-th on the k-th node; 1 unless told. */
  readonly mailboxServers?: number;
  /** Groups of generic resources beside them. */
  readonly generic?: readonly GenericGroup[];
  /** By group, what differs from the ordinary: preferred owners, failback, properties … */
  readonly group?: Readonly<Record<string, Partial<Omit<GroupDefinition, 'id' | 'resources'>>>>;
  /** By resource, what differs from the ordinary: possible owners, restart action, properties … */
  readonly resource?: Readonly<Record<string, Partial<Omit<ResourceDefinition, 'id' | 'type'>>>>;
}

/** The instant that tests count from. */
export const START = 60_200;

const hasQuorumDisk = (model: QuorumModel): boolean =>
  model === 'disk' || model === 'node-and-disk-majority';

function nodesOf({ nodes = 2, node = {}, paths = 1, feeds = {} }: Difference): NodeDefinition[] {
  return Array.from({ length: nodes }, (_, index) => {
    const id = `NODE${index + 1}`;
    const ordinary = { id, name: id, paths, feeds: feeds[id] ?? [], subnet: '1', bootDelay: 0 };
    return { ...ordinary, ...node[id] };
  });
}

function networksOf({ publicRole = 'mixed', switches = {}, teamed = false }: Difference) {
  return [
    {
      id: 'private',
      name: 'Private network',
      role: 'internal' as const,
      switches: switches['private'] ?? [],
      teamed: false,
    },
    {
      id: 'public',
      name: 'Public network',
      role: publicRole,
      switches: switches['public'] ?? [],
      teamed,
    },
  ];
}

function disksOf(difference: Difference): DiskDefinition[] {
  const { quorum = 'disk', secondDatabase = false, mailboxServers = 1 } = difference;
  return [
    ...(hasQuorumDisk(quorum) ? [QUORUM_DISK] : []),
    ...Array.from({ length: mailboxServers }, (_, index) =>
      mailboxServerDisks(index + 1, secondDatabase),
    ).flat(),
  ];
}

function groupsOf(difference: Difference, parameters: Parameters): GroupDefinition[] {
  const { quorum = 'disk', owner = 'NODE1', quorumOwner = 'NODE1' } = difference;
  const { secondDatabase = false, mailboxServers = 1, generic = [] } = difference;
  const nodes = nodesOf(difference).map(({ id }) => id);
  const groups = [
    clusterGroup(quorumOwner, hasQuorumDisk(quorum)),
    ...Array.from({ length: mailboxServers }, (_, index) =>
      mailboxServer(index + 1, index === 0 ? owner : `NODE${index + 1}`, secondDatabase),
    ),
    ...generic.map(genericGroup),
  ];
  return groups.map((group) => ({
    ...group,
    ...difference.group?.[group.id],
    resources: group.resources.map((resource) => ({
      ...resource,
      possibleOwners: nodes,
      restartAction: actionOfType(resource.type, parameters),
      ...difference.resource?.[resource.id],
    })),
  }));
}

/** Two nodes (or as many as told), a private and a public network, one array, one clustered mailbox server. */
export function twoNodes(difference: Difference = {}): Scenario {
  const { profile = 'windows-server-2003', quorum = 'disk', seed = 1 } = difference;
  const { feeds = {}, switches = {}, controllers = [], witnessNetwork = 'public' } = difference;
  const parameters = parametersWith(difference.parameters ?? {}, profile);
  const named = (id: string) => ({ id, name: id });
  return {
    id: 'two-nodes',
    title: 'Two nodes',
    version: 1,
    changes: {},
    profile,
    seed,
    start: START,
    subject: 'EXMBX',
    parameters,
    quorum,
    feeds: [...new Set(Object.values(feeds).flat())].map(named),
    switches: [...new Set(Object.values(switches).flat())].map((id) => ({
      ...named(id),
      feeds: feeds[id] ?? [],
    })),
    nodes: nodesOf(difference),
    networks: networksOf(difference),
    array: { id: 'array', name: 'the array', feeds: feeds['array'] ?? [], controllers },
    disks: disksOf(difference),
    witness:
      quorum === 'node-and-file-share-majority'
        ? { id: 'witness', name: 'the file share', network: witnessNetwork }
        : null,
    groups: groupsOf(difference, parameters),
    tries: [],
  };
}

/** The ordinary two-node cluster, prepared, with some differences. */
export function planFor(difference: Difference = {}): Plan {
  return planOf(twoNodes(difference));
}
