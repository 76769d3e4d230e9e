import type { Difference } from '../../support/scenario.ts';
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
  tells,
} from '../checks.ts';

/** A group of two services, one on top of the other, beside the mailbox server. */
const jobs = (more: Difference = {}): Difference => ({
  generic: [{ id: 'Jobs', owner: 'NODE1', resources: { base: [], job: ['base'] } }],
  ...more,
});

const crashes = (...when: readonly string[]): string[] => when.map((one) => `${one} crash job`);

/** How often something is tried again, and what follows (KB 947712, cc740098, KB Q197047). */
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
    name: 'sixth-failure-with-a-failover-threshold-of-five',
    cluster: jobs({
      group: { Jobs: { properties: { FailoverThreshold: 5, FailoverPeriod: 10_800_000 } } },
      resource: { job: { properties: { RestartThreshold: 0 } } },
    }),
    actions: crashes('0s', '1m', '2m', '3m', '4m', '5m'),
    claims: [
      claim(
        'Five failures, five failovers',
        'TechNet cc740098',
        counts(5, 'failover-started Jobs'),
      ),
      claim(
        'Each goes to the other node: after five it is on NODE2',
        'KB 299631',
        owners({ Jobs: 'NODE2' }, '290s'),
      ),
      claim(
        'The sixth failure within three hours leaves the group as it is',
        'TechNet cc740098',
        happens('group-failed Jobs', '300s', '305s', { obstacle: 'used-up' }),
      ),
      claim(
        'The whole group goes offline, also what was well',
        'TechNet cc740098',
        resources({ job: 'failed', base: 'offline' }),
      ),
    ],
  },
  {
    name: 'sixth-failure-where-healthy-resources-stay-online',
    cluster: jobs({
      parameters: { failedGroupGoesOffline: 0 },
      group: { Jobs: { properties: { FailoverThreshold: 0 } } },
      resource: { job: { properties: { RestartThreshold: 0 } } },
    }),
    actions: crashes('0s'),
    claims: [
      claim(
        'With no failover allowed the first failure leaves the group failed',
        'TechNet cc740098',
        happens('group-failed Jobs', '0s', '5s'),
      ),
      claim(
        'With the switch off, what is well stays online',
        'rule: take-offline',
        resources({ job: 'failed', base: 'online' }),
      ),
      claim('Nothing moves', 'TechNet cc740098', never('failover-started')),
    ],
  },
  {
    name: 'group-of-three-nodes-fails-over-twice-2003',
    cluster: jobs({ nodes: 3, resource: { job: { properties: { RestartThreshold: 0 } } } }),
    actions: crashes('0s', '2m', '4m'),
    claims: [
      claim(
        'Three nodes: with one failover for each other node it comes to both of them',
        'assumption: groupFailoverThreshold',
        all(owners({ Jobs: 'NODE2' }, '119s'), owners({ Jobs: 'NODE3' }, '239s')),
      ),
      claim(
        'The third failure within six hours finds them used up: the group stays failed',
        'assumption: groupFailoverThreshold',
        all(counts(2, 'failover-started'), tells('group-failed Jobs', { obstacle: 'used-up' })),
      ),
      claim('Nothing else moves', 'TechNet cc740098', never('group-moved EXMBX')),
    ],
  },
  {
    name: 'group-fails-again-after-its-failover-period',
    cluster: jobs({
      profile: 'windows-server-2008',
      resource: {
        job: { properties: { RestartThreshold: 0, RetryPeriodOnFailure: 4_294_967_295 } },
      },
    }),
    actions: crashes('0s', '21660s', '21720s'),
    claims: [
      claim(
        'Two nodes: one failover within six hours',
        'Failover Cluster API: FailoverThreshold',
        owners({ Jobs: 'NODE2' }, '21659s'),
      ),
      claim(
        'After six hours and a minute the first is forgotten: it goes back',
        'Failover Cluster API: FailoverPeriod',
        all(counts(2, 'failover-started Jobs'), owners({ Jobs: 'NODE1' })),
      ),
      claim(
        'The next failure a minute later is one too many',
        'Failover Cluster API: FailoverThreshold',
        happens('group-failed Jobs', '21720s', '21725s', { obstacle: 'used-up' }),
      ),
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
  {
    name: 'threshold-of-none-and-a-failure',
    cluster: jobs(),
    actions: ['0s set job.RestartThreshold 0', '10s crash job'],
    claims: [
      claim(
        'Without any restart allowed the first failure moves the group at once',
        'KB Q197047',
        takes('resource-failed job', 'failover-started Jobs', '0s'),
      ),
      claim('It arrives on NODE2', 'KB Q197047', owners({ Jobs: 'NODE2' })),
      claim(
        'Nothing was restarted on NODE1',
        'KB Q197047',
        neverWith('resource-going-online job', { node: 'NODE1' }),
      ),
    ],
  },
  {
    name: 'only-one-node-is-a-possible-owner',
    cluster: { resource: { 'ip-address': { possibleOwners: ['NODE1'] } } },
    actions: ['0s cut NODE1.public'],
    claims: [
      claim(
        'Both nodes must be possible owners of every resource, or the group cannot fail over',
        'KB Q197047',
        all(never('failover-started'), tells('group-failed EXMBX', { obstacle: 'no-member' })),
      ),
      claim(
        'Restarts are tried all the same',
        'KB 947712',
        counts(4, 'resource-failed ip-address'),
      ),
      claim('The group stays where it is', 'KB Q197047', owners({ EXMBX: 'NODE1' })),
    ],
  },
];
