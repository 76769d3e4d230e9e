import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  inOrder,
  never,
  neverWith,
  noOutage,
  owners,
  resources,
  takes,
} from '../checks.ts';
import { crashes, jobs } from './jobs.ts';

/** How often something is tried again, and what follows (KB 947712, cc740098). */
export const restarts: readonly Golden[] = [
  {
    name: 'resource-fails-four-times-2003',
    cluster: jobs(),
    actions: crashes('0s', '20s', '40s', '60s'),
    claims: [
      claim(
        'Each crash is found at the next LooksAlive poll, as the model assumes: within 5 s',
        'rule: fail-resource',
        all(
          happensFirst('resource-failed job', '0s', '5s'),
          happensFirst('resource-failed job', '60s', '65s', undefined, 4),
        ),
      ),
      claim(
        'Three restarts on NODE1',
        'KB 947712',
        all(counts(4, 'resource-failed job'), counts(3, 'resource-online job', { node: 'NODE1' })),
      ),
      claim(
        'Each comes 0.5 s after the failure, as documented for 2012',
        'assumption: restartDelay',
        takes('resource-failed job', 'resource-going-online job', '500ms'),
      ),
      claim(
        'The fourth failure moves the group, with what is well in it',
        'TechNet cc740098',
        all(
          happens('failover-started Jobs', '60s', '65s'),
          owners({ Jobs: 'NODE2', EXMBX: 'NODE1' }),
        ),
      ),
      claim('The mailbox server is in another group: no outage', 'TechNet cc740098', noOutage),
    ],
  },
  {
    name: 'resource-fails-twice-2008',
    cluster: jobs({ profile: 'windows-server-2008' }),
    actions: crashes('0s', '20s'),
    claims: [
      claim(
        'One restart as shipped',
        'KB 947712',
        counts(1, 'resource-online job', { node: 'NODE1' }),
      ),
      claim(
        'The second failure moves the group',
        'KB 947712',
        happens('failover-started Jobs', '20s', '25s'),
      ),
      claim('It runs on NODE2', 'rule: fail-over-group', owners({ Jobs: 'NODE2' })),
    ],
  },
  {
    name: 'failures-further-apart-than-the-restart-period',
    cluster: jobs(),
    actions: crashes('0s', '5m', '10m', '16m', '21m'),
    claims: [
      claim(
        'Restarts are counted for 15 minutes: there are never more than three within them',
        'Failover Cluster API: RestartPeriod',
        never('failover-started'),
      ),
      claim(
        'Every failure is followed by a restart',
        'KB 947712',
        counts(5, 'resource-online job'),
      ),
      claim('The group is where it was', 'KB 947712', owners({ Jobs: 'NODE1' })),
    ],
  },
  {
    name: 'failing-resource-that-does-not-affect-its-group',
    cluster: jobs({ resource: { job: { restartAction: 'restart' } } }),
    actions: crashes('0s', '20s', '40s', '60s'),
    claims: [
      claim('Three restarts', 'KB 947712', counts(3, 'resource-online job')),
      claim(
        'Then only it stays offline; the group does not fail over',
        'TechNet cc740098',
        all(
          never('failover-started', 'group-failed'),
          resources({ job: 'failed', base: 'online' }),
        ),
      ),
      claim(
        'The group is where it was',
        'Failover Cluster API: RestartAction',
        owners({ Jobs: 'NODE1' }),
      ),
    ],
  },
  {
    name: 'failing-resource-that-is-not-restarted',
    cluster: jobs({ resource: { base: { restartAction: 'leave' } } }),
    actions: ['0s crash base'],
    claims: [
      claim(
        'Not to be restarted: it stays failed',
        'Failover Cluster API: RestartAction',
        all(neverWith('resource-going-online base', { attempt: 2 }), resources({ base: 'failed' })),
      ),
      claim(
        'What depends on it goes offline and waits',
        'KB Q171791',
        resources({ job: 'offline' }),
      ),
      claim(
        'The group does not move',
        'Failover Cluster API: RestartAction',
        never('failover-started'),
      ),
    ],
  },
  {
    name: 'provider-fails-and-takes-its-dependent-along',
    cluster: jobs(),
    actions: ['0s crash base'],
    claims: [
      claim(
        'The dependent goes offline first and comes back after its provider',
        'KB Q171791',
        inOrder(
          'resource-failed base',
          'resource-offline job',
          'resource-online base',
          'resource-online job',
        ),
      ),
      claim(
        'The restart comes 0.5 s after the failure; the dependent needs as long to go offline',
        'assumption: genericOfflineDuration',
        takes('resource-failed base', 'resource-online base', '1.5s'),
      ),
      claim(
        'Both are online again on NODE1',
        'KB Q171791',
        resources({ base: 'online', job: 'online' }),
      ),
    ],
  },
];
