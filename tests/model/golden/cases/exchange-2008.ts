import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  counts,
  happens,
  happensFirst,
  never,
  outage,
  outcome,
  resources,
  takes,
  tells,
} from '../checks.ts';

/** What is recommended for single copy clusters on Windows Server 2008. */
const diskVotes: Difference = { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' };

/** Services, databases, clients on Windows Server 2008. */
export const exchange2008: readonly Golden[] = [
  {
    name: 'planned-move-2008',
    cluster: diskVotes,
    actions: ['0s move EXMBX NODE2', '5m crash information-store'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        '9 s offline, 15 s online',
        'assumption: informationStoreOnlineDuration',
        happensFirst('service-restored', '24s'),
      ),
      claim(
        'A crash 276 to 281 s after the mount leaves 19 logs of 15 s to replay',
        'assumption: logGenerationPeriod',
        tells('recovery-started mailbox-database', { logs: 19 }),
      ),
      claim(
        'Second outage: up to 5 s, 0.5 s, 8 s, 9.5 s, 2 s',
        'rule: answer-clients',
        outage('44s', '49s'),
      ),
    ],
  },
  {
    name: 'information-store-hangs-2008',
    cluster: diskVotes,
    actions: ['10s hang-service information-store'],
    claims: [
      claim(
        'Only IsAlive finds it, as the model assumes: within 60 s',
        'rule: fail-resource',
        happens('resource-failed information-store', '15s', '70s', { how: 'poll' }),
      ),
      claim(
        'It is restarted in place',
        'assumption: exchangeServicesAffectGroup',
        never('failover-started'),
      ),
      claim(
        'Outage: up to 60 s, 0.5 s, 8 s, 10 s, 2 s',
        'rule: answer-clients',
        outage('25.5s', '80.5s'),
      ),
    ],
  },
  {
    name: 'information-store-crashes-twice-2008',
    cluster: diskVotes,
    actions: ['0s crash information-store', '1m crash information-store'],
    until: '2h',
    claims: [
      claim(
        'One restart; at the second failure it stays failed and the group does not move',
        'KB 947712',
        all(
          resources({ 'information-store': 'failed', 'network-name': 'online' }, '30m'),
          never('failover-started'),
        ),
      ),
      claim(
        'An hour later it is tried again',
        'Failover Cluster API: RetryPeriodOnFailure',
        happens('resource-retried information-store', '3660s', '3665s'),
      ),
      claim('And serves', 'Failover Cluster API: RetryPeriodOnFailure', outcome('online on NODE1')),
    ],
  },
  {
    name: 'information-store-crashes-twice-and-affects-its-group-2008',
    cluster: { ...diskVotes, parameters: { exchangeServicesAffectGroup: 1 } },
    actions: ['0s crash information-store', '1m crash information-store'],
    claims: [
      claim(
        'The second failure moves the group',
        'KB 947712',
        happens('failover-started EXMBX', '60s', '65s'),
      ),
      claim('It serves on NODE2', 'rule: fail-over-group', outcome('online on NODE2')),
      claim('Each crash is an outage', 'rule: answer-clients', counts(2, 'service-lost')),
    ],
  },
  {
    name: 'page-of-a-database-is-damaged-2008',
    cluster: diskVotes,
    actions: ['0s damage-page mailbox-database', '10m restore-backup mailbox-database'],
    claims: [
      claim(
        'The page is read after 30 s: the database fails, and its mount with it',
        'assumption: damagedPageReadDelay',
        all(
          happensFirst('resource-failed mailbox-database', '30s', '30s', { how: 'damage' }),
          counts(2, 'resource-failed mailbox-database'),
        ),
      ),
      claim(
        'The group does not move',
        'assumption: databaseAffectsGroup',
        never('failover-started'),
      ),
      claim(
        'Restored: from 30 s to 2,400 s, then 2,882 logs of 0.5 s and the mount',
        'assumption: restoreDuration',
        all(happens('restore-ended mailbox-database', '2400s'), outage('3813s', '3814s')),
      ),
    ],
  },
  {
    name: 'damaged-database-affects-its-group-2008',
    cluster: { ...diskVotes, parameters: { databaseAffectsGroup: 1 } },
    actions: ['0s damage-page mailbox-database'],
    claims: [
      claim(
        'The group fails over for it, in vain',
        'assumption: damagedDatabaseMounts',
        all(
          counts(1, 'failover-started EXMBX'),
          tells('group-failed EXMBX', { obstacle: 'used-up' }),
        ),
      ),
      claim('The service is down wherever it is', 'rule: answer-clients', outcome('down on NODE2')),
      claim(
        'One restart before it moved',
        'KB 947712',
        counts(2, 'resource-failed mailbox-database', { node: 'NODE1' }),
      ),
    ],
  },
  {
    name: 'backup-shortens-a-restore-2008',
    cluster: diskVotes,
    actions: [
      '0s back-up mailbox-database',
      '40m fail E',
      '50m repair E',
      '52m restore-backup mailbox-database',
    ],
    claims: [
      claim(
        'The backup ends after half an hour',
        'assumption: backupDuration',
        happens('backup-ended mailbox-database', '1800s'),
      ),
      claim(
        '40 logs of 15 s since then',
        'assumption: logGenerationPeriod',
        tells('restore-ended mailbox-database', { logs: 40 }),
      ),
      claim(
        'Outage: 720 s, 1,800 s, 13 s, 20 s, 2 s',
        'assumption: restoreDuration',
        outage('2555s'),
      ),
    ],
  },
  {
    name: 'routers-do-not-believe-the-broadcast-2008',
    cluster: { ...diskVotes, parameters: { gratuitousArpAccepted: 0 } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'Clients wait 240 s from the address coming online on NODE2',
        'assumption: arpCacheDuration',
        takes('resource-online ip-address', 'address-learned EXMBX', '240s'),
      ),
      claim(
        'Outage: 4 to 5 s, 3 s, 7 s, address 1 s, 240 s',
        'assumption: arpCacheDuration',
        outage('255s', '256s'),
      ),
      claim(
        'The database was mounted long before',
        'rule: bring-online',
        happens('resource-online mailbox-database', '39s', '40s'),
      ),
    ],
  },
  {
    name: 'failback-at-night-2008',
    cluster: {
      ...diskVotes,
      group: { EXMBX: { preferredOwners: ['NODE1'], failback: { from: 1, to: 4 } } },
    },
    actions: ['0s power-off NODE1', '5m power-on NODE1'],
    until: '14h',
    claims: [
      claim(
        'It goes back when the window opens at one at night: 13 h after noon, less 60.2 s',
        'assumption: hourAtStart',
        happens('failback-started EXMBX', '46739.8s'),
      ),
      claim(
        'It does not go back before',
        'assumption: hourAtStart',
        outcome('online on NODE2', '12h'),
      ),
      claim(
        'A move of 24 s beside the outage of 39 to 40 s',
        'assumption: informationStoreOnlineDuration',
        outage('63s', '64s'),
      ),
    ],
  },
];
