import { draw, offsetWithin } from '../kernel/chance.ts';
import type { Milliseconds } from '../kernel/instant.ts';
import { must, record } from '../kernel/lookup.ts';
import { groupPlansOf } from './group-plan.ts';
import type { GroupPlan } from './group-plan.ts';
import { cableId, cablesOn, partsOf, pathsOf } from './parts.ts';
import type { Part } from './parts.ts';
import type {
  DiskDefinition,
  GroupDefinition,
  NodeDefinition,
  QuorumModel,
  Scenario,
} from './types.ts';

/** One direction of hearing: a node listens to another on one network. */
export interface Ear {
  /** Its number among all, by which the world has what it hears. */
  readonly number: number;
  readonly node: string;
  readonly peer: string;
  readonly network: string;
  /** The interface that heartbeats leave by, such as `NODE2.private`. */
  readonly sender: string;
  /** The interface that they arrive by. */
  readonly receiver: string;
  readonly acrossSubnets: boolean;
}

/** A node and another that it listens to, on every network that may carry heartbeats. */
export interface Pair {
  readonly node: string;
  readonly peer: string;
  readonly ears: readonly Ear[];
}

/** A node's connection to a network. */
export interface Interface {
  readonly node: string;
  readonly cable: string;
}

/** A way from a node's adapter into a network. */
export interface Link {
  readonly cable: string;
  /** Null where the network is not made of switches. */
  readonly switch: string | null;
}

/** A way from a node to the array. */
export interface Path {
  readonly id: string;
  readonly controller: string | null;
}

/** What decides who goes on. */
export interface QuorumPlan {
  readonly model: QuorumModel;
  /** The disk that decides or votes; null where none does. */
  readonly disk: string | null;
  /** The group that has it, or else the one called Cluster Group. */
  readonly group: GroupDefinition | null;
  /** Votes of all nodes and of the witness, and how many are more than half. */
  readonly votes: number;
  readonly needed: number;
}

/** A scenario with everything that can be looked up about it, worked out once. */
export interface Plan extends GroupPlan {
  readonly scenario: Scenario;
  readonly parts: Readonly<Record<string, Part>>;
  readonly nodes: readonly string[];
  readonly nodeOf: Readonly<Record<string, NodeDefinition>>;
  readonly diskOf: Readonly<Record<string, DiskDefinition>>;
  readonly internalNetworks: readonly string[];
  /** In the order of their numbers. */
  readonly ears: readonly Ear[];
  /** Every node with every other that it listens to, in the order of the file. */
  readonly pairs: readonly Pair[];
  /** A node and all that it listens to. */
  readonly pairsOf: Readonly<Record<string, readonly Pair[]>>;
  /** All that listen to a node. */
  readonly pairsHearing: Readonly<Record<string, readonly Pair[]>>;
  /** The interfaces on a network that carries heartbeats, in the order of the nodes. */
  readonly interfacesOn: Readonly<Record<string, readonly Interface[]>>;
  /** By interface, such as `NODE1.public`. */
  readonly links: Readonly<Record<string, readonly Link[]>>;
  readonly paths: Readonly<Record<string, readonly Path[]>>;
  /** What feeds a node, a switch or the array; empty: it always has power. */
  readonly feedsOf: Readonly<Record<string, readonly string[]>>;
  /** Where within the period of its heartbeats an interface stands. */
  readonly heartbeatOffsets: Readonly<Record<string, Milliseconds>>;
  readonly renewalOffsets: Readonly<Record<string, Milliseconds>>;
  /** Where within the period of looks at it the file share stands. */
  readonly witnessOffsets: Readonly<Record<string, Milliseconds>>;
  /** Where within the period of its attempts each client stands. */
  readonly clientOffsets: readonly Milliseconds[];
  /** Null for a server that stands alone. */
  readonly quorum: QuorumPlan | null;
  readonly subject: GroupDefinition;
  /** The databases that clients of the subject ask for. */
  readonly databases: readonly string[];
}

/** The disks for one purpose among those that a database has its files on. */
export function disksHolding(
  plan: Plan,
  database: string,
  holds: 'database' | 'logs',
): readonly string[] {
  return must(plan.disksOf, database).filter((disk) => must(plan.diskOf, disk).holds === holds);
}

/** The quorum of a cluster. Asked of a server that stands alone it throws: that is a mistake of ours. */
export function quorumOf(plan: Plan): QuorumPlan {
  if (!plan.quorum) throw new Error(`${plan.scenario.id} is no cluster and has no quorum`);
  return plan.quorum;
}

/** The disk of a quorum that has one; asked of another it throws. */
export function quorumDiskOf(plan: Plan): string {
  const { disk } = quorumOf(plan);
  if (disk === null) throw new Error(`the quorum of ${plan.scenario.id} has no disk`);
  return disk;
}

/** Whether a disk is the one that decides or votes. */
export function isQuorumDisk({ quorum }: Plan, disk: string | undefined): boolean {
  return disk !== undefined && disk === quorum?.disk;
}

function findQuorum({ quorum: model, nodes, disks, groups }: Scenario): QuorumPlan | null {
  if (model === null) return null;
  const hasDisk = model === 'disk' || model === 'node-and-disk-majority';
  const disk = hasDisk ? (disks.find(({ holds }) => holds === 'quorum')?.id ?? null) : null;
  const withDisk = groups.find(({ resources }) =>
    resources.some((resource) => disk !== null && resource.disk === disk),
  );
  const group = withDisk ?? groups.find(({ name }) => name === 'Cluster Group') ?? null;
  if (hasDisk && !withDisk) throw new Error('the quorum disk is in no group');
  const votes = nodes.length + (model === 'node-majority' || model === 'disk' ? 0 : 1);
  return { model, disk, group, votes, needed: Math.floor(votes / 2) + 1 };
}

function pairsIn({ nodes }: Scenario, networks: readonly string[]): readonly Pair[] {
  let number = 0;
  return nodes.flatMap((node) =>
    nodes
      .filter((peer) => peer !== node)
      .map((peer) => ({
        node: node.id,
        peer: peer.id,
        ears: networks.map((network) => ({
          number: number++,
          node: node.id,
          peer: peer.id,
          network,
          sender: cableId(peer.id, network),
          receiver: cableId(node.id, network),
          acrossSubnets: node.subnet !== peer.subnet,
        })),
      })),
  );
}

/** Adapters of one node go to a switch each; without teaming, nodes take turns. */
function linksIn({ nodes, networks }: Scenario): Record<string, readonly Link[]> {
  return Object.fromEntries(
    nodes.flatMap(({ id }, place) =>
      networks.map((network) => {
        const { switches, teamed } = network;
        const links = cablesOn(id, network).map((cable, index) => ({
          cable,
          switch: switches[(teamed ? index : place) % switches.length] ?? null,
        }));
        return [cableId(id, network.id), links];
      }),
    ),
  );
}

function pathsIn({ nodes, array: { controllers } }: Scenario): Record<string, readonly Path[]> {
  return Object.fromEntries(
    nodes.map((node) => [
      node.id,
      pathsOf(node).map((id, index) => ({
        id,
        controller: controllers[index % controllers.length] ?? null,
      })),
    ]),
  );
}

function clientOffsetsIn({ seed, parameters }: Scenario): readonly Milliseconds[] {
  const { mailboxes, clientRetryPeriod, webRetryPeriod, webAccessClients } = parameters;
  return Array.from({ length: mailboxes }, (_, one) => {
    const period = one < webAccessClients ? webRetryPeriod : clientRetryPeriod;
    return draw(seed, 'client', one) % period;
  });
}

/** Prepares a scenario. It has passed the schema; what is still wrong here is a mistake of ours and throws. */
export function planOf(scenario: Scenario): Plan {
  const { nodes, networks, disks, seed, parameters, switches, array, witness } = scenario;
  const groups = groupPlansOf(scenario);
  const subject = must(groups.groups, scenario.subject);
  const nodeIds = nodes.map(({ id }) => id);
  const internalNetworks = networks
    .filter(({ role }) => role === 'internal' || role === 'mixed')
    .map(({ id }) => id);
  const pairs = pairsIn(scenario, internalNetworks);
  const ears = pairs.flatMap((pair) => pair.ears);
  const offsets = (process: string, ids: readonly string[], period: Milliseconds) =>
    record(ids, (id) => offsetWithin(seed, process, id, period));
  return {
    ...groups,
    scenario,
    parts: Object.fromEntries(partsOf(scenario).map((part) => [part.id, part])),
    nodes: nodeIds,
    nodeOf: Object.fromEntries(nodes.map((node) => [node.id, node])),
    diskOf: Object.fromEntries(disks.map((disk) => [disk.id, disk])),
    internalNetworks,
    ears,
    pairs,
    pairsOf: record(nodeIds, (id) => pairs.filter(({ node }) => node === id)),
    pairsHearing: record(nodeIds, (id) => pairs.filter(({ peer }) => peer === id)),
    interfacesOn: record(internalNetworks, (network) =>
      nodeIds.map((node) => ({ node, cable: cableId(node, network) })),
    ),
    links: linksIn(scenario),
    paths: pathsIn(scenario),
    feedsOf: Object.fromEntries([...nodes, ...switches, array].map(({ id, feeds }) => [id, feeds])),
    heartbeatOffsets: offsets(
      'heartbeat',
      nodes.flatMap(({ id }) => internalNetworks.map((network) => cableId(id, network))),
      parameters.heartbeatPeriod,
    ),
    renewalOffsets: offsets(
      'renewal',
      disks.map(({ id }) => id),
      parameters.reservationRenewalPeriod,
    ),
    witnessOffsets: offsets(
      'witness',
      witness ? [witness.id] : [],
      parameters.looksAlivePollPeriod,
    ),
    clientOffsets: clientOffsetsIn(scenario),
    quorum: findQuorum(scenario),
    subject,
    databases: subject.resources
      .filter(({ type }) => type === 'mailbox-database')
      .map(({ id }) => id),
  };
}
