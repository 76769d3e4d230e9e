import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  happensFirst,
  never,
  noOutage,
  outcome,
  resources,
  services,
  tells,
} from '../checks.ts';

const diskVotes = (nodes: number): Difference => ({
  profile: 'windows-server-2008',
  quorum: 'node-and-disk-majority',
  nodes,
});

/** Disks that decide or vote on Windows Server 2008, counted out. */
export const quorum2008: readonly Golden[] = [
  {
    name: 'quorum-disk-fails-2008-disk-only',
    cluster: { profile: 'windows-server-2008' },
    actions: ['0s fail Q'],
    claims: [
      claim(
        'The owner of the disk stops within 3 s, as the model assumes of a disk that is gone',
        'assumption: lostQuorumReservationStopsService',
        happensFirst('cluster-service-stopped NODE1', '0s', '3s', { reason: 'quorum-lost' }),
      ),
      claim(
        'NODE2 cannot take it over: up to 3 s, 4 to 5 s, 3 s, 6 s',
        'assumption: arbitrationReserveDelay',
        happensFirst('cluster-service-stopped NODE2', '13s', '17s', { reason: 'arbitration-lost' }),
      ),
      claim(
        'Disk only: the disk is a single point of failure, and nobody serves',
        'TechNet bb676571',
        outcome('down on NODE1', '2m'),
      ),
    ],
  },
  {
    name: 'two-nodes-and-a-disk-lose-the-disk-then-a-node',
    cluster: diskVotes(2),
    actions: ['0s fail Q', '10m power-off NODE2'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Any one of three votes may be lost: without the disk two nodes go on',
        'TechNet cc773510',
        all(
          outcome('online on NODE1', '9m'),
          services({ NODE1: 'running', NODE2: 'running' }, '9m'),
        ),
      ),
      claim(
        'The disk of the quorum is a failed resource, no more',
        'Failover Cluster API: RestartAction',
        resources({ 'disk-Q': 'failed' }, '9m'),
      ),
      claim(
        'The second loss leaves one of three: NODE1 tries to take the disk for 6 s and stops',
        'Microsoft clustering blog 2010, quorum model',
        all(
          happensFirst('cluster-service-stopped NODE1', '613s', '614s'),
          outcome('down on NODE1', '12m'),
        ),
      ),
    ],
  },
  {
    name: 'six-nodes-and-a-disk-lose-three-nodes-then-a-fourth',
    cluster: diskVotes(6),
    actions: [
      '0s power-off NODE4',
      '0s power-off NODE5',
      '0s power-off NODE6',
      '5m power-off NODE3',
    ],
    claims: [
      claim(
        'Three nodes and the disk are four of seven: three failures are survived',
        'TechNet cc773510',
        all(
          tells('votes-counted', { votes: 3, of: 7, needed: 4, witness: 'needed' }),
          outcome('online on NODE1', '299s'),
        ),
      ),
      claim(
        'Two nodes and the disk are three of seven: the fourth failure ends it',
        'TechNet cc773510',
        all(services({ NODE1: 'stopped', NODE2: 'stopped' }, '6m'), outcome('down on NODE1', '6m')),
      ),
      claim(
        'Both that are left stop for want of votes, 4 to 5 s and 3 s after it',
        'Microsoft clustering blog 2010, quorum model',
        all(
          happensFirst('cluster-service-stopped NODE1', '307s', '308s', { reason: 'quorum-lost' }),
          happensFirst('cluster-service-stopped NODE2', '307s', '308s', { reason: 'quorum-lost' }),
        ),
      ),
    ],
  },
  {
    name: 'six-nodes-whose-disk-is-down-lose-two-nodes-then-a-third',
    cluster: diskVotes(6),
    actions: ['0s fail Q', '5m power-off NODE6', '10m power-off NODE5', '15m power-off NODE4'],
    claims: [
      claim(
        'Six of seven go on without the disk',
        'TechNet cc773510',
        outcome('online on NODE1', '4m'),
      ),
      claim(
        'Four of seven: two failures are survived without the disk',
        'TechNet cc773510',
        outcome('online on NODE1', '14m'),
      ),
      claim(
        'Three of seven: the third failure ends it',
        'TechNet cc773510',
        all(
          services({ NODE1: 'stopped', NODE2: 'stopped', NODE3: 'stopped' }, '16m'),
          outcome('down on NODE1', '16m'),
        ),
      ),
    ],
  },
  {
    name: 'three-nodes-and-a-disk-lose-a-node-then-the-disk',
    cluster: diskVotes(3),
    actions: ['0s power-off NODE3', '5m fail Q'],
    claims: [
      claim(
        'Three of four votes are needed, and two nodes and the disk are three: one failure is survived. The published rule, half of the nodes rounded up, is for even numbers',
        'rule: count-votes',
        all(
          tells('votes-counted', { votes: 2, of: 4, needed: 3 }),
          outcome('online on NODE1', '299s'),
        ),
      ),
      claim(
        'Two of four are not more than half: without the disk none is survived (counted)',
        'rule: count-votes',
        happensFirst('cluster-service-stopped NODE1', '300s', '305s', { reason: 'quorum-lost' }),
      ),
      claim('Nobody serves', 'rule: answer-clients', outcome('down on NODE1', '6m')),
    ],
  },
  {
    name: 'three-nodes-whose-disk-is-down-lose-a-node',
    cluster: diskVotes(3),
    actions: ['0s fail Q', '5m power-off NODE3'],
    claims: [
      claim(
        'Three of four votes go on (counted)',
        'rule: count-votes',
        outcome('online on NODE1', '4m'),
      ),
      claim(
        'Two of four do not: no node may fail while the disk is down (counted)',
        'rule: count-votes',
        outcome('down on NODE1', '6m'),
      ),
      claim(
        'They stop for want of votes: 4 to 5 s, 3 s, and the 6 s in which the disk is tried',
        'assumption: arbitrationReserveDelay',
        happensFirst('cluster-service-stopped NODE1', '313s', '314s'),
      ),
    ],
  },
  {
    name: 'five-of-six-nodes-lose-power-disk-only',
    cluster: { profile: 'windows-server-2008', nodes: 6 },
    actions: [2, 3, 4, 5, 6].map((number) => `0s power-off NODE${number}`),
    claims: [
      claim(
        'With the disk alone deciding, one node of six is enough',
        'TechNet bb676571',
        services({ NODE1: 'running', NODE6: 'stopped' }),
      ),
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
      claim('Nobody counts votes', 'TechNet bb676571', never('votes-counted')),
    ],
  },
];
