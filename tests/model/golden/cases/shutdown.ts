import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  outage,
  outcome,
  owners,
  refuses,
  services,
  tells,
} from '../checks.ts';

/** Nodes and services that go in order, or are not given the time. */
export const shutdown: readonly Golden[] = [
  {
    name: 'active-node-shuts-down',
    cluster: {},
    actions: ['0s shut-down NODE1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'It hands its groups over first and tells the others: no silence, no arbitration',
        'assumption: shutdownIsAnnounced',
        all(
          inOrder('node-shutting-down NODE1', 'group-moved EXMBX', 'node-left NODE1'),
          never('node-declared-down', 'quorum-challenged'),
        ),
      ),
      claim(
        'Outage as of a planned move: 9 s offline, 15 s online',
        'rule: answer-clients',
        outage('24s'),
      ),
      claim(
        'The databases were closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
      claim(
        'The quorum disk and the Cluster Group go too',
        'assumption: shutdownIsAnnounced',
        owners({ ClusterGroup: 'NODE2', EXMBX: 'NODE2' }),
      ),
      claim(
        'The node is off 20 s after its cluster service has stopped',
        'assumption: shutdownDuration',
        happens('node-shut-down NODE1', '29s', '30s'),
      ),
    ],
  },
  {
    name: 'active-node-shuts-down-without-a-word',
    cluster: { parameters: { shutdownIsAnnounced: 0 } },
    actions: ['0s shut-down NODE1'],
    claims: [
      claim(
        'The cluster service ends its heartbeat first, and the other finds out by the silence',
        'KB Q252974',
        happens('node-declared-down NODE1', '6s', '7.2s'),
      ),
      claim('Outage as after a power cut', 'KB Q252974', outage('44s', '45.2s')),
      claim('No message is lost all the same', 'rule: recover-database', mail({ lost: 0 })),
    ],
  },
  {
    name: 'active-node-shuts-down-with-a-slow-database',
    cluster: { parameters: { databaseDismountDuration: 60_000 } },
    actions: ['0s shut-down NODE1'],
    claims: [
      claim(
        'The cluster service has 15 s to put things in order; a slow database is cut short',
        'KB Q252974',
        happens('cluster-service-stopped NODE1', '15s', '15s', { reason: 'node-shut-down' }),
      ),
      claim(
        'So its logs must be replayed on the other node',
        'KB Q252974',
        comesOf('recovery-started mailbox-database', 'node-shutting-down NODE1'),
      ),
      claim(
        'The departure was announced: NODE2 takes over at once, 15 s and 25 s',
        'assumption: shutdownIsAnnounced',
        outage('40s', '40.5s'),
      ),
    ],
  },
  {
    name: 'active-node-restarts',
    cluster: {},
    actions: ['0s restart NODE1'],
    claims: [
      claim(
        'It shuts down in order and starts at once: 9 s, 20 s, 120 s boot',
        'assumption: shutdownDuration',
        happens('node-booted NODE1', '149s', '150s'),
      ),
      claim(
        'It joins 5 s later',
        'assumption: joinDuration',
        happens('node-joined NODE1', '154s', '155s'),
      ),
      claim('Outage as of a planned move', 'rule: answer-clients', outage('24s')),
      claim(
        'Nothing goes back',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'passive-node-shuts-down',
    cluster: { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' },
    actions: ['0s shut-down NODE2', '5m power-on NODE2'],
    claims: [
      claim('Clients notice nothing', 'rule: answer-clients', never('service-lost')),
      claim(
        'Its vote is missing at once: one node and the disk are two of three',
        'TechNet cc773510',
        all(tells('votes-counted NODE1', { votes: 1, of: 3 }), never('node-declared-down')),
      ),
      claim('It joins again', 'assumption: joinDuration', happens('node-joined NODE2', '425s')),
    ],
  },
  {
    name: 'cluster-service-is-stopped-and-started',
    cluster: {},
    actions: [
      '0s stop-cluster-service NODE1',
      '5m stop-cluster-service NODE1',
      '6m start-cluster-service NODE1',
      '7m start-cluster-service NODE1',
    ],
    claims: [
      claim(
        'What it hosts is handed over before it stops, as the model assumes of a service stopped in order',
        'assumption: shutdownIsAnnounced',
        inOrder(
          'cluster-service-stopping NODE1',
          'group-moved EXMBX',
          'cluster-service-stopped NODE1',
        ),
      ),
      claim('Outage as of a planned move', 'rule: answer-clients', outage('24s')),
      claim(
        'Stopped on purpose it stays stopped, and cannot be stopped twice',
        'assumption: clusterServiceRestartDelay',
        all(services({ NODE1: 'stopped' }, '359s'), refuses('not-a-member', 'already-so')),
      ),
      claim(
        'Started, it joins in 5 s',
        'assumption: joinDuration',
        happens('node-joined NODE1', '365s'),
      ),
    ],
  },
  {
    name: 'last-node-is-shut-down',
    cluster: {},
    actions: ['0s power-off NODE2', '1m shut-down NODE1', '10m power-on NODE1'],
    claims: [
      claim(
        'Nobody is left to take the groups: they go offline in order',
        'Failover Cluster API: Failover',
        all(
          never('group-moved'),
          inOrder('resource-offline mailbox-database', 'node-shut-down NODE1'),
        ),
      ),
      claim(
        'It starts again at 720 s, forms the cluster in 10 s and brings all up in 15 s',
        'KB 309186',
        happensFirst('service-restored', '745s'),
      ),
      claim(
        'Nothing had to be replayed: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
    ],
  },
  {
    name: 'node-that-is-down-is-asked-to-do-things',
    cluster: {},
    actions: [
      '0s power-off NODE2',
      '30s shut-down NODE2',
      '31s restart NODE2',
      '32s hang NODE2',
      '33s wake NODE1',
      '34s power-off NODE2',
      '35s start-cluster-service NODE2',
      '36s pause-node NODE2',
      '37s move EXMBX NODE2',
    ],
    claims: [
      claim(
        'A system that does not run cannot shut down, restart or hang; one that is awake does not wake',
        'rule: refuse',
        refuses(
          'system-not-up',
          'system-not-up',
          'system-not-up',
          'already-so',
          'already-so',
          'system-not-up',
          'system-not-up',
          'not-a-member',
        ),
      ),
      claim('Clients notice nothing of all that', 'rule: answer-clients', never('service-lost')),
      claim('NODE1 serves', 'TechNet bb676571', outcome('online on NODE1')),
    ],
  },
];
