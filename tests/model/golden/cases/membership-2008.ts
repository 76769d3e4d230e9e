import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  happens,
  mail,
  never,
  noOutage,
  outage,
  outcome,
  reserved,
  takes,
  tells,
} from '../checks.ts';

const diskOnly: Difference = { profile: 'windows-server-2008' };
const diskVotes: Difference = { ...diskOnly, quorum: 'node-and-disk-majority' };

/** Nodes of Windows Server 2008 that go: five heartbeats of 1 s, persistent reservations, votes. */
export const membership2008: readonly Golden[] = [
  {
    name: 'active-node-loses-power-2008-disk-only',
    cluster: diskOnly,
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Five heartbeats of 1 s go missing: NODE2 declares NODE1 down 5 s after the last it heard',
        'TechNet dd197562',
        happens('node-declared-down NODE1', '4s', '5s', { silentMs: 5_000 }),
      ),
      claim(
        'No bus is reset: NODE2 registers a key, and the reservation stays with NODE1 meanwhile',
        'clusterhelp 2007-06, persistent reservations',
        (run) => {
          tells('quorum-challenged NODE2', { by: 'registration' })(run);
          reserved({ Q: 'NODE1', E: 'NODE1' }, '10s')(run);
        },
      ),
      claim(
        'NODE1 does not remove the key; after 6 s NODE2 takes the reservation over',
        'assumption: arbitrationReserveDelay',
        takes('quorum-challenged NODE2', 'quorum-reserved NODE2', '6s'),
      ),
      claim(
        'Arbitration adds 7 s in all, as documented for storage pools of 2012',
        'Failover Cluster API: Arbitrate (storage pools, 2012)',
        takes('quorum-challenged NODE2', 'quorum-taken NODE2', '7s'),
      ),
      claim(
        'Outage: 4 to 5 s of silence, 3 s regroup, 7 s arbitration, 25 s to come online',
        'rule: answer-clients',
        outage('39s', '40s'),
      ),
      claim('No message is lost', 'TechNet aa997195', mail({ lost: 0 })),
    ],
  },
  {
    name: 'active-node-loses-power-2008-node-and-disk-majority',
    cluster: diskVotes,
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'NODE2 has one of three votes and needs two: the disk must decide',
        'TechNet cc773510',
        tells('votes-counted NODE2', { votes: 1, of: 3, needed: 2, witness: 'needed' }),
      ),
      claim(
        'NODE1 owned the disk, so NODE2 arbitrates for 7 s, as documented for storage pools of 2012',
        'Failover Cluster API: Arbitrate (storage pools, 2012)',
        takes('votes-counted NODE2', 'quorum-taken NODE2', '7s'),
      ),
      claim('Outage: 4 to 5 s, 3 s, 7 s, 25 s', 'rule: answer-clients', outage('39s', '40s')),
      claim(
        'With the disk, one node of two is enough',
        'TechNet cc773510',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'active-node-loses-power-2008-but-not-the-disk-that-votes',
    cluster: { ...diskVotes, quorumOwner: 'NODE2' },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'NODE2 has one vote and the disk that has the second: it defends what it owns',
        'TechNet cc773510',
        all(
          tells('votes-counted NODE2', { votes: 1, needed: 2, witness: 'needed' }),
          takes('votes-counted NODE2', 'quorum-defended NODE2', '7s'),
        ),
      ),
      claim('Nobody challenges', 'TechNet cc773510', never('quorum-challenged')),
      claim(
        'Outage: 4 to 5 s, 3 s, the 6 s a challenger would need with a margin of 1 s, 25 s',
        'assumption: defenceMargin',
        outage('39s', '40s'),
      ),
    ],
  },
  {
    name: 'passive-node-loses-power-2008',
    cluster: diskVotes,
    actions: ['0s power-off NODE2', '5m power-on NODE2'],
    claims: [
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
      claim(
        'NODE1 and its disk are two of three votes',
        'TechNet cc773510',
        all(
          tells('votes-counted NODE1', { votes: 1, of: 3, needed: 2 }),
          happens('quorum-defended NODE1', '14s', '15s'),
        ),
      ),
      claim(
        'NODE2 is counted out, which those who stay log (event 1135)',
        'askcore 2012-07-09, removed nodes',
        happens('node-removed NODE2', '7s', '8s'),
      ),
      claim('NODE2 joins again', 'assumption: joinDuration', happens('node-joined NODE2', '425s')),
    ],
  },
  {
    name: 'active-node-in-another-subnet-loses-power',
    cluster: { ...diskOnly, node: { NODE1: { subnet: '2' } } },
    actions: ['0s set CrossSubnetDelay 2s', '0s set CrossSubnetThreshold 10', '1m power-off NODE1'],
    claims: [
      claim(
        'Between subnets ten heartbeats of 2 s may go missing: 18 to 20 s until NODE1 is declared down',
        'TechNet dd197562',
        happens('node-declared-down NODE1', '78s', '80s', { silentMs: 20_000, missed: 10 }),
      ),
      claim(
        'A defender would wait one heartbeat of 2 s beyond its 6 s, so it takes 8 s to have the disk: 18 to 20 s, 3 s, 8 s, 25 s',
        'assumption: defenceMargin',
        outage('54s', '56s'),
      ),
      claim(
        'Its own subnet is not concerned: the change itself disturbs nobody',
        'TechNet dd197562',
        outcome('online on NODE1', '59s'),
      ),
    ],
  },
  {
    name: 'active-node-in-another-subnet-loses-power-by-default',
    cluster: { ...diskOnly, node: { NODE1: { subnet: '2' } } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'Unless changed, CrossSubnetDelay and CrossSubnetThreshold are 1 s and 5 as well',
        'TechNet dd197562',
        happens('node-declared-down NODE1', '4s', '5s', { silentMs: 5_000, missed: 5 }),
      ),
      claim('Outage: 4 to 5 s, 3 s, 7 s, 25 s', 'rule: answer-clients', outage('39s', '40s')),
      claim('NODE2 serves', 'rule: take-group', outcome('online on NODE2')),
    ],
  },
  {
    name: 'active-node-in-another-subnet-loses-power-2003',
    cluster: { node: { NODE1: { subnet: '2' } } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'Windows Server 2003 knows no difference between subnets',
        'assumption: crossSubnetMissedHeartbeatsUntilNodeDown',
        happens('node-declared-down NODE1', '6s', '7.2s', { silentMs: 7_200, missed: 6 }),
      ),
      claim('So the outage is the same', 'rule: answer-clients', outage('44s', '45.2s')),
      claim('NODE2 serves', 'rule: take-group', outcome('online on NODE2')),
    ],
  },
  {
    name: 'active-node-loses-power-with-patient-heartbeats',
    cluster: diskOnly,
    actions: ['0s set SameSubnetDelay 2s', '0s set SameSubnetThreshold 10', '1m power-off NODE1'],
    claims: [
      claim(
        'Ten heartbeats of 2 s may go missing',
        'TechNet dd197562',
        happens('node-declared-down NODE1', '78s', '80s', { silentMs: 20_000, missed: 10 }),
      ),
      claim(
        'The change itself disturbs nobody',
        'TechNet dd197562',
        outcome('online on NODE1', '59s'),
      ),
      claim(
        'A defender would wait one heartbeat of 2 s beyond its 6 s, so it takes 8 s to have the disk: 18 to 20 s, 3 s, 8 s, 25 s',
        'assumption: defenceMargin',
        outage('54s', '56s'),
      ),
    ],
  },
  {
    name: 'impatient-heartbeats-2008',
    cluster: diskOnly,
    actions: ['0s set SameSubnetDelay 250ms', '0s set SameSubnetThreshold 3', '1m power-off NODE1'],
    claims: [
      claim(
        'Three heartbeats of 250 ms: 0.5 to 0.75 s until NODE1 is declared down',
        'TechNet dd197562',
        happens('node-declared-down NODE1', '60.5s', '60.75s', { missed: 3 }),
      ),
      claim(
        'Outage: 0.5 to 0.75 s, 3 s, 7 s, 25 s',
        'rule: answer-clients',
        outage('35.5s', '35.75s'),
      ),
      claim('NODE2 serves', 'rule: take-group', outcome('online on NODE2')),
    ],
  },
];
