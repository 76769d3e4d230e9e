import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  counts,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  noOutage,
  outage,
  outcome,
  owners,
  resources,
  services,
  takes,
  tells,
} from '../checks.ts';

/** What is recommended for single copy clusters on Windows Server 2008. */
const diskVotes: Difference = { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' };

/** The main faults of networks, storage and power on Windows Server 2008. */
export const mainFaults2008: readonly Golden[] = [
  {
    name: 'public-cable-of-active-node-cut-2008',
    cluster: diskVotes,
    actions: ['0s cut NODE1.public'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'One restart as shipped, then the group fails over',
        'KB 947712',
        all(
          counts(2, 'resource-failed ip-address'),
          takes('resource-failed ip-address', 'failover-started EXMBX', '10.5s'),
        ),
      ),
      claim(
        'Outage: up to 5 s, 8.5 s offline, one attempt of 2 s, 0.5 s, 15 s online',
        'rule: answer-clients',
        outage('26s', '31s'),
      ),
      claim(
        'The private network keeps the nodes together, and a node is removed only when all routes are down',
        'askcore 2012-07-09, removed nodes',
        never('node-declared-down'),
      ),
    ],
  },
  {
    name: 'public-network-dead-2008',
    cluster: diskVotes,
    actions: ['0s cut public', '10m mend public'],
    until: '2h',
    claims: [
      claim(
        'Two nodes: one failover, then the group is left failed',
        'Failover Cluster API: FailoverThreshold',
        happens('group-failed EXMBX', '15.5s', '20.5s', { obstacle: 'used-up' }),
      ),
      claim(
        'An hour after its last failure the address is tried again, and with it the group',
        'Failover Cluster API: RetryPeriodOnFailure',
        happens('resource-retried ip-address', '3615.5s', '3620.5s'),
      ),
      claim(
        'Nobody had to do anything: 15 s later it serves',
        'Failover Cluster API: RetryPeriodOnFailure',
        outage('3630.5s', '3635.5s'),
      ),
      claim(
        'On the node it had moved to',
        'Failover Cluster API: FailoverThreshold',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'active-node-loses-its-path-2008',
    cluster: diskVotes,
    actions: ['0s cut NODE1.path-1'],
    claims: [
      claim(
        'Two nodes are two of three votes: losing the disk that votes stops no cluster service',
        'TechNet cc773510',
        never('cluster-service-stopped', 'node-declared-down'),
      ),
      claim(
        'Its disks fail within 3 s and are restarted once; then the groups move',
        'KB 947712',
        takes('reservation-lost', 'failover-started EXMBX', '3.5s'),
      ),
      claim(
        'Outage: up to 3 s, 0.5 + 3 s, 5 s offline, 25 s online after a dirty stop',
        'rule: answer-clients',
        outage('33.5s', '36.5s'),
      ),
      claim(
        'The Cluster Group with the disk that votes goes to NODE2 as well',
        'rule: fail-over-group',
        owners({ ClusterGroup: 'NODE2', EXMBX: 'NODE2' }),
      ),
    ],
  },
  {
    name: 'quorum-owner-loses-its-path-2008-disk-only',
    cluster: { profile: 'windows-server-2008' },
    actions: ['0s cut NODE1.path-1'],
    claims: [
      claim(
        'Where the disk alone decides, its owner stops within 3 s',
        'assumption: lostQuorumReservationStopsService',
        happensFirst('cluster-service-stopped NODE1', '0s', '3s', { reason: 'quorum-lost' }),
      ),
      claim(
        'Outage: up to 3 s, 4 to 5 s, 3 s, 7 s, 25 s',
        'rule: answer-clients',
        outage('39s', '43s'),
      ),
      claim('NODE2 serves', 'rule: take-group', outcome('online on NODE2')),
    ],
  },
  {
    name: 'array-fails-and-is-repaired-2008',
    cluster: diskVotes,
    actions: ['0s fail array', '1h repair array'],
    claims: [
      claim(
        'Both nodes stay members, with nothing to serve',
        'rule: fail-resource',
        all(
          services({ NODE1: 'running', NODE2: 'running' }, '30m'),
          outcome('down on NODE2', '30m'),
        ),
      ),
      claim(
        'The group moves once and is left failed',
        'Failover Cluster API: FailoverThreshold',
        all(
          counts(1, 'failover-started EXMBX'),
          tells('group-failed EXMBX', { obstacle: 'used-up' }),
        ),
      ),
      claim(
        'The array is back just before the hourly attempt, which succeeds',
        'Failover Cluster API: RetryPeriodOnFailure',
        all(happensFirst('resource-retried disk-E', '3615s', '3618s'), outage('3640s', '3643s')),
      ),
      claim(
        'Mail waited; nothing is lost, for the array comes back with its contents, as the model assumes',
        'rule: retry-queue',
        mail({ waiting: 0, lost: 0 }),
      ),
    ],
  },
  {
    name: 'database-disk-fails-2008',
    cluster: diskVotes,
    actions: ['0s fail E', '10m repair E', '12m restore-backup mailbox-database'],
    claims: [
      claim(
        'Nodes cannot help',
        'TechNet aa997195',
        tells('group-failed EXMBX', { obstacle: 'used-up' }),
      ),
      claim(
        'Backup and logs bring it back: 720 s, 1,800 s, 13 s, 1,440 s, 2 s',
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
    name: 'all-power-fails-and-returns-2008',
    cluster: { ...diskVotes, feeds: { NODE1: ['feed-1'], NODE2: ['feed-1'] } },
    actions: ['0s fail feed-1', '1m repair feed-1'],
    claims: [
      claim('Both start by themselves', 'assumption: powerReturnsOn', counts(2, 'node-booted')),
      claim(
        'Together they have the votes',
        'TechNet cc773510',
        services({ NODE1: 'running', NODE2: 'running' }),
      ),
      claim(
        'Outage: 60 s, 120 s boot, 25 s, and what forming takes, at most 10 s',
        'assumption: bootDuration',
        outage('205s', '215s'),
      ),
    ],
  },
  {
    name: 'node-comes-back-and-its-successor-fails-2008',
    cluster: diskVotes,
    actions: ['0s power-off NODE1', '5m power-on NODE1', '10m power-off NODE2'],
    claims: [
      claim(
        'NODE1 is a member again at 425 s',
        'assumption: joinDuration',
        happens('node-joined NODE1', '425s'),
      ),
      claim('Two outages of 39 to 40 s each', 'rule: answer-clients', outage('78s', '80s')),
      claim('NODE1 serves again', 'TechNet cc773510', outcome('online on NODE1')),
    ],
  },
  {
    name: 'private-network-cut-disk-on-the-passive-node-2008',
    cluster: { ...diskVotes, publicRole: 'client', quorumOwner: 'NODE2' },
    actions: ['0s cut private'],
    claims: [
      claim(
        'Each has one vote of three; NODE2 has the disk and removes the key of NODE1',
        'patent 10235077, persistent reservations',
        inOrder('quorum-challenged NODE1', 'registration-removed', 'quorum-reserve-refused NODE1'),
      ),
      claim(
        'NODE1 stops with the mailbox server: 4 to 5 s, 3 s, 6 s',
        'assumption: arbitrationReserveDelay',
        happens('cluster-service-stopped NODE1', '13s', '14s', { reason: 'arbitration-lost' }),
      ),
      claim(
        'NODE2 takes it only when NODE1 is gone: 25 s and at most 2 s more',
        'assumption: defenceMargin',
        all(inOrder('cluster-service-stopped NODE1', 'group-taken EXMBX'), outage('25s', '27s')),
      ),
    ],
  },
  {
    name: 'private-network-cut-public-mixed-2008',
    cluster: diskVotes,
    actions: ['0s cut private', '1m mend private'],
    claims: [
      claim(
        'Heartbeats go on over the public network, and a node is removed only when all routes are down',
        'askcore 2012-07-09, removed nodes',
        never('node-declared-down', 'votes-counted'),
      ),
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
      claim(
        'The network is down for all (event 1130), and up again once it is mended',
        'event 1130 of failover clusters',
        all(
          happens('network-state-changed private', '1s', '10s', { state: 'down' }),
          happens('network-state-changed private', '60s', '70s', { state: 'up' }),
        ),
      ),
    ],
  },
  {
    name: 'active-node-shuts-down-2008',
    cluster: diskVotes,
    actions: ['0s shut-down NODE1'],
    claims: [
      claim('Groups are handed over in order', 'assumption: shutdownIsAnnounced', outage('24s')),
      claim(
        'The databases were closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
      claim(
        'NODE2 goes on with its vote and the disk',
        'TechNet cc773510',
        all(outcome('online on NODE2'), resources({ 'disk-Q': 'online' })),
      ),
    ],
  },
];
