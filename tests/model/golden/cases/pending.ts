import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  never,
  outage,
  outcome,
  refuses,
  resources,
  takes,
  tells,
} from '../checks.ts';

const minute = 60_000;

/** A group with one service that needs so long to come online. */
const slow = (onlineDuration: number, more: Difference = {}): Difference => ({
  generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
  ...more,
  resource: {
    ...more.resource,
    job: {
      onlineDuration,
      restartAction: 'restart',
      ...more.resource?.['job'],
      properties: { RestartThreshold: 0, ...more.resource?.['job']?.properties },
    },
  },
});

const offAndOn = ['0s take-offline Jobs', '1m bring-online Jobs'];

/** Resources that take their time, and those that are tried again much later. */
export const pending: readonly Golden[] = [
  {
    name: 'resource-takes-longer-than-its-pending-timeout',
    cluster: slow(4 * minute),
    actions: offAndOn,
    claims: [
      claim(
        'After 180 s without a report it counts as failed',
        'Failover Cluster API: PendingTimeout',
        happens('resource-failed job', '240s', '240s', { how: 'time-out' }),
      ),
      claim(
        'It does not come online',
        'Failover Cluster API: PendingTimeout',
        never('resource-online job'),
      ),
      claim('It stays failed', 'Failover Cluster API: RestartAction', resources({ job: 'failed' })),
    ],
  },
  {
    name: 'resource-is-given-a-longer-pending-timeout-2003',
    cluster: slow(8 * minute),
    actions: ['0s set job.PendingTimeout 10m', ...offAndOn],
    claims: [
      claim(
        'With ten minutes allowed, eight are enough',
        'Failover Cluster API: PendingTimeout',
        happens('resource-online job', '540s'),
      ),
      claim('Nothing fails', 'assumption: deadlockTimeout', never('resource-failed')),
      claim('It is online', 'Failover Cluster API: PendingTimeout', resources({ job: 'online' })),
    ],
  },
  {
    name: 'resource-is-given-a-longer-pending-timeout-2008',
    cluster: slow(8 * minute, { profile: 'windows-server-2008' }),
    actions: [
      '0s set job.PendingTimeout 10m',
      '0s set job.RetryPeriodOnFailure 4294967295ms',
      ...offAndOn,
    ],
    claims: [
      claim(
        'A call of the resource monitor may take five minutes, whatever the time-out says',
        'Failover Cluster API: DeadlockTimeout',
        happens('resource-failed job', '360s', '360s', { how: 'time-out' }),
      ),
      claim(
        'It does not come online',
        'Failover Cluster API: DeadlockTimeout',
        never('resource-online job'),
      ),
      claim(
        'It stays failed: 0xFFFFFFFF stands for never',
        'Failover Cluster API: RetryPeriodOnFailure',
        all(never('resource-retried'), resources({ job: 'failed' })),
      ),
    ],
  },
  {
    name: 'database-replays-logs-for-longer-than-the-timeout',
    cluster: { parameters: { checkpointDepthLogs: 400 } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        '400 logs take 200 s; a store that comes online is exempt from the 180 s (Exchange 2003), read here as a database that keeps reporting',
        'TechNet bb124063',
        all(takes('recovery-started', 'recovery-ended', '200s'), never('resource-failed')),
      ),
      claim(
        'The replay decides how long it takes: 6 to 7.2 s, 3 s, 10 s, 13 s, 200 s, 2 s',
        'TechNet bb124063',
        outage('234s', '235.2s'),
      ),
      claim('It comes online on NODE2', 'TechNet bb124063', outcome('online on NODE2')),
    ],
  },
  {
    name: 'database-takes-too-long-to-dismount',
    cluster: { parameters: { databaseDismountDuration: 10 * minute } },
    actions: ['0s move EXMBX NODE2'],
    claims: [
      claim(
        'Going offline is not exempt (Exchange 2003): after 180 s the database is ended',
        'TechNet bb124063',
        happens('resource-offline mailbox-database', '180s'),
      ),
      claim(
        'What it had not written is replayed on the other node',
        'TechNet bb124063',
        takes('recovery-started', 'recovery-ended', '10s'),
      ),
      claim('180 s, 5 s offline, 25 s online', 'rule: answer-clients', outage('210s')),
    ],
  },
  {
    name: 'failed-resource-is-tried-again-after-an-hour-2008',
    cluster: {
      profile: 'windows-server-2008',
      generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
      resource: { job: { restartAction: 'restart', properties: { RestartThreshold: 0 } } },
    },
    actions: ['0s crash job'],
    until: '2h',
    claims: [
      claim('It fails and stays failed', 'KB 947712', resources({ job: 'failed' }, '59m')),
      claim(
        'An hour after its failure it is tried once more',
        'Failover Cluster API: RetryPeriodOnFailure',
        takes('resource-failed job', 'resource-retried job', '1h'),
      ),
      claim(
        'This time it comes online',
        'Failover Cluster API: RetryPeriodOnFailure',
        resources({ job: 'online' }),
      ),
    ],
  },
  {
    name: 'failed-resource-is-tried-again-when-told-2008',
    cluster: {
      profile: 'windows-server-2008',
      generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
      resource: { job: { properties: { RestartThreshold: 0 } } },
    },
    actions: [
      '0s set job.RestartAction restart',
      '1s set job.RetryPeriodOnFailure 14m',
      '2s set job.RetryPeriodOnFailure 20m',
      '3s set job.RestartPeriod 30m',
      '10s crash job',
    ],
    claims: [
      claim(
        'Less than its RestartPeriod of 15 min is refused, and so is a RestartPeriod above the 20 min',
        'Failover Cluster API: RetryPeriodOnFailure',
        all(refuses('below-restart-period', 'above-retry-period'), counts(2, 'property-set')),
      ),
      claim(
        'As set, its failure does not move the group',
        'Failover Cluster API: RestartAction',
        never('failover-started', 'group-failed'),
      ),
      claim(
        'It is tried again 20 minutes after its failure',
        'Failover Cluster API: RetryPeriodOnFailure',
        takes('resource-failed job', 'resource-retried job', '20m'),
      ),
      claim(
        'It is online again',
        'Failover Cluster API: RetryPeriodOnFailure',
        resources({ job: 'online' }),
      ),
    ],
  },
  {
    name: 'either-provider-is-enough-2008',
    cluster: {
      profile: 'windows-server-2008',
      generic: [
        { id: 'Jobs', owner: 'NODE1', resources: { one: [], other: [], either: ['one', 'other'] } },
      ],
      resource: {
        either: { dependsOnAny: true },
        one: { restartAction: 'leave' },
        other: { restartAction: 'leave' },
      },
    },
    actions: ['0s crash one', '5m crash other'],
    claims: [
      claim(
        'One of two providers is enough (from Windows Server 2008)',
        'TechNet bb629581',
        resources({ one: 'failed', other: 'online', either: 'online' }, '299s'),
      ),
      claim(
        'Without both it goes offline',
        'KB Q171791',
        resources({ one: 'failed', other: 'failed', either: 'offline' }),
      ),
      claim('Its providers alone have failed', 'KB Q171791', counts(2, 'resource-failed')),
    ],
  },
  {
    name: 'both-providers-are-needed',
    cluster: {
      generic: [
        { id: 'Jobs', owner: 'NODE1', resources: { one: [], other: [], both: ['one', 'other'] } },
      ],
      resource: { one: { restartAction: 'leave' } },
    },
    actions: ['0s crash one'],
    claims: [
      claim(
        'On Windows Server 2003 every provider is needed',
        'TechNet bb629581',
        resources({ one: 'failed', other: 'online', both: 'offline' }),
      ),
      claim(
        'Found at the next poll, as the model assumes',
        'rule: fail-resource',
        happensFirst('resource-failed one', '0s', '5s'),
      ),
      claim(
        'The failure is told once',
        'KB Q171791',
        tells('resource-failed one', { failures: 1 }),
      ),
    ],
  },
];
