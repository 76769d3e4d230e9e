import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import { all, counts, happens, happensFirst, never, outage, outcome, services } from '../checks.ts';

const diskVotes: Difference = { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' };

/** Nodes without any network on Windows Server 2008. */
export const cutOff2008: readonly Golden[] = [
  {
    name: 'all-networks-cut-2008',
    cluster: diskVotes,
    actions: ['0s cut private', '0s cut public', '5m mend private', '5m mend public'],
    until: '2h',
    claims: [
      claim(
        'Both nodes have lost every network: their services are ended (events 1553, 1554), and nobody serves',
        'event 1553 of failover clusters',
        all(
          counts(2, 'cluster-service-stopped', { reason: 'no-connectivity' }),
          services({ NODE1: 'stopped', NODE2: 'stopped' }, '1m'),
          outcome('down on NODE1', '1m'),
        ),
      ),
      claim(
        'They end 5 s after the last network: 2 heartbeats of 1 s, and 3 s to find the interfaces at fault',
        'assumption: regroupDuration',
        happens('cluster-service-stopped NODE1', '5s'),
      ),
      claim(
        'Neither starts while it has no network, although NODE1 alone reaches the disk that votes',
        'event 1553 of failover clusters',
        happensFirst('cluster-service-started', '300s', '365s'),
      ),
      claim(
        'Mended at 5 min, NODE1 is started 5 s later, has the disk after 7 s, and serves after 15 s: its databases were closed',
        'assumption: clusterServiceRestartDelay',
        all(outage('327s'), never('recovery-started'), outcome('online on NODE1')),
      ),
      claim('Nothing was moved', 'KB Q197047', never('group-moved EXMBX')),
    ],
  },
  {
    name: 'active-node-loses-every-network-2008',
    cluster: diskVotes,
    actions: ['0s cut NODE1.private', '0s cut NODE1.public', '5m mend NODE1.private'],
    claims: [
      claim(
        'NODE1 has lost every network: its service is ended (events 1553, 1554)',
        'event 1553 of failover clusters',
        happens('cluster-service-stopped NODE1', '5s', '5s', { reason: 'no-connectivity' }),
      ),
      claim(
        'NODE2 has its vote and the disk: 4 to 5 s, 3 s, 7 s, and 15 s because the databases were just closed',
        'TechNet cc773510',
        all(outage('29s', '30s'), never('recovery-started'), outcome('online on NODE2')),
      ),
      claim(
        'NODE1 stays out while it has no network, and joins once it has one',
        'event 1553 of failover clusters',
        all(
          services({ NODE1: 'stopped' }, '299s'),
          happens('cluster-service-started NODE1', '305s', '305s', { to: 'join' }),
        ),
      ),
    ],
  },
  {
    name: 'lone-node-loses-every-network-2008',
    cluster: diskVotes,
    actions: ['0s power-off NODE2', '2m cut private', '3m cut public', '5m mend private'],
    claims: [
      claim(
        'With one network left it goes on',
        'event 1553 of failover clusters',
        services({ NODE1: 'running' }, '3m'),
      ),
      claim(
        'Without any its service is ended, although nobody else is there to serve',
        'event 1553 of failover clusters',
        happens('cluster-service-stopped NODE1', '185s', '185s', { reason: 'no-connectivity' }),
      ),
      claim(
        'It forms the cluster again once it has a network',
        'rule: form-cluster',
        happens('cluster-service-started NODE1', '305s', '305s', { to: 'form' }),
      ),
    ],
  },
];
