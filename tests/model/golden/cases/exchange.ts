import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  counts,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  noOutage,
  outage,
  outcome,
  resources,
  takes,
  tells,
} from '../checks.ts';

/** Moves, backups, damaged pages: what happens to the databases themselves. */
export const exchange: readonly Golden[] = [
  {
    name: 'planned-move',
    cluster: {},
    actions: ['0s move EXMBX NODE2'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Offline in order, dependents first, and then online in order, providers first',
        'Failover Cluster API: Failover',
        inOrder(
          'resource-offline mailbox-database',
          'resource-offline information-store',
          'resource-offline network-name',
          'group-moved EXMBX',
          'resource-online ip-address',
          'resource-online network-name',
          'resource-online information-store',
          'resource-online mailbox-database',
        ),
      ),
      claim(
        'An interruption, documented only as brief: 9 s offline, then address 1 s, name 4 s, store 8 s, database 2 s',
        'assumption: informationStoreOnlineDuration',
        all(happens('group-moved EXMBX', '9s'), outage('24s')),
      ),
      claim(
        'Nothing has to be replayed: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
      claim('It is on NODE2', 'Failover Cluster API: Failover', outcome('online on NODE2')),
    ],
  },
  {
    name: 'move-ends-a-backup',
    cluster: {},
    actions: ['0s back-up mailbox-database', '5m move EXMBX NODE2'],
    claims: [
      claim(
        'A move ends a running backup',
        'Exchange 2007 help: How to Move a Clustered Mailbox Server',
        all(happens('backup-aborted mailbox-database', '300s', '304s'), never('backup-ended')),
      ),
      claim(
        'The backup itself disturbs nobody',
        'assumption: backupDuration',
        outcome('online on NODE1', '299s'),
      ),
      claim('The move takes 24 s', 'rule: answer-clients', outage('24s')),
    ],
  },
  {
    name: 'backup-shortens-a-restore',
    cluster: {},
    actions: [
      '0s back-up mailbox-database',
      '40m fail E',
      '50m repair E',
      '52m restore-backup mailbox-database',
    ],
    claims: [
      claim(
        'The backup takes half an hour',
        'assumption: backupDuration',
        happens('backup-ended mailbox-database', '1800s'),
      ),
      claim(
        'Ten minutes of logs since then: 600 to 603 s in logs of 15 s',
        'assumption: logGenerationPeriod',
        tells('restore-ended mailbox-database', { logs: 40 }),
      ),
      claim(
        'Replaying them takes 20 s',
        'assumption: recoveryDurationPerLog',
        takes('recovery-started', 'recovery-ended', '20s'),
      ),
      claim(
        'Outage: from 2,400 s to 3,120 s, restore 1,800 s, 13 s, 20 s, 2 s',
        'assumption: restoreDuration',
        outage('2555s'),
      ),
    ],
  },
  {
    name: 'page-of-a-database-is-damaged',
    cluster: { secondDatabase: true },
    actions: ['0s damage-page mailbox-database', '10m restore-backup mailbox-database'],
    claims: [
      claim(
        'Nobody notices before the page is read',
        'assumption: damagedPageReadDelay',
        outcome('online on NODE1', '29s'),
      ),
      claim(
        'Then the database fails, 30 s later, and cannot be mounted again',
        'assumption: damagedDatabaseMounts',
        all(
          happensFirst('resource-failed mailbox-database', '30s', '30s', { how: 'damage' }),
          resources({ 'mailbox-database': 'failed', 'database-2': 'online' }, '9m'),
        ),
      ),
      claim(
        'One database does not move the group: the service is degraded',
        'assumption: databaseAffectsGroup',
        all(never('failover-started'), outcome('degraded on NODE1', '9m')),
      ),
      claim(
        'The backup and the logs since then bring it back: half a day of logs',
        'assumption: restoreDuration',
        all(happens('restore-ended mailbox-database', '2400s'), outcome('online on NODE1')),
      ),
      claim('No message is lost', 'assumption: restoreDuration', mail({ lost: 0 })),
    ],
  },
  {
    name: 'damaged-database-affects-its-group',
    cluster: { parameters: { databaseAffectsGroup: 1 } },
    actions: ['0s damage-page mailbox-database'],
    claims: [
      claim(
        'The group fails over, and the same file is damaged there',
        'assumption: damagedDatabaseMounts',
        all(
          counts(1, 'failover-started EXMBX'),
          tells('group-failed EXMBX', { resource: 'mailbox-database' }),
        ),
      ),
      claim(
        'The cluster protects the service, not the data: it is down on the other node too',
        'TechNet aa997195',
        outcome('down on NODE2'),
      ),
      claim(
        'The failover was for the database',
        'assumption: databaseAffectsGroup',
        tells('failover-started EXMBX', { resource: 'mailbox-database' }),
      ),
    ],
  },
  {
    name: 'damaged-database-can-be-mounted-again',
    cluster: { parameters: { damagedDatabaseMounts: 1 } },
    actions: ['0s damage-page mailbox-database'],
    claims: [
      claim(
        'It is mounted again, and fails again 30 s after it has come online',
        'assumption: damagedDatabaseMounts',
        all(
          happensFirst('resource-failed mailbox-database', '30s', '30s', { how: 'damage' }),
          counts(3, 'resource-online mailbox-database'),
          counts(4, 'resource-failed mailbox-database', { how: 'damage' }),
        ),
      ),
      claim(
        'After three restarts it stays failed',
        'KB 947712',
        resources({ 'mailbox-database': 'failed' }),
      ),
      claim(
        'The group stays on NODE1',
        'assumption: databaseAffectsGroup',
        outcome('down on NODE1'),
      ),
    ],
  },
  {
    name: 'backup-comes-from-the-active-node',
    cluster: {},
    actions: ['0s back-up mailbox-database', '1m power-off NODE2', '10m power-off NODE1'],
    claims: [
      claim(
        'The backup comes from the active node: the loss of the other at 60 s does not end it',
        'assumption: backupDuration',
        happens('backup-aborted mailbox-database', '600s'),
      ),
      claim(
        'The loss of the active node does',
        'rule: back-up',
        all(comesOf('backup-aborted', 'node-powered-off NODE1'), never('backup-ended')),
      ),
      claim('Nobody is left', 'TechNet bb676571', outcome('down on NODE1')),
    ],
  },
  {
    name: 'restore-where-nothing-is-lost',
    cluster: {},
    actions: ['0s restore-backup mailbox-database', '1m restore-backup information-store'],
    claims: [
      claim(
        'A mounted database is not restored, and a service has no backup',
        'rule: restore-backup',
        (run) => {
          if (run.refusals.join() !== 'cannot-restore,no-database')
            throw new Error(run.refusals.join());
        },
      ),
      claim('Clients notice nothing', 'rule: restore-backup', noOutage),
      claim('No restore begins', 'rule: restore-backup', never('restore-started')),
    ],
  },
];
