import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  happens,
  happensFirst,
  never,
  neverWith,
  outage,
  outcome,
  reserved,
  services,
  takes,
} from '../checks.ts';

const diskVotes: Difference = { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' };

/** Nodes and cluster services that stand still and may go on later. */
export const hang: readonly Golden[] = [
  {
    name: 'active-node-hangs-and-wakes-too-late',
    cluster: {},
    actions: ['0s hang NODE1', '3m wake NODE1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'A node that stands still looks dead to the other: outage as after a power cut',
        'KB 892422',
        outage('44s', '45.2s'),
      ),
      claim(
        'Its reservations are broken by the reset, and it cannot renew them',
        'KB 309186',
        reserved({ Q: 'NODE2', E: 'NODE2', L: 'NODE2' }, '1m'),
      ),
      claim(
        'Awake, it finds its disks reserved by NODE2 and stops its cluster service within 3 s',
        'KB 309186',
        happensFirst('cluster-service-stopped NODE1', '180s', '183s'),
      ),
      claim(
        'It starts again after 60 s and joins: nothing is lost',
        'assumption: clusterServiceRestartDelay',
        all(
          happens('node-joined NODE1', '245s', '248s'),
          services({ NODE1: 'running', NODE2: 'running' }),
          outcome('online on NODE2'),
        ),
      ),
    ],
  },
  {
    name: 'active-node-hangs-for-a-moment',
    cluster: {},
    actions: ['0s hang NODE1', '5s wake NODE1'],
    claims: [
      claim(
        'Contact is lost, but five seconds are fewer than six heartbeats of 1.2 s',
        'KB 892422',
        all(
          happens('contact-lost NODE1.private', '1.2s', '2.4s'),
          never('node-declared-down', 'regroup-started'),
        ),
      ),
      claim('Clients wait exactly as long as it hung', 'rule: answer-clients', outage('5s')),
      claim('NODE1 goes on where it stood', 'rule: answer-clients', outcome('online on NODE1')),
    ],
  },
  {
    name: 'active-node-wakes-before-its-disks-are-reserved',
    cluster: {},
    actions: ['0s hang NODE1', '12s wake NODE1'],
    claims: [
      claim(
        'NODE2 has declared it down and reset the bus at 9 to 10.2 s',
        'KB 309186',
        happens('quorum-challenged NODE2', '9s', '10.2s'),
      ),
      claim(
        'Awake at 12 s it renews its reservation within 3 s, before the 7 s are over',
        'KB 309186',
        happensFirst('reservation-renewed Q', '12s', '15s'),
      ),
      claim(
        'NODE2 is refused and stops',
        'KB 309186',
        all(
          takes('quorum-challenged NODE2', 'quorum-reserve-refused NODE2', '7s'),
          happensFirst('cluster-service-stopped', '16s', '17.2s', { node: 'NODE2' }),
        ),
      ),
      claim('The mailbox server never left NODE1: 12 s', 'rule: answer-clients', outage('12s')),
    ],
  },
  {
    name: 'passive-node-hangs-and-wakes',
    cluster: {},
    actions: ['0s hang NODE2', '2m wake NODE2'],
    claims: [
      claim(
        'NODE1 declares it down and keeps the quorum',
        'KB 892422',
        happens('node-declared-down NODE2', '6s', '7.2s'),
      ),
      claim(
        'Awake, NODE2 hears from a node that has counted it out, and heeds that',
        'rule: heed-exclusion',
        comesOf('cluster-service-stopped NODE2', 'node-woke NODE2'),
      ),
      claim(
        'It is a member again in the end',
        'assumption: joinDuration',
        services({ NODE2: 'running' }),
      ),
      claim('Clients notice nothing', 'rule: answer-clients', never('service-lost')),
    ],
  },
  {
    name: 'cluster-service-of-active-node-hangs',
    cluster: {},
    actions: ['0s hang-service NODE1'],
    claims: [
      claim(
        'The network driver goes on with the heartbeats: nobody misses any',
        'Failover Cluster API: ClusSvcHangTimeout',
        all(outcome('online on NODE1', '59s'), happensFirst('heartbeat-missed', '60s', '61.2s')),
      ),
      claim(
        'After 60 s the watchdog ends the service, which starts again later; the node itself runs on (an assumption for 2003)',
        'Failover Cluster API: ClusSvcHangTimeout',
        happens('cluster-service-stopped NODE1', '60s', '60s', { reason: 'hung' }),
      ),
      claim('Then it is as if the node had died', 'rule: answer-clients', outage('44s', '45.2s')),
      claim(
        'NODE1 comes back as a member',
        'assumption: clusterServiceRestartDelay',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'cluster-service-of-active-node-hangs-2008',
    cluster: { profile: 'windows-server-2008' },
    actions: ['0s hang-service NODE1'],
    claims: [
      claim(
        'Nothing happens for 60 s',
        'Failover Cluster API: ClusSvcHangTimeout',
        all(outcome('online on NODE1', '59s'), happensFirst('heartbeat-missed', '60s', '61s')),
      ),
      claim(
        'Then the driver stops the whole node (bugcheck 0x9E), not only the service',
        'Failover Cluster API: HangRecoveryAction (2008 R2)',
        all(happens('node-crashed NODE1', '60s'), never('cluster-service-stopped')),
      ),
      claim('Outage: 4 to 5 s, 3 s, 7 s, 25 s', 'TechNet dd197562', outage('39s', '40s')),
      claim(
        'It starts again by itself: 120 s, and 5 s to join; what it had stays on NODE2',
        'assumption: bootDuration',
        all(happens('node-joined NODE1', '185s'), outcome('online on NODE2')),
      ),
    ],
  },
  {
    name: 'active-node-hangs-and-wakes-2008',
    cluster: diskVotes,
    actions: ['0s hang NODE1', '3m wake NODE1'],
    claims: [
      claim(
        'NODE1 does not remove the key of the challenger: after 6 s the disk changes hands',
        'assumption: arbitrationReserveDelay',
        all(
          takes('quorum-challenged NODE2', 'quorum-reserved NODE2', '6s'),
          neverWith('registration-removed', { node: 'NODE1' }),
        ),
      ),
      claim('Outage: 4 to 5 s, 3 s, 7 s, 25 s', 'rule: answer-clients', outage('39s', '40s')),
      claim(
        'Awake, it hears that it is counted out: 1 s, regroup 3 s, one of three votes, refused after 6 s',
        'rule: heed-exclusion',
        happensFirst('cluster-service-stopped NODE1', '189s', '190s', {
          reason: 'arbitration-lost',
        }),
      ),
      claim(
        'In the end both are members',
        'rule: join-cluster',
        services({ NODE1: 'running', NODE2: 'running' }),
      ),
    ],
  },
  {
    name: 'active-node-hangs-during-a-move',
    cluster: {},
    actions: ['0s move EXMBX NODE2', '2s hang NODE1', '4s wake NODE1'],
    claims: [
      claim(
        'What was under way ends as much later as the node hung',
        'rule: take-offline',
        happens('resource-offline mailbox-database', '6s'),
      ),
      claim('The move takes 24 s and the 2 s of the hang', 'rule: answer-clients', outage('26s')),
      claim(
        'It arrives all the same',
        'Failover Cluster API: Failover',
        outcome('online on NODE2'),
      ),
    ],
  },
];
