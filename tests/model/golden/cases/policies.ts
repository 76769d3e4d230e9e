import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  never,
  neverWith,
  noOutage,
  outage,
  outcome,
  owners,
  refuses,
  resources,
} from '../checks.ts';

const jobs: Difference = {
  generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
};

/** What an administrator changes while the cluster runs. */
export const policies: readonly Golden[] = [
  {
    name: 'polls-are-made-frequent',
    cluster: {},
    actions: [
      '0s set information-store.LooksAlivePollInterval 200ms',
      '0s set information-store.IsAlivePollInterval 1s',
      '2m crash information-store',
      '5m hang-service information-store',
    ],
    claims: [
      claim(
        'The crash is found at the next LooksAlive poll, as the model assumes, and that comes every 0.2 s',
        'Failover Cluster API: LooksAlivePollInterval',
        happensFirst('resource-failed information-store', '120s', '120.2s'),
      ),
      claim(
        'The hang is found only by IsAlive, as the model assumes, and that comes every second',
        'Failover Cluster API: IsAlivePollInterval',
        happensFirst('resource-failed information-store', '300s', '301s', undefined, 2),
      ),
      claim(
        'Outages: up to 0.2 s and 20.5 s; up to 1 s, 0.5 s, 8 s, 11 or 12 logs of 0.5 s, 2 s',
        'rule: answer-clients',
        outage('36.5s', '38.2s'),
      ),
    ],
  },
  {
    name: 'restart-policies-are-changed',
    cluster: jobs,
    actions: [
      '0s set job.RestartThreshold 1',
      '0s set job.RestartPeriod 30s',
      '10s crash job',
      '1m crash job',
      '2m crash job',
      '130s crash job',
    ],
    claims: [
      claim(
        'Failures more than 30 s apart are not added up',
        'Failover Cluster API: RestartPeriod',
        all(counts(3, 'resource-online job', { node: 'NODE1' }), owners({ Jobs: 'NODE1' }, '129s')),
      ),
      claim(
        'Two within 30 s are one more than the threshold',
        'KB 947712',
        happens('failover-started Jobs', '130s', '135s'),
      ),
      claim('The group is on NODE2', 'TechNet cc740098', owners({ Jobs: 'NODE2' })),
    ],
  },
  {
    name: 'failover-policies-are-changed',
    cluster: { ...jobs, resource: { job: { properties: { RestartThreshold: 0 } } } },
    actions: [
      '0s set Jobs.FailoverThreshold 1',
      '0s set Jobs.FailoverPeriod 1h',
      '10s crash job',
      '70m crash job',
      '80m crash job',
    ],
    claims: [
      claim(
        'One failover is allowed',
        'Failover Cluster API: FailoverThreshold',
        owners({ Jobs: 'NODE2' }, '1m'),
      ),
      claim(
        'After more than an hour it is forgotten: another',
        'Failover Cluster API: FailoverPeriod',
        all(counts(2, 'failover-started Jobs'), owners({ Jobs: 'NODE1' })),
      ),
      claim(
        'Ten minutes later it is used up',
        'TechNet cc740098',
        happens('group-failed Jobs', '4800s', '4805s', { obstacle: 'used-up' }),
      ),
    ],
  },
  {
    name: 'failover-threshold-2008-is-one-less-than-the-nodes',
    cluster: {
      ...jobs,
      profile: 'windows-server-2008',
      nodes: 3,
      resource: { job: { properties: { RestartThreshold: 0 } } },
    },
    actions: ['0s crash job', '1m crash job', '2m crash job'],
    claims: [
      claim(
        'Three nodes: two failovers',
        'Failover Cluster API: FailoverThreshold',
        counts(2, 'failover-started Jobs'),
      ),
      claim(
        'To the next node each time',
        'KB 299631',
        all(owners({ Jobs: 'NODE2' }, '59s'), owners({ Jobs: 'NODE3' }, '119s')),
      ),
      claim(
        'The third failure leaves the group failed',
        'Failover Cluster API: FailoverThreshold',
        happens('group-failed Jobs', '120s', '125s', { obstacle: 'used-up' }),
      ),
    ],
  },
  {
    name: 'possible-owners-are-changed',
    cluster: {},
    actions: [
      '0s set ip-address.PossibleOwners NODE1',
      '10s move EXMBX NODE2',
      '20s set ip-address.PossibleOwners NODE1,NODE2',
      '30s move EXMBX NODE2',
    ],
    claims: [
      claim(
        'A node that one resource may not run on is refused for the whole group',
        'KB Q197047',
        refuses('not-a-possible-owner'),
      ),
      claim(
        'Allowed again, the move takes 24 s',
        'assumption: informationStoreOnlineDuration',
        outage('24s'),
      ),
      claim(
        'The mailbox server is on NODE2',
        'Failover Cluster API: Failover',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'cluster-properties-of-2008-on-2003',
    cluster: {},
    actions: ['0s set SameSubnetThreshold 10', '0s set SameSubnetDelay 2s', '1m power-off NODE1'],
    claims: [
      claim(
        'Windows Server 2003 does not have them',
        'TechNet dd197562',
        refuses('not-in-profile', 'not-in-profile'),
      ),
      claim(
        'Its heartbeats stay as they were',
        'KB 892422',
        happens('node-declared-down NODE1', '66s', '67.2s'),
      ),
      claim('The refusals changed nothing else', 'rule: answer-clients', outage('44s', '45.2s')),
    ],
  },
  {
    name: 'resources-and-groups-are-taken-offline-by-hand',
    cluster: {},
    actions: [
      '0s take-offline information-store',
      '5m bring-online mailbox-database',
      '10m take-offline EXMBX',
      '15m bring-online EXMBX',
    ],
    claims: [
      claim(
        'The store goes offline with what depends on it, and stays so',
        'Failover Cluster API: Failover',
        resources(
          {
            'information-store': 'offline',
            'mailbox-database': 'offline',
            'network-name': 'online',
          },
          '299s',
        ),
      ),
      claim(
        'A database that is brought online brings its store along: 8 s and 2 s',
        'Failover Cluster API: Failover',
        happensFirst('service-restored', '310s'),
      ),
      claim(
        'A group taken offline in the cluster stays so until it is brought online, as Stop-ClusteredMailboxServer is documented to leave it (by analogy): 15 s',
        'Exchange 2007 help: Stop-ClusteredMailboxServer',
        happensFirst('service-restored', '915s', '915s', undefined, 2),
      ),
      claim('Outages of 310 s and 315 s', 'rule: answer-clients', outage('625s')),
      claim(
        'Nobody restarts what was stopped on purpose',
        'KB 947712',
        never('resource-failed', 'group-moved'),
      ),
    ],
  },
  {
    name: 'stopped-mailbox-server-stays-stopped-across-a-reboot',
    cluster: {},
    actions: ['0s take-offline EXMBX', '1m restart NODE1', '10m bring-online EXMBX'],
    claims: [
      claim(
        'NODE1 restarts and is a member again',
        'assumption: bootDuration',
        happens('node-joined NODE1', '205s', '207s'),
      ),
      claim(
        'NODE2 has the group and leaves it offline, as Stop-ClusteredMailboxServer is documented to leave it across reboots (by analogy)',
        'Exchange 2007 help: Stop-ClusteredMailboxServer',
        all(owners({ EXMBX: 'NODE2' }, '9m'), outcome('down on NODE2', '9m')),
      ),
      claim(
        'It comes online when somebody says so, as with Start-ClusteredMailboxServer (by analogy)',
        'Exchange 2007 help: Stop-ClusteredMailboxServer',
        happens('service-restored EXMBX', '615s'),
      ),
      claim(
        'It had been closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
    ],
  },
  {
    name: 'node-is-paused',
    cluster: { nodes: 3, generic: [{ id: 'Jobs', owner: 'NODE3', resources: { job: [] } }] },
    actions: [
      '0s pause-node NODE2',
      '1s move EXMBX NODE2',
      '1m power-off NODE3',
      '5m resume-node NODE2',
      '6m move EXMBX NODE2',
    ],
    claims: [
      claim('A paused node is given nothing, as is remembered', 'rule: refuse', refuses('paused')),
      claim(
        'Not even by a failover, as the model assumes: the only other node takes it',
        'rule: take-group',
        all(owners({ Jobs: 'NODE1' }), neverWith('group-taken Jobs', { to: 'NODE2' })),
      ),
      claim(
        'Resumed, it takes a group again',
        'Failover Cluster API: Failover',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'paused-node-keeps-what-it-has',
    cluster: {},
    actions: ['0s pause-node NODE1'],
    claims: [
      claim(
        'The mailbox server stays, as is remembered of a pause',
        'rule: answer-clients',
        noOutage,
      ),
      claim('It is still a member and serves', 'rule: answer-clients', outcome('online on NODE1')),
      claim(
        'Pausing moves no group, as is remembered',
        'rule: answer-clients',
        never('move-started', 'failover-started'),
      ),
    ],
  },
];
