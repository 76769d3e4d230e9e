import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  counts,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  neverWith,
  outage,
  outcome,
  owners,
  services,
  takes,
  tells,
} from '../checks.ts';

/** One disk decides, by reservations that are renewed every 3 s (Windows Server 2003). */
export const quorumDisk2003: readonly Golden[] = [
  {
    name: 'quorum-owner-loses-its-path',
    cluster: {},
    actions: ['0s cut NODE1.path-1', '5m mend NODE1.path-1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'The renewal of the quorum disk fails within 3 s and the cluster service stops',
        'assumption: lostQuorumReservationStopsService',
        happens('cluster-service-stopped NODE1', '0s', '3s', { reason: 'quorum-lost' }),
      ),
      claim(
        'NODE2 hears nothing more, challenges and takes everything',
        'KB 309186',
        inOrder('node-declared-down NODE1', 'quorum-challenged NODE2', 'group-taken EXMBX'),
      ),
      claim(
        'Outage: up to 3 s, 6 to 7.2 s, 3 s, 10 s, 25 s',
        'rule: answer-clients',
        outage('44s', '48.2s'),
      ),
      claim(
        'Without a path NODE1 can still join: 60 s after it stopped, and 5 s',
        'assumption: clusterServiceRestartDelay',
        happens('node-joined NODE1', '65s', '68s'),
      ),
    ],
  },
  {
    name: 'active-node-loses-its-path-but-not-the-quorum',
    cluster: { quorumOwner: 'NODE2' },
    actions: ['0s cut NODE1.path-1'],
    claims: [
      claim(
        'Renewals of its disks fail within 3 s, every disk by itself',
        'KB 309186',
        all(
          happensFirst('reservation-lost L', '0s', '3s'),
          happensFirst('reservation-lost E', '0s', '3s'),
        ),
      ),
      claim(
        'Three attempts to bring the disk online fail, then the group moves',
        'KB 947712',
        takes('reservation-lost', 'failover-started EXMBX', '10.5s'),
      ),
      claim(
        'Outage: up to 3 s, three times 0.5 + 3 s, 5 s offline, 25 s online after a dirty stop',
        'rule: answer-clients',
        outage('40.5s', '43.5s'),
      ),
      claim(
        'No cluster service stops: the quorum is elsewhere',
        'KB 309186',
        never('cluster-service-stopped', 'quorum-challenged'),
      ),
    ],
  },
  {
    name: 'quorum-owner-loses-its-path-and-only-the-disk-fails',
    cluster: { parameters: { lostQuorumReservationStopsService: 0 } },
    actions: ['0s cut NODE1.path-1'],
    claims: [
      claim(
        'The quorum disk fails like any other disk',
        'assumption: lostQuorumReservationStopsService',
        all(
          happensFirst('resource-failed disk-Q', '0s', '3s', { how: 'reservation' }),
          never('cluster-service-stopped'),
        ),
      ),
      claim(
        'Both groups fail over to the node that reaches the array',
        'KB 947712',
        owners({ ClusterGroup: 'NODE2', EXMBX: 'NODE2' }),
      ),
      claim('Outage as without the quorum', 'rule: answer-clients', outage('40.5s', '43.5s')),
    ],
  },
  {
    name: 'challenger-does-not-reach-the-quorum-disk',
    cluster: {},
    actions: ['0s cut NODE2.path-1', '10s power-off NODE1'],
    claims: [
      claim(
        'The passive node uses no disk: nobody notices that its path is cut',
        'KB Q197047',
        outcome('online on NODE1', '9s'),
      ),
      claim(
        'Seven seconds after its reset NODE2 cannot reserve what it does not reach',
        'KB 309186',
        all(
          takes('quorum-challenged NODE2', 'quorum-reserve-refused NODE2', '7s'),
          tells('quorum-reserve-refused NODE2', { reason: 'unreachable' }),
        ),
      ),
      claim(
        'Its cluster service stops: nobody serves',
        'KB 309186',
        all(services({ NODE1: 'stopped', NODE2: 'stopped' }, '1m'), outcome('down on NODE1', '1m')),
      ),
    ],
  },
  {
    name: 'challenger-gets-its-path-back-after-its-reset',
    cluster: {},
    actions: ['0s cut NODE2.path-1', '10s power-off NODE1', '25s mend NODE2.path-1'],
    claims: [
      claim(
        'The reset at 19 to 20.2 s went nowhere, so the dead node still has its reservation at 26 s',
        'KB 309186',
        all(
          happens('quorum-reserve-refused NODE2', '26s', '27.2s', { reason: 'held' }),
          happensFirst('cluster-service-stopped NODE2', '26s', '27.2s'),
        ),
      ),
      claim(
        'Started again after 60 s it resets the bus once more, and has the disk 7 s later',
        'assumption: clusterServiceRestartDelay',
        happens('quorum-reserved NODE2', '93s', '94.2s'),
      ),
      claim('The mailbox server comes up on NODE2', 'KB 309186', outcome('online on NODE2')),
    ],
  },
  {
    name: 'challenger-may-not-take-as-long-as-it-needs',
    cluster: { parameters: { arbitrationTimeMax: 8_000 } },
    actions: ['0s power-off NODE1'],
    until: '2m',
    claims: [
      claim(
        'The disk would be online 10 s after the reset, but only 8 s are allowed',
        'Failover Cluster API: QuorumArbitrationTimeMax',
        all(
          takes('quorum-challenged NODE2', 'cluster-service-stopped NODE2', '7s', '10s'),
          never('quorum-taken'),
        ),
      ),
      claim('Nobody serves', 'KB 309186', outcome('down on NODE1', '30s')),
      claim(
        'The reason is told',
        'Failover Cluster API: QuorumArbitrationTimeMax',
        tells('cluster-service-stopped NODE2', { reason: 'arbitration-lost' }),
      ),
    ],
  },
  {
    name: 'quorum-disk-fails-2003',
    cluster: {},
    actions: ['0s fail Q', '5m repair Q'],
    claims: [
      claim(
        'The owner of the quorum disk stops within 3 s, as the model assumes of a disk that is gone',
        'assumption: lostQuorumReservationStopsService',
        happensFirst('cluster-service-stopped NODE1', '0s', '3s', { reason: 'quorum-lost' }),
      ),
      claim(
        'NODE2 cannot reserve it either: up to 3 s, 6 to 7.2 s, 3 s, 7 s',
        'KB 309186',
        happensFirst('cluster-service-stopped NODE2', '16s', '20.2s', {
          reason: 'arbitration-lost',
        }),
      ),
      claim(
        'The quorum disk is a single point of failure: the mailbox server is down, although its own disks are well',
        'TechNet bb676571',
        outcome('down on NODE1', '4m'),
      ),
      claim(
        'Once the disk is back, a cluster is formed at the next attempt to start',
        'assumption: clusterServiceRestartDelay',
        (run) => {
          const world = run.world();
          if (world.service.value !== 'online') throw new Error(world.service.value);
          happensFirst('quorum-taken', '310s', '370s')(run);
        },
      ),
    ],
  },
  {
    name: 'three-of-four-nodes-lose-power-with-a-quorum-disk',
    cluster: { nodes: 4 },
    actions: ['0s power-off NODE1', '0s power-off NODE2', '0s power-off NODE3'],
    claims: [
      claim(
        'All nodes but one may fail as long as the disk is up',
        'TechNet bb676571',
        outcome('online on NODE4'),
      ),
      claim(
        'Each of the three is counted out once (event 1135)',
        'KB 892422',
        all(
          counts(1, 'node-removed NODE1'),
          counts(1, 'node-removed NODE2'),
          counts(1, 'node-removed NODE3'),
        ),
      ),
      claim(
        'NODE4 challenges once and wins',
        'KB 309186',
        all(
          counts(1, 'quorum-challenged'),
          takes('quorum-challenged NODE4', 'quorum-taken NODE4', '10s'),
        ),
      ),
      claim('Outage as with two nodes', 'rule: answer-clients', outage('44s', '45.2s')),
    ],
  },
  {
    name: 'active-node-of-three-loses-power',
    cluster: { nodes: 3, group: { EXMBX: { preferredOwners: ['NODE1', 'NODE3'] } } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'One node challenges for all that are left, as the model assumes',
        'rule: challenge-quorum',
        counts(1, 'quorum-challenged'),
      ),
      claim(
        'The Cluster Group goes to the winner, NODE2; the mailbox server to its preferred owner',
        'KB 299631',
        all(
          owners({ ClusterGroup: 'NODE2', EXMBX: 'NODE3' }),
          tells('group-taken ClusterGroup', { to: 'NODE2' }),
        ),
      ),
      claim(
        'The group is taken by NODE3 because NODE2 won the quorum for both',
        'KB 309186',
        comesOf('group-taken EXMBX', 'quorum-taken NODE2'),
      ),
      claim(
        'Both peers lose contact with NODE1, and one of them leads the regroup, as the model assumes',
        'rule: regroup',
        all(
          tells('regroup-ended', { members: 'NODE2 NODE3' }),
          neverWith('node-removed', { node: 'NODE2' }),
        ),
      ),
      claim('Outage: 6 to 7.2 s, 3 s, 10 s, 25 s', 'rule: answer-clients', outage('44s', '45.2s')),
      claim('No message is lost', 'TechNet aa997195', mail({ lost: 0 })),
    ],
  },
];
