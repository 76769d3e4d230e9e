import { NEVER } from '#model';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  never,
  neverWith,
  owners,
  resources,
  takes,
  tells,
} from '../checks.ts';
import { crashes, jobs } from './jobs.ts';

/** When a group moves because something of it fails, and when it may no more (cc740098, KB Q197047). */
export const failovers: readonly Golden[] = [
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
        job: { properties: { RestartThreshold: 0, RetryPeriodOnFailure: NEVER } },
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
