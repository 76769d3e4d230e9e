import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  counts,
  happensFirst,
  inOrder,
  mail,
  never,
  noOutage,
  outage,
  outcome,
  ownerAmong,
  services,
  tells,
} from '../checks.ts';

const majority = (nodes: number, more: Difference = {}): Difference => ({
  quorum: 'node-majority',
  nodes,
  ...more,
});

/** Majorities of nodes: Majority Node Set on 2003, Node Majority on 2008. */
export const votes: readonly Golden[] = [
  {
    name: 'majority-of-three-loses-the-active-node-then-another',
    cluster: majority(3, { group: { EXMBX: { preferredOwners: ['NODE1', 'NODE2', 'NODE3'] } } }),
    actions: ['0s power-off NODE1', '5m power-off NODE3'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Two of three votes are left: one failure is survived without any arbitration',
        'KB 921181',
        all(
          tells('votes-counted', { votes: 2, of: 3, needed: 2, witness: 'none' }),
          never('quorum-challenged'),
        ),
      ),
      claim(
        'Outage: 6 to 7.2 s of silence, 3 s regroup, 1.2 s until any loser is gone, 25 s to come online',
        'assumption: defenceMargin',
        (run) => {
          const [first] = run.all('service-restored');
          const took = first?.values.outageMs ?? 0;
          if (took < 35_200 || took > 36_400) throw new Error(`${took}`);
          outcome('online on NODE2', '4m')(run);
        },
      ),
      claim(
        'The second failure leaves one of three: NODE2 stops',
        'KB 921181',
        all(
          happensFirst('cluster-service-stopped NODE2', '309s', '310.2s', {
            reason: 'quorum-lost',
          }),
          outcome('down on NODE2', '6m'),
        ),
      ),
    ],
  },
  {
    name: 'majority-of-two-survives-nothing',
    cluster: majority(2),
    actions: ['0s power-off NODE2', '5m power-on NODE2'],
    claims: [
      claim(
        'One of two votes is no majority: the node that is left stops',
        'KB 921181',
        happensFirst('cluster-service-stopped NODE1', '9s', '10.2s', { reason: 'quorum-lost' }),
      ),
      claim(
        'The mailbox server goes down with it, although NODE1 is well',
        'KB 921181',
        all(
          comesOf('service-lost', 'cluster-service-stopped NODE1'),
          outcome('down on NODE1', '5m'),
        ),
      ),
      claim(
        'When NODE2 has started again the two are a majority; NODE2 is first and has the groups, as the model assumes',
        'KB 921181',
        all(
          outcome('online on NODE2', '10m'),
          services({ NODE1: 'running', NODE2: 'running' }, '10m'),
        ),
      ),
    ],
  },
  {
    name: 'majority-of-five-loses-two-nodes-then-a-third-2008',
    cluster: majority(5, { profile: 'windows-server-2008' }),
    actions: ['0s power-off NODE4', '0s power-off NODE5', '5m power-off NODE3'],
    claims: [
      claim(
        'Three of five: two failures are survived',
        'TechNet bb676571',
        all(
          tells('votes-counted', { votes: 3, of: 5, needed: 3 }),
          outcome('online on NODE1', '299s'),
        ),
      ),
      claim(
        'Two of five: the third ends it, 4 to 5 s and 3 s later',
        'TechNet bb676571',
        all(
          happensFirst('cluster-service-stopped NODE1', '307s', '308s', { reason: 'quorum-lost' }),
          happensFirst('cluster-service-stopped NODE2', '307s', '308s', { reason: 'quorum-lost' }),
        ),
      ),
      claim('Nobody serves', 'TechNet bb676571', outcome('down on NODE1', '6m')),
    ],
  },
  {
    name: 'majority-of-four-loses-one-node-then-another',
    cluster: majority(4),
    actions: ['0s power-off NODE4', '5m power-off NODE3'],
    claims: [
      claim('Three of four go on', 'TechNet bb676571', outcome('online on NODE1', '299s')),
      claim(
        'Two of four are half, not more than half',
        'TechNet bb676571',
        all(tells('votes-counted', { votes: 2, of: 4, needed: 3 }), outcome('down on NODE1', '6m')),
      ),
      claim(
        'Both that are left stop, 6 to 7.2 s and 3 s after the second loss',
        'KB 921181',
        all(
          happensFirst('cluster-service-stopped NODE1', '309s', '310.2s', {
            reason: 'quorum-lost',
          }),
          happensFirst('cluster-service-stopped NODE2', '309s', '310.2s', {
            reason: 'quorum-lost',
          }),
        ),
      ),
    ],
  },
  {
    name: 'majority-of-three-cuts-off-the-active-node-2008',
    cluster: majority(3, { profile: 'windows-server-2008', publicRole: 'client' }),
    actions: ['0s cut NODE1.private', '5m mend NODE1.private'],
    claims: [
      claim(
        'NODE1 counts one of three votes and stops: 4 to 5 s, 3 s',
        'TechNet bb676571',
        happensFirst('cluster-service-stopped NODE1', '7s', '8s', { reason: 'quorum-lost' }),
      ),
      claim(
        'The other two are a majority and take the mailbox server',
        'TechNet bb676571',
        all(
          ownerAmong('EXMBX', ['NODE2', 'NODE3'], '1m'),
          services({ NODE2: 'running', NODE3: 'running' }),
        ),
      ),
      claim(
        'Outage: 25 s and the margin of 1 s, up to 1 s more or less between the two verdicts',
        'assumption: defenceMargin',
        outage('25s', '27s'),
      ),
      claim(
        'Mended, NODE1 joins and gets nothing back',
        'Failover Cluster API: AutoFailbackType',
        all(services({ NODE1: 'running' }), ownerAmong('EXMBX', ['NODE2', 'NODE3'])),
      ),
    ],
  },
  {
    name: 'majority-of-three-cuts-off-a-passive-node',
    cluster: majority(3, { publicRole: 'client' }),
    actions: ['0s cut NODE3.private', '3m mend NODE3.private'],
    claims: [
      claim('Clients notice nothing', 'KB 921181', noOutage),
      claim(
        'NODE3 alone stops; the majority counts it out (event 1135)',
        'KB 892422',
        all(
          counts(1, 'cluster-service-stopped'),
          counts(1, 'node-removed NODE3'),
          inOrder('node-removed NODE3', 'node-joined NODE3'),
        ),
      ),
      claim('All mail is delivered in time', 'KB 921181', mail({ late: 0, lost: 0 })),
    ],
  },
  {
    name: 'majority-of-three-loses-all-power',
    cluster: majority(3, { feeds: { NODE1: ['feed-1'], NODE2: ['feed-1'], NODE3: ['feed-1'] } }),
    actions: ['0s fail feed-1', '1m repair feed-1'],
    claims: [
      claim(
        'All three start at 180 s and are enough to form a cluster, without any disk',
        'KB 921181',
        all(counts(3, 'node-booted'), never('quorum-challenged')),
      ),
      claim(
        'The first counts its own vote and those that stand ready, and has formed the cluster after that',
        'KB 921181',
        all(
          tells('votes-counted NODE1', { votes: 2, of: 3, needed: 2 }),
          inOrder('cluster-service-started NODE1', 'votes-counted NODE1', 'cluster-formed NODE1'),
        ),
      ),
      claim('The mailbox server comes up again', 'KB 921181', outcome('online on NODE1')),
      claim(
        'Outage: 60 s, 120 s boot, 25 s, and what forming takes, at most 10 s',
        'assumption: bootDuration',
        outage('205s', '215s'),
      ),
    ],
  },
];
