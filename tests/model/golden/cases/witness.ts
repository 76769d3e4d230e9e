import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  counts,
  happensFirst,
  never,
  neverWith,
  noOutage,
  outage,
  outcome,
  services,
  tells,
} from '../checks.ts';

const share: Difference = {
  quorum: 'node-and-file-share-majority',
  profile: 'windows-server-2008',
};

/** A file share outside the cluster has the vote that breaks a tie. */
export const witness: readonly Golden[] = [
  {
    name: 'file-share-active-node-loses-power-2008',
    cluster: share,
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'NODE2 has one of three votes: the witness must decide',
        'TechNet bb676571',
        tells('votes-counted NODE2', { votes: 1, of: 3, needed: 2, witness: 'needed' }),
      ),
      claim(
        'NODE1 had the lock, so NODE2 waits 6 s before it tries (documented for 2012), and 1 s more until any loser is gone',
        'Failover Cluster API: ArbitrationDelay (2012)',
        outage('39s', '40s'),
      ),
      claim('Two votes are enough', 'TechNet bb676571', outcome('online on NODE2')),
    ],
  },
  {
    name: 'file-share-active-node-loses-power-2003',
    cluster: { quorum: 'node-and-file-share-majority' },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'The update for Windows Server 2003 adds the third vote to two nodes',
        'KB 921181',
        tells('votes-counted NODE2', { votes: 1, of: 3, needed: 2 }),
      ),
      claim(
        'Outage: 6 to 7.2 s, 3 s, 6 s until the lock, 1.2 s until any loser is gone, 25 s',
        'assumption: witnessLockDelay',
        outage('41.2s', '42.4s'),
      ),
      claim(
        'No bus is reset',
        'KB 921181',
        all(never('reservation-renewed'), neverWith('quorum-challenged', { by: 'reset' })),
      ),
    ],
  },
  {
    name: 'file-share-passive-node-loses-power',
    cluster: share,
    actions: ['0s power-off NODE2', '5m power-on NODE2'],
    claims: [
      claim(
        'NODE1 has one vote and the lock, which it keeps',
        'TechNet bb676571',
        all(
          tells('votes-counted NODE1', { votes: 1, of: 3, witness: 'needed' }),
          counts(1, 'quorum-defended NODE1'),
        ),
      ),
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
      claim(
        'NODE2 joins again',
        'assumption: joinDuration',
        services({ NODE1: 'running', NODE2: 'running' }),
      ),
    ],
  },
  {
    name: 'file-share-prevents-split-brain',
    cluster: { ...share, publicRole: 'client' },
    actions: ['0s cut private'],
    claims: [
      claim(
        'Both nodes reach the share, and only one can lock it: no split brain',
        'TechNet bb676571',
        services({ NODE1: 'running', NODE2: 'stopped' }),
      ),
      claim(
        'NODE1 has the lock and the first chance; NODE2 is refused after 6 s (documented for 2012) and stops: 4 to 5 s, 3 s, 6 s',
        'Failover Cluster API: ArbitrationDelay (2012)',
        all(
          counts(1, 'cluster-service-stopped'),
          happensFirst('cluster-service-stopped NODE2', '13s', '14s'),
        ),
      ),
      claim('Clients notice nothing', 'TechNet bb676571', noOutage),
    ],
  },
  {
    name: 'file-share-fails-then-a-node',
    cluster: share,
    actions: ['0s fail witness', '5m power-off NODE2'],
    claims: [
      claim(
        'Two nodes of three votes need no witness',
        'TechNet bb676571',
        outcome('online on NODE1', '4m'),
      ),
      claim(
        'One of three is not enough once the share is gone: NODE1 stops',
        'TechNet bb676571',
        all(tells('cluster-service-stopped NODE1', {}), outcome('down on NODE1', '6m')),
      ),
      claim(
        'It had tried for 6 s: 4 to 5 s, 3 s, 6 s',
        'assumption: witnessLockDelay',
        happensFirst('cluster-service-stopped NODE1', '313s', '314s', { reason: 'quorum-lost' }),
      ),
    ],
  },
  {
    name: 'file-share-fails-after-a-node',
    cluster: share,
    actions: ['0s power-off NODE2', '5m fail witness', '10m repair witness'],
    claims: [
      claim(
        'One node and the witness go on',
        'TechNet bb676571',
        outcome('online on NODE1', '299s'),
      ),
      claim(
        'NODE1 looks at its lock every 5 s, as the model assumes; without it it stops',
        'rule: keep-witness',
        happensFirst('cluster-service-stopped NODE1', '300s', '305s', { reason: 'quorum-lost' }),
      ),
      claim(
        'Once the share is back NODE1 forms the cluster again',
        'Microsoft clustering blog 2010, quorum model',
        outcome('online on NODE1', '12m'),
      ),
    ],
  },
  {
    name: 'file-share-of-four-nodes-is-asked-only-when-needed',
    cluster: { ...share, nodes: 4 },
    actions: ['0s power-off NODE4', '5m power-off NODE3', '10m power-off NODE2'],
    claims: [
      claim(
        'Three of five votes are enough without the witness',
        'TechNet bb676571',
        tells('votes-counted', { votes: 3, of: 5, needed: 3, witness: 'not-needed' }),
      ),
      claim(
        'Two nodes and the witness are three of five',
        'TechNet bb676571',
        all(
          tells('votes-counted', { votes: 2, of: 5, witness: 'needed' }),
          outcome('online on NODE1', '9m'),
        ),
      ),
      claim(
        'One node and the witness are two of five: it ends',
        'TechNet bb676571',
        all(
          outcome('down on NODE1', '11m'),
          neverWith('cluster-service-stopped', { reason: 'evicted' }),
        ),
      ),
    ],
  },
];
