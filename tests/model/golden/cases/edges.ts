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
  noOutage,
  outage,
  outcome,
  refuses,
  services,
  tells,
} from '../checks.ts';
import { fromFile, mailboxResources } from '../file.ts';

const oneServer = fromFile(
  'one-server',
  `
title: One server and its disks
version: 1
subject: EXMBX
profile: windows-server-2003
seed: 1
start: 60.2s
nodes: [{ id: SERVER1 }]
networks: [{ id: public, role: client }]
storage:
  id: array
  disks:
    - { id: E, letter: 'E:', holds: database }
    - { id: L, letter: 'L:', holds: logs }
groups:
  - id: EXMBX
    owner: SERVER1
    resources:${mailboxResources()}
`,
);

/** What happens rarely, and what is refused. */
export const edges: readonly Golden[] = [
  {
    name: 'one-server-loses-its-power',
    cluster: oneServer,
    actions: ['0s power-off SERVER1', '10m power-on SERVER1'],
    claims: [
      claim(
        'The mailbox server is online on SERVER1',
        'rule: answer-clients',
        before('online on SERVER1'),
      ),
      claim(
        'Nobody takes over: it starts its services itself once it has booted',
        'rule: start-alone',
        all(happens('services-started SERVER1', '720s'), outcome('down on SERVER1', '719s')),
      ),
      claim('Outage: 600 s, 120 s boot, 25 s', 'assumption: bootDuration', outage('745s')),
      claim('No message is lost', 'rule: recover-database', mail({ lost: 0 })),
    ],
  },
  {
    name: 'one-server-is-asked-to-be-a-cluster',
    cluster: oneServer,
    actions: [
      '0s move EXMBX',
      '1s force-quorum SERVER1',
      '2s pause-node SERVER1',
      '3s stop-cluster-service SERVER1',
      '4s bring-online EXMBX',
    ],
    claims: [
      claim(
        'There is no other node and no cluster',
        'rule: refuse',
        refuses('no-other-node', 'no-cluster', 'no-cluster', 'no-cluster', 'nothing-failed'),
      ),
      claim('Nothing happens', 'rule: refuse', noOutage),
      claim('It serves', 'rule: answer-clients', outcome('online on SERVER1')),
    ],
  },
  {
    name: 'two-of-three-nodes-hear-each-other-only-over-the-third',
    cluster: { nodes: 3 },
    actions: ['0s cut NODE1.private', '0s cut NODE2.public', '5m mend NODE2.public'],
    claims: [
      claim(
        'NODE1 and NODE2 have no network in common; NODE3 hears both',
        'KB 892422',
        all(
          happensFirst('node-declared-down NODE1', '6s', '7.2s', { by: 'NODE2' }),
          counts(0, 'node-declared-down NODE3'),
        ),
      ),
      claim(
        'The largest set that hears each other stays, as the model assumes; of two alike the one with the quorum: NODE1, NODE3',
        'rule: regroup',
        tells('regroup-ended', { members: 'NODE1 NODE3' }),
      ),
      claim(
        'NODE2 finds itself alone, challenges for the quorum and is refused: 6 to 7.2 s, 3 s, 7 s',
        'KB 309186',
        happensFirst('cluster-service-stopped NODE2', '16s', '17.2s', {
          reason: 'arbitration-lost',
        }),
      ),
      claim('The mailbox server notices nothing', 'rule: answer-clients', noOutage),
      claim(
        'Mended, NODE2 is a member again',
        'assumption: joinDuration',
        services({ NODE1: 'running', NODE2: 'running', NODE3: 'running' }),
      ),
    ],
  },
  {
    name: 'regroup-finds-two-nodes-that-do-not-hear-each-other',
    cluster: { nodes: 4 },
    actions: ['0s power-off NODE4', '1.5s cut NODE2.private', '1.5s cut NODE3.public'],
    claims: [
      claim(
        'The loss of NODE4 brings the other three together, and NODE1 hears them both',
        'KB 892422',
        happensFirst('regroup-started NODE1', '6s', '7.2s', { members: 'NODE1 NODE2 NODE3' }),
      ),
      claim(
        'By its end NODE2 and NODE3 have not heard each other for 7.2 s: two sets of two, and the lower stays, as the model assumes',
        'rule: regroup',
        tells('regroup-ended', { members: 'NODE1 NODE2' }),
      ),
      claim(
        'NODE3 is told to go, as the model assumes',
        'rule: regroup',
        happensFirst('cluster-service-stopped NODE3', '9s', '10.2s', { reason: 'evicted' }),
      ),
      claim('The mailbox server notices nothing', 'rule: answer-clients', noOutage),
    ],
  },
  {
    name: 'node-joins-one-that-dies',
    cluster: {},
    actions: ['0s power-off NODE2', '5m power-on NODE2', '422s power-off NODE1'],
    claims: [
      claim(
        'NODE2 has begun to join at 420 s; the only member dies 2 s later',
        'assumption: joinDuration',
        happens('cluster-service-stopped NODE2', '420s', '425s', { reason: 'join-failed' }),
      ),
      claim(
        'Started again after 60 s, it forms the cluster by itself',
        'assumption: clusterServiceRestartDelay',
        inOrder('cluster-service-stopped NODE2', 'quorum-challenged NODE2', 'quorum-taken NODE2'),
      ),
      claim('The mailbox server comes up on NODE2', 'KB 309186', outcome('online on NODE2')),
      claim(
        'Outage: up to 3 s until the join has failed, 60 s, 10 s, 25 s',
        'rule: answer-clients',
        outage('95s', '98s'),
      ),
    ],
  },
  {
    name: 'database-disk-is-replaced-before-anybody-notices',
    cluster: {},
    actions: ['0s fail E', '100ms repair E', '10m restore-backup mailbox-database'],
    claims: [
      claim(
        'The new disk is empty: the mounted database fails with its next write',
        'rule: fail-resource',
        happensFirst('resource-failed mailbox-database', '0.1s', '0.1s', { how: 'access' }),
      ),
      claim(
        'The disk resource is well: the model assumes that the new disk was given the old signature; without it the disk would not be found (event 1034)',
        'rule: fail-resource',
        never('resource-failed disk-E'),
      ),
      claim(
        'Restored: from the start to 2,400 s, then 2,880 logs of 0.5 s and the mount',
        'assumption: restoreDuration',
        outage('3842s'),
      ),
    ],
  },
  {
    name: 'restore-is-interrupted',
    cluster: {},
    actions: [
      '0s fail E',
      '10m repair E',
      '12m restore-backup mailbox-database',
      '20m power-off NODE2',
      '30m restore-backup mailbox-database',
    ],
    claims: [
      claim(
        'The server that restores loses its power: eight minutes of copying are lost',
        'assumption: restoreDuration',
        happens('restore-interrupted mailbox-database', '1200s'),
      ),
      claim(
        'The other node takes the group over, and the file is still missing there',
        'rule: take-group',
        outcome('down on NODE1', '29m'),
      ),
      claim(
        'Begun again at 1,800 s: restore 1,800 s, 2,880 logs of 0.5 s, mount 2 s',
        'assumption: restoreDuration',
        outage('5042s'),
      ),
    ],
  },
  {
    name: 'what-cannot-be-done-with-groups',
    cluster: {},
    actions: [
      '0s take-offline ClusterGroup',
      '1s take-offline disk-Q',
      '2s bring-online EXMBX',
      '3s move EXMBX NODE2',
      '4s move EXMBX NODE2',
      '5s take-offline EXMBX',
      '1m fail array',
      '5m bring-online EXMBX',
    ],
    claims: [
      claim(
        'The quorum is not taken offline, what is online needs nothing, and a moving group is busy',
        'rule: refuse',
        refuses(
          'holds-quorum',
          'holds-quorum',
          'nothing-failed',
          'busy',
          'busy',
          'owner-not-running',
        ),
      ),
      claim(
        'The move itself is not disturbed',
        'Failover Cluster API: Failover',
        outcome('online on NODE2', '30s'),
      ),
      claim(
        'Without the array no cluster service runs that could be asked',
        'assumption: lostQuorumReservationStopsService',
        all(
          services({ NODE1: 'stopped', NODE2: 'stopped' }),
          comesOf('cluster-service-stopped', 'array-failed'),
        ),
      ),
    ],
  },
];
