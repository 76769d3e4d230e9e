import { cluster } from '../../model/support/cluster.ts';
import type { Ran } from '../../model/support/cluster.ts';
import type { Difference } from '../../model/support/scenario.ts';
import { server } from '../../model/support/server.ts';

/** A cluster that differs from the ordinary one, and what is done to it. */
type Case = readonly [Difference, ...(readonly string[])];

const on2008 = { profile: 'windows-server-2008' } as const;
const shared = { ...on2008, quorum: 'node-and-file-share-majority' } as const;
const redundant: Difference = {
  paths: 2,
  controllers: ['controller-1', 'controller-2'],
  teamed: true,
  switches: { public: ['switch-1', 'switch-2'] },
  feeds: { NODE1: ['feed-1'], NODE2: ['feed-2'] },
};
const goesBack: Difference = {
  group: { EXMBX: { preferredOwners: ['NODE1'], failback: 'immediate' } },
};

/** Clusters of every kind and actions of every kind, so that everything that can happen does. */
const CASES: readonly Case[] = [
  [{}, '0s power-off NODE1', '10m power-on NODE1'],
  [{}, '0s power-off NODE1', '1s power-off NODE2', '10m power-on NODE1', '11m power-on NODE2'],
  [{}, '0s move EXMBX NODE2', '12s power-off NODE2'],
  [{ publicRole: 'client' }, '0s cut private', '10m mend private'],
  [{ publicRole: 'client', quorumOwner: 'NODE2' }, '0s cut NODE1.private', '9m mend NODE1.private'],
  [{}, '0s cut public', '5s mend public', '10s cut private', '14s mend private'],
  [{}, '0s cut NODE1.public', '10m bring-online EXMBX', '11m mend NODE1.public'],
  [{}, '0s cut public', '20m mend public', '21m bring-online EXMBX'],
  [{}, '0s cut NODE1.path-1', '10m mend NODE1.path-1'],
  [{ quorumOwner: 'NODE2' }, '0s cut NODE1.path-1', '1h mend NODE1.path-1'],
  [{}, '0s fail array', '10m repair array'],
  [{ secondDatabase: true }, '0s fail E', '10m repair E', '12m restore-backup mailbox-database'],
  [
    { parameters: { gratuitousArpAccepted: 0 } },
    '0s set EXMBX.FailoverPeriod 2h',
    '1s set mailbox-database.RestartAction leave',
    '2s move EXMBX NODE2',
  ],
  [redundant, '0s cut NODE1.public', '1s cut switch-2', '1m mend switch-2', '2m mend NODE1.public'],
  [redundant, '0s cut NODE1.path-1', '1s fail controller-2', '2m repair controller-2'],
  [redundant, '0s cut NODE1.path-2', '1s mend NODE1.path-2', '5m fail feed-1', '15m repair feed-1'],
  [{}, '0s shut-down NODE1', '10m power-on NODE1'],
  [goesBack, '0s restart NODE1'],
  [{}, '0s pause-node NODE2', '1s move EXMBX NODE2', '2s resume-node NODE2'],
  [{}, '0s stop-cluster-service NODE1', '5m start-cluster-service NODE1'],
  [{}, '0s hang-service NODE1'],
  [on2008, '0s hang-service NODE1'],
  [{}, '0s hang NODE1', '2m wake NODE1'],
  [{}, '0s hang NODE1', '3s wake NODE1'],
  [{}, '0s crash information-store', '10m hang-service information-store'],
  [{}, '0s stop-service system-attendant', '1s start-service system-attendant'],
  [{}, '0s take-offline information-store', '1m bring-online information-store'],
  [{}, '0s take-offline EXMBX', '1m bring-online EXMBX'],
  [{}, '0s back-up mailbox-database', '3h damage-page mailbox-database'],
  [{}, '0s back-up mailbox-database', '1m move EXMBX'],
  [
    { ...on2008, parameters: { restartThreshold: 0, groupFailoverThreshold: 0 } },
    '0s cut public',
    '5m mend public',
  ],
  [{ ...on2008, publicRole: 'client' }, '0s cut private', '10m mend private'],
  [on2008, '0s cut NODE1.private', '0s cut NODE1.public'],
  [
    { publicRole: 'client', parameters: { disconnectedOwnerGivesWay: 1 } },
    '0s cut private',
    '0s cut NODE1.public',
  ],
  [
    { ...on2008, publicRole: 'client', quorum: 'node-and-disk-majority' },
    '0s set SameSubnetThreshold 10',
    '1s cut private',
  ],
  [{ ...shared, publicRole: 'client' }, '0s cut private', '10m mend private'],
  [shared, '0s fail witness', '1m power-off NODE1', '10m force-quorum NODE2'],
  [shared, '0s fail witness', '1m repair witness', '2m power-off NODE1'],
  [
    { nodes: 3, quorum: 'node-majority', publicRole: 'client' },
    '0s cut NODE1.private',
    '5m force-quorum NODE1',
  ],
  [
    { nodes: 8, mailboxServers: 3, generic: [{ id: 'APP', owner: 'NODE8', resources: { a: [] } }] },
    '0s power-off NODE1',
    '1s power-off NODE8',
  ],
];

const RESTORED = ['0s fail E', '10m repair E', '12m restore-backup mailbox-database'] as const;

const ALONE: readonly (readonly string[])[] = [
  RESTORED,
  [...RESTORED, '13m power-off SERVER1'],
  ['0s power-off SERVER1', '10m power-on SERVER1'],
  ['0s shut-down SERVER1', '10m power-on SERVER1', '20m hang SERVER1', '25m wake SERVER1'],
  ['0s cut SERVER1.public', '1m mend SERVER1.public', '2m fail array', '3m repair array'],
];

/** Runs in which, taken together, everything happens that can. */
export const RUNS: readonly Ran[] = [
  ...CASES.map(([difference, ...actions]) =>
    cluster(difference)
      .do(...actions)
      .run(),
  ),
  ...ALONE.map((actions) =>
    server()
      .do(...actions)
      .run(),
  ),
];
