import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  neverWith,
  outcome,
  ownerAmong,
  owners,
  refuses,
  resources,
  takes,
  tells,
} from '../checks.ts';

/** Four nodes and a group of one service that fails over at its first failure. */
const four = (owner: string, preferredOwners: readonly string[] = []): Difference => ({
  nodes: 4,
  generic: [{ id: 'Jobs', owner, resources: { job: [] } }],
  group: { Jobs: { preferredOwners, properties: { FailoverThreshold: 10 } } },
  resource: { job: { properties: { RestartThreshold: 0 } } },
});

const crash = (...when: readonly string[]): string[] => when.map((one) => `${one} crash job`);

/** Which of several nodes is next (KB 299631). */
export const ownersOfGroups: readonly Golden[] = [
  {
    name: 'next-owner-after-the-current-one-in-the-list',
    cluster: four('NODE2', ['NODE3', 'NODE2']),
    actions: crash('0s', '1m', '2m', '3m'),
    claims: [
      claim(
        'The list is NODE3, NODE2 (preferred), then NODE1, NODE4: after NODE2 comes NODE1, not NODE3',
        'KB 299631',
        owners({ Jobs: 'NODE1' }, '59s'),
      ),
      claim('After NODE1 comes NODE4', 'KB 299631', owners({ Jobs: 'NODE4' }, '119s')),
      claim('After the last comes the first', 'KB 299631', owners({ Jobs: 'NODE3' }, '179s')),
      claim('And so back to NODE2', 'KB 299631', owners({ Jobs: 'NODE2' })),
    ],
  },
  {
    name: 'next-owner-without-a-list',
    cluster: four('NODE3'),
    actions: crash('0s', '1m', '2m'),
    claims: [
      claim('By number: after NODE3 comes NODE4', 'KB 299631', owners({ Jobs: 'NODE4' }, '59s')),
      claim('After the last comes the first', 'KB 299631', owners({ Jobs: 'NODE1' }, '119s')),
      claim('Then NODE2', 'KB 299631', owners({ Jobs: 'NODE2' })),
    ],
  },
  {
    name: 'next-owner-skips-nodes-that-are-down',
    cluster: four('NODE1'),
    actions: ['0s power-off NODE2', '1m crash job'],
    claims: [
      claim('NODE2 would be next but is down: NODE3', 'KB 299631', owners({ Jobs: 'NODE3' })),
      claim('One failover', 'KB 299631', counts(1, 'failover-started Jobs')),
      claim(
        'It is tried on no other node',
        'KB 299631',
        neverWith('resource-going-online job', { node: 'NODE2' }),
      ),
    ],
  },
  {
    name: 'next-owner-after-a-node-with-a-list-fails',
    cluster: four('NODE2', ['NODE3', 'NODE2']),
    actions: ['0s power-off NODE2'],
    claims: [
      claim(
        'The failed node was NODE2: the next in the list is NODE1',
        'KB 299631',
        tells('group-taken Jobs', { from: 'NODE2', to: 'NODE1' }),
      ),
      claim('Nobody else gets it', 'KB 299631', counts(1, 'group-taken Jobs')),
      claim('It runs', 'KB 299631', resources({ job: 'online' })),
    ],
  },
  {
    name: 'next-owner-after-a-node-without-a-list-fails',
    cluster: four('NODE2'),
    actions: ['0s power-off NODE2'],
    claims: [
      claim(
        'Without a list any of the others may get it: chance decides, here for one of three',
        'KB 299631',
        all(ownerAmong('Jobs', ['NODE1', 'NODE3', 'NODE4']), owners({ Jobs: 'NODE1' })),
      ),
      claim('It runs there', 'KB 299631', resources({ job: 'online' })),
      claim('It is taken once', 'KB 299631', counts(1, 'group-taken Jobs')),
    ],
  },
  {
    name: 'next-owner-after-a-node-without-a-list-fails-another-time',
    cluster: { ...four('NODE2'), seed: 2 },
    actions: ['0s power-off NODE2'],
    claims: [
      claim(
        'With another seed chance decides for another node',
        'KB 299631',
        owners({ Jobs: 'NODE4' }),
      ),
      claim('It runs there', 'KB 299631', resources({ job: 'online' })),
      claim('It is taken once', 'KB 299631', counts(1, 'group-taken Jobs')),
    ],
  },
  {
    name: 'best-possible-owner-by-hand',
    cluster: four('NODE1', ['NODE3', 'NODE2']),
    actions: ['0s move Jobs', '1m move Jobs', '2m move Jobs NODE2', '3m move Jobs NODE4'],
    claims: [
      claim('Best possible: the first of the list', 'KB 299631', owners({ Jobs: 'NODE3' }, '59s')),
      claim('From there the first that is another', 'KB 299631', owners({ Jobs: 'NODE2' }, '119s')),
      claim('A node that has it already is refused', 'rule: refuse', refuses('same-owner')),
      claim(
        'A node that is named gets it',
        'Failover Cluster API: Failover',
        owners({ Jobs: 'NODE4' }),
      ),
    ],
  },
  {
    name: 'cluster-group-ignores-preferred-owners',
    cluster: { nodes: 4, group: { ClusterGroup: { preferredOwners: ['NODE4', 'NODE3'] } } },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'Its list is ignored: it goes with the quorum to the winner',
        'KB 299631',
        all(owners({ ClusterGroup: 'NODE2' }), tells('group-taken ClusterGroup', { to: 'NODE2' })),
      ),
      claim(
        'The winner is the lowest node left, as the model assumes; the text says only: a previous owner',
        'KB 299631',
        resources({ 'disk-Q': 'online' }),
      ),
      claim(
        'The mailbox server has no list: chance decides',
        'KB 299631',
        ownerAmong('EXMBX', ['NODE2', 'NODE3', 'NODE4']),
      ),
    ],
  },
  {
    name: 'two-mailbox-servers-share-a-passive-node',
    cluster: { nodes: 3, mailboxServers: 2 },
    actions: ['0s power-off NODE1', '5m power-off NODE2'],
    claims: [
      claim(
        'A node hosts one clustered mailbox server: the passive node takes it, not the other active one',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        owners({ EXMBX: 'NODE3', 'EXMBX-2': 'NODE2' }, '4m'),
      ),
      claim('It is online there', 'KB 299631', outcome('online on NODE3', '4m')),
      claim(
        'The second has nowhere to go: its System Attendant does not come online beside the first',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        all(
          neverWith('resource-online system-attendant-2', { node: 'NODE3' }),
          outcome('online on NODE3', '20m'),
        ),
      ),
      claim(
        'Its disks and its name may come, its mailboxes do not',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        neverWith('resource-online mailbox-database-2', { node: 'NODE3' }),
      ),
    ],
  },
  {
    name: 'move-to-a-node-with-another-mailbox-server',
    cluster: { nodes: 3, mailboxServers: 2 },
    actions: ['0s move EXMBX NODE2', '1m move EXMBX NODE3', '2m move EXMBX-2 NODE1'],
    claims: [
      claim(
        'The target of a move must not host a clustered mailbox server',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        refuses('hosts-another'),
      ),
      claim(
        'A passive node will do',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        outcome('online on NODE3'),
      ),
      claim(
        'And the node it left can take the second',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        all(owners({ 'EXMBX-2': 'NODE1' }), resources({ 'mailbox-database-2': 'online' })),
      ),
    ],
  },
  {
    name: 'groups-of-one-class-keep-apart',
    cluster: {
      nodes: 3,
      generic: [
        { id: 'Red', owner: 'NODE1', resources: { red: [] } },
        { id: 'Blue', owner: 'NODE2', resources: { blue: [] } },
      ],
      group: {
        Red: { antiAffinity: 'web', preferredOwners: ['NODE1', 'NODE2', 'NODE3'] },
        Blue: { antiAffinity: 'web' },
      },
    },
    actions: ['0s power-off NODE1', '5m power-off NODE3'],
    claims: [
      claim(
        'NODE2 is next in the list, but has a group of the same class: NODE3',
        'KB 299631',
        owners({ Red: 'NODE3', Blue: 'NODE2' }, '4m'),
      ),
      claim(
        'Where there is no other node they share one',
        'KB 299631',
        owners({ Red: 'NODE2', Blue: 'NODE2' }),
      ),
      claim('Both run', 'KB 299631', resources({ red: 'online', blue: 'online' })),
    ],
  },
  {
    name: 'cluster-group-is-left-behind-and-its-node-fails',
    cluster: {},
    actions: ['0s move EXMBX NODE2', '5m power-off NODE1'],
    claims: [
      claim(
        'Only the mailbox server moves; the Cluster Group and its disk stay on NODE1',
        'Exchange 2007 help: rollups on a clustered mailbox server',
        owners({ ClusterGroup: 'NODE1', EXMBX: 'NODE2' }, '299s'),
      ),
      claim(
        'So the loss of NODE1 makes NODE2 challenge for the quorum, although clients are not concerned',
        'KB 309186',
        all(counts(1, 'quorum-challenged NODE2'), counts(1, 'service-lost')),
      ),
      claim(
        'The reset breaks the reservations of NODE2 too; it renews them within 3 s and goes on',
        'KB 309186',
        all(
          takes('quorum-challenged NODE2', 'reservation-renewed E', '1ms', '3s'),
          outcome('online on NODE2'),
        ),
      ),
    ],
  },
];
