import { planOf } from '#model';
import type { Parameters, Plan } from '#model';
import { twoNodes } from '../support/scenario.ts';
import type { Difference } from '../support/scenario.ts';

/** So that much happens in a few minutes. */
const QUICK: Partial<Parameters> = {
  arpCacheDuration: 25_000,
  backupDuration: 40_000,
  bootDuration: 15_000,
  clusterServiceHangTimeout: 20_000,
  clusterServiceRestartDelay: 15_000,
  damagedPageReadDelay: 7_000,
  isAlivePollPeriod: 20_000,
  mailboxes: 12,
  pendingTimeout: 40_000,
  queueRetryPeriod: 20_000,
  recoveryDurationPerLog: 100,
  restoreDuration: 20_000,
  shutdownDuration: 5_000,
  webAccessClients: 4,
};

const server2008: Difference = { profile: 'windows-server-2008' };

const generic = {
  id: 'FILES',
  owner: 'NODE2',
  resources: { share: ['index'], index: [], watcher: ['share'] },
};

/** By name: the kinds of cluster that random runs are about. */
const CLUSTERS: Readonly<Record<string, Difference>> = {
  'two-nodes': {},
  'clients-only': { publicRole: 'client' },
  'quorum-elsewhere': { publicRole: 'client', quorumOwner: 'NODE2', secondDatabase: true },
  'two-nodes-2008': { ...server2008, publicRole: 'client' },
  'two-nodes-2008-mixed': { ...server2008, quorumOwner: 'NODE2' },
  'two-nodes-and-disk': {
    ...server2008,
    quorum: 'node-and-disk-majority',
    publicRole: 'client',
  },
  'two-nodes-and-share': { quorum: 'node-and-file-share-majority', publicRole: 'client' },
  'two-nodes-and-share-2008': { ...server2008, quorum: 'node-and-file-share-majority' },
  'two-nodes-of-votes': { quorum: 'node-majority' },
  'three-nodes': { nodes: 3, mailboxServers: 2, publicRole: 'client', quorumOwner: 'NODE3' },
  'three-nodes-of-votes': {
    ...server2008,
    nodes: 3,
    quorum: 'node-majority',
    generic: [generic],
    group: { FILES: { preferredOwners: ['NODE2', 'NODE3'], failback: 'immediate' } },
  },
  'three-nodes-and-disk': {
    ...server2008,
    nodes: 3,
    quorum: 'node-and-disk-majority',
    mailboxServers: 2,
  },
  'four-nodes-and-disk': {
    ...server2008,
    nodes: 4,
    quorum: 'node-and-disk-majority',
    mailboxServers: 2,
    generic: [generic],
    group: {
      EXMBX: { preferredOwners: ['NODE1', 'NODE3'], failback: 'immediate' },
      FILES: { antiAffinity: 'exchange' },
    },
  },
  'four-nodes-and-share': {
    nodes: 4,
    quorum: 'node-and-file-share-majority',
    witnessNetwork: 'private',
    publicRole: 'client',
    generic: [generic],
  },
  'five-nodes-of-votes': { nodes: 5, quorum: 'node-majority', mailboxServers: 3 },
  'eight-nodes': { nodes: 8, mailboxServers: 4, publicRole: 'client', generic: [generic] },
  'mount-points': {
    secondDatabase: true,
    quorumOwner: 'NODE2',
    resource: { 'disk-F': { dependsOn: ['disk-E'] } },
  },
  'forgotten-dependency': {
    secondDatabase: true,
    resource: {
      'database-2': { dependsOn: ['information-store', 'disk-L'], disks: ['F', 'L'] },
    },
  },
  feeds: {
    nodes: 3,
    feeds: { NODE1: ['A'], NODE2: ['B'], NODE3: ['A', 'B'], array: ['A', 'B'], 'switch-1': ['A'] },
    switches: { private: ['switch-1'], public: ['switch-2', 'switch-3'] },
    teamed: true,
    node: { NODE2: { bootDelay: 5_000 } },
  },
  paths: { paths: 2, controllers: ['controller-1', 'controller-2'], quorumOwner: 'NODE2' },
  switches: {
    ...server2008,
    switches: { private: ['switch-1', 'switch-2'], public: ['switch-3'] },
    feeds: { 'switch-3': ['A'], NODE1: ['A', 'B'], NODE2: ['B'] },
    publicRole: 'client',
  },
  subnets: {
    ...server2008,
    nodes: 3,
    quorum: 'node-majority',
    node: { NODE3: { subnet: '2' } },
    parameters: {
      crossSubnetHeartbeatPeriod: 1_500,
      crossSubnetMissedHeartbeatsUntilNodeDown: 4,
    },
  },
  generic: {
    ...server2008,
    generic: [
      generic,
      { id: 'PRINT', owner: 'NODE1', resources: { one: [], other: [], spooler: ['one', 'other'] } },
    ],
    resource: {
      spooler: { dependsOnAny: true },
      watcher: { restartAction: 'restart', properties: { RestartThreshold: 0 } },
      index: { properties: { RestartThreshold: 2, RestartPeriod: 30_000 } },
      one: { restartAction: 'leave', possibleOwners: ['NODE1'] },
      share: { onlineDuration: 3_000, offlineDuration: 1_000 },
    },
    group: { FILES: { properties: { FailoverThreshold: 3 } } },
  },
};

/** What may be otherwise in any of them. */
const TWISTS: readonly Partial<Parameters>[] = [
  {},
  {},
  { disconnectedOwnerGivesWay: 1 },
  { gratuitousArpAccepted: 0 },
  { restartPeriod: 30_000, retryPeriodOnFailure: 40_000 },
  { failedGroupGoesOffline: 0 },
  { shutdownIsAnnounced: 0 },
  { shutdownAllowance: 3_000 },
  { powerReturnsOn: 0 },
  { exchangeServicesAffectGroup: 1, databaseAffectsGroup: 1 },
  { informationStoreNeedsSystemAttendant: 1 },
  { damagedDatabaseMounts: 1 },
  { lostQuorumReservationStopsService: 0 },
  { publicNetworkLossFailsAddress: 0 },
  { restartThreshold: 0 },
  { pendingTimeout: 3_000 },
  { arbitrationTimeMax: 9_000 },
  { groupFailoverThreshold: 3 },
  { missedHeartbeatsUntilContactLost: 3, missedHeartbeatsUntilNodeDown: 4 },
];

/** A database disk that is mounted in a folder of another. */
function mounted(difference: Difference): Plan {
  const cluster = twoNodes(difference);
  const disks = cluster.disks.map((disk) =>
    disk.id === 'F' ? { ...disk, letter: 'E:\\F', root: 'E' } : disk,
  );
  return planOf({ ...cluster, disks });
}

/** A mailbox server that stands alone. */
function alone(difference: Difference): Plan {
  const cluster = twoNodes({ ...difference, nodes: 1, secondDatabase: true });
  return planOf({
    ...cluster,
    id: 'one-server',
    quorum: null,
    networks: cluster.networks.filter(({ id }) => id === 'public'),
    disks: cluster.disks.filter(({ holds }) => holds !== 'quorum'),
    groups: cluster.groups.filter(({ id }) => id === 'EXMBX'),
  });
}

export const CLUSTER_NAMES: readonly string[] = [...Object.keys(CLUSTERS), 'one-server'];
export const TWIST_COUNT: number = TWISTS.length;

/** A cluster by its name, the number of a twist, and a seed. */
export function clusterCalled(name: string, twist: number, seed: number): Plan {
  const difference = CLUSTERS[name] ?? { publicRole: 'client' as const };
  const parameters = { ...QUICK, ...difference.parameters, ...TWISTS[twist] };
  const whole = { ...difference, parameters, seed };
  if (name === 'mount-points') return mounted(whole);
  return name === 'one-server' ? alone(whole) : planOf(twoNodes(whole));
}

/** What a twist changes, for people. */
export const twistCalled = (twist: number): string => JSON.stringify(TWISTS[twist] ?? {});
