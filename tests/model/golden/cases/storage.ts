import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  mail,
  never,
  outage,
  outcome,
  resources,
  services,
  takes,
  tells,
} from '../checks.ts';
import { forgottenDisk, mountPoints } from './storage-scenarios.ts';

/** Disks and the array behind them. */
export const storage: readonly Golden[] = [
  {
    name: 'array-fails-and-is-repaired',
    cluster: {},
    actions: ['0s fail array', '1h repair array'],
    claims: [
      claim(
        'A second node does not protect the storage: both cluster services stop, as the model assumes',
        'assumption: lostQuorumReservationStopsService',
        services({ NODE1: 'stopped', NODE2: 'stopped' }, '1m'),
      ),
      claim(
        'NODE1 stops within 3 s, as the model assumes of a disk that is gone; NODE2 is refused 6 to 7.2 s, 3 s and 7 s later',
        'assumption: lostQuorumReservationStopsService',
        all(
          happensFirst('cluster-service-stopped NODE1', '0s', '3s'),
          happensFirst('cluster-service-stopped NODE2', '16s', '20.2s', {
            reason: 'arbitration-lost',
          }),
        ),
      ),
      claim(
        'The outage lasts until the array is back and a service starts: 60 s at most, 10 s, 25 s',
        'assumption: clusterServiceRestartDelay',
        outage('3635s', '3695s'),
      ),
      claim(
        'Mail waits in the queue; nothing is lost, for the array comes back with its contents, as the model assumes',
        'rule: retry-queue',
        mail({ waiting: 0, lost: 0 }),
      ),
    ],
  },
  {
    name: 'database-disk-fails',
    cluster: {},
    actions: ['0s fail E', '10m repair E', '12m restore-backup mailbox-database'],
    claims: [
      claim(
        'Restarts and a failover cannot help: the same disk is missing everywhere',
        'TechNet aa997195',
        all(
          counts(1, 'failover-started EXMBX'),
          tells('group-failed EXMBX', { obstacle: 'used-up' }),
        ),
      ),
      claim(
        'The group goes offline as a whole',
        'TechNet cc740098',
        resources(
          { 'disk-L': 'offline', 'information-store': 'offline', 'disk-E': 'failed' },
          '9m',
        ),
      ),
      claim(
        'Half a day of logs since the backup is replayed: 43,200 s in logs of 15 s, 2,880 of 0.5 s',
        'assumption: backupAge',
        all(
          tells('recovery-started mailbox-database', { logs: 2_880, after: 'backup' }),
          takes('recovery-started', 'recovery-ended', '1440s'),
        ),
      ),
      claim(
        'Outage: 720 s, restore 1,800 s, 13 s to the store online, replay 1,440 s, mount 2 s',
        'assumption: restoreDuration',
        outage('3975s'),
      ),
      claim(
        'The logs were on another disk: nothing is lost',
        'rule: recover-database',
        mail({ lost: 0 }),
      ),
    ],
  },
  {
    name: 'both-disks-fail',
    cluster: {},
    actions: [
      '0s fail E',
      '0s fail L',
      '10m repair E',
      '10m repair L',
      '12m restore-backup mailbox-database',
    ],
    claims: [
      claim(
        'Without logs the backup is all there is: everything since is lost',
        'TechNet aa997195',
        tells('restore-ended mailbox-database', { logs: 0 }),
      ),
      claim('Nothing can be replayed', 'TechNet aa997195', never('recovery-started')),
      claim(
        'Half a day of mail, a message every 3 s, is lost with it',
        'assumption: messagePeriod',
        (run) => {
          const { lost } = run.mail();
          if (lost < 14_400 || lost > 14_450) throw new Error(`${lost}`);
        },
      ),
      claim('It is online again', 'rule: bring-online', outcome('online on NODE2')),
    ],
  },
  {
    name: 'log-disk-fails',
    cluster: {},
    actions: ['0s fail L'],
    claims: [
      claim(
        'A database needs both disks: without its logs it is down',
        'timmcmic 2009-09-21, mount points',
        all(happens('service-lost EXMBX', '0s'), outcome('down on NODE2')),
      ),
      claim(
        'The group fails over once and is left failed',
        'assumption: groupFailoverThreshold',
        tells('group-failed EXMBX', { resource: 'disk-L', obstacle: 'used-up' }),
      ),
      claim(
        'Both nodes are well',
        'rule: fail-resource',
        services({ NODE1: 'running', NODE2: 'running' }),
      ),
    ],
  },
  {
    name: 'root-disk-of-mount-points-fails',
    cluster: mountPoints,
    actions: ['0s fail R'],
    claims: [
      claim(
        'Both databases in folders of the root disk are lost with it',
        'timmcmic 2009-09-21, mount points',
        resources({ 'db-1': 'offline', 'db-2': 'offline', 'disk-R': 'failed' }),
      ),
      claim(
        'The database on a letter of its own goes on, where no disk affects the group (set so here)',
        'timmcmic 2009-09-21, mount points',
        resources({ 'db-3': 'online', 'disk-S': 'online' }),
      ),
      claim(
        'The service is degraded',
        'timmcmic 2009-09-21, mount points',
        outcome('degraded on NODE1'),
      ),
      claim(
        'Reservations are of single disks: those mounted in its folders keep theirs',
        'KB 309186',
        all(
          happensFirst('reservation-lost R', '0s', '3s'),
          never('reservation-lost SG1', 'reservation-lost SG2'),
        ),
      ),
    ],
  },
  {
    name: 'disk-of-one-mount-point-fails',
    cluster: mountPoints,
    actions: ['0s fail SG1'],
    claims: [
      claim(
        'Only the database on that mount point is lost, where no disk affects the group (set so here)',
        'timmcmic 2009-09-21, mount points',
        resources({ 'db-1': 'offline', 'db-2': 'online', 'db-3': 'online' }),
      ),
      claim(
        'The root disk is well',
        'timmcmic 2009-09-21, mount points',
        resources({ 'disk-R': 'online' }),
      ),
      claim(
        'No failover: the disk does not affect the group (set so here)',
        'TechNet cc740098',
        never('failover-started'),
      ),
    ],
  },
  {
    name: 'disk-left-in-another-group',
    cluster: forgottenDisk,
    actions: ['0s move EXMBX NODE2', '10m move Disks NODE2'],
    claims: [
      claim(
        'Everything looked fine; after a move the disk is still on the old node and the database fails',
        'benw, Exchange 2007 single copy cluster changes',
        all(
          tells('resource-failed db-1', { node: 'NODE2', how: 'attempt' }),
          outcome('down on NODE2', '5m'),
        ),
      ),
      claim(
        'The name and the store are up on NODE2: dependencies do not reach across groups',
        'KB Q171791',
        resources({ store: 'online', 'network-name': 'online', 'disk-E': 'online' }, '5m'),
      ),
      claim(
        'Moving the disk after it does not bring the database back by itself',
        'assumption: retryPeriodOnFailure',
        outcome('down on NODE2'),
      ),
    ],
  },
  {
    name: 'second-database-loses-its-disk',
    cluster: { secondDatabase: true, resource: { 'disk-F': { restartAction: 'restart' } } },
    actions: ['0s fail F'],
    claims: [
      claim(
        'The other database is answered: degraded, not down',
        'rule: answer-clients',
        outcome('degraded on NODE1'),
      ),
      claim(
        'No failover: disk F: does not affect the group (set so here)',
        'TechNet cc740098',
        never('failover-started'),
      ),
      claim(
        'Only what needs the disk is offline',
        'KB Q171791',
        resources({ 'disk-F': 'failed', 'database-2': 'offline', 'mailbox-database': 'online' }),
      ),
    ],
  },
  {
    name: 'second-database-loses-its-disk-and-the-disk-affects-the-group',
    cluster: { secondDatabase: true },
    actions: ['0s fail F'],
    claims: [
      claim(
        'One resource that affects the group drags all of it along',
        'TechNet cc740098',
        all(
          counts(1, 'failover-started EXMBX'),
          tells('group-failed EXMBX', { resource: 'disk-F' }),
        ),
      ),
      claim('In the end nobody is served', 'TechNet cc740098', outcome('down on NODE2')),
      claim(
        'The healthy database was closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started mailbox-database'),
      ),
    ],
  },
];
