import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  happens,
  happensFirst,
  inOrder,
  never,
  neverWith,
  noOutage,
  outage,
  outcome,
  services,
  takes,
  tells,
} from '../checks.ts';
import { fromFile, mailboxResources, pairHead } from '../file.ts';

const clientOnly: Difference = { publicRole: 'client' };

/** Whoever has only one network has nothing else to hear by (unsupported, but possible). */
const oneNetwork = fromFile(
  'one-network',
  `${pairHead('Two nodes that share a single network', '[{ id: public, role: mixed }]')}
    - { id: Q, letter: 'Q:', holds: quorum }
    - { id: L, letter: 'L:', holds: logs }
    - { id: E, letter: 'E:', holds: database }
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE1
    resources: [{ id: disk-Q, type: physical-disk, disk: Q }]
  - id: EXMBX
    owner: NODE1
    resources:${mailboxResources()}
`,
);

/** Networks and cables that are cut. */
export const networks: readonly Golden[] = [
  {
    name: 'private-network-cut-public-mixed',
    cluster: {},
    actions: ['0s cut private', '1m mend private'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Each node loses contact after two missed heartbeats, 1.2 to 2.4 s (event 1123)',
        'KB 892422',
        all(
          happens('contact-lost NODE1.private', '1.2s', '2.4s'),
          happens('contact-lost NODE2.private', '1.2s', '2.4s'),
        ),
      ),
      claim(
        'They still talk over the public network: no arbitration, no failover',
        'KB Q176320',
        never('node-declared-down', 'regroup-started', 'quorum-challenged', 'group-moved'),
      ),
      claim('Clients notice nothing', 'TechNet cc738794', noOutage),
      claim(
        'The network counts as down for all (event 1130), and as up once it is mended',
        'event 1130 of failover clusters',
        all(
          happens('network-state-changed private', '1.2s', '10s', { state: 'down' }),
          happens('network-state-changed private', '60s', '70s', { state: 'up' }),
        ),
      ),
      claim(
        'Mended, both interfaces are up again (event 1125)',
        'KB 892422',
        all(
          happens('interface-state-changed NODE1.private', '60s', '70s', { state: 'up' }),
          happens('interface-state-changed NODE2.private', '60s', '70s', { state: 'up' }),
        ),
      ),
    ],
  },
  {
    name: 'private-network-cut-public-for-clients-only',
    cluster: clientOnly,
    actions: ['0s cut private', '30s mend private'],
    claims: [
      claim(
        'No internal path is left: each node declares the other down',
        'KB Q176320',
        all(
          happens('node-declared-down NODE1', '6s', '7.2s'),
          happens('node-declared-down NODE2', '6s', '7.2s'),
        ),
      ),
      claim(
        'NODE2 resets the bus; NODE1 renews every reservation within 3 s',
        'KB 309186',
        takes('quorum-challenged NODE2', 'reservation-renewed Q', '1ms', '3s'),
      ),
      claim(
        'At 7 s NODE2 is refused and ends its cluster service',
        'KB 309186',
        all(
          takes('quorum-challenged NODE2', 'quorum-reserve-refused NODE2', '7s'),
          happens('cluster-service-stopped NODE2', '16s', '17.2s', { reason: 'arbitration-lost' }),
        ),
      ),
      claim('The mailbox server was on the winner: no outage', 'KB Q176320', noOutage),
      claim(
        'The service is started again after 60 s and joins over the mended network',
        'assumption: clusterServiceRestartDelay',
        happens('node-joined NODE2', '81s', '82.2s'),
      ),
    ],
  },
  {
    name: 'private-network-cut-quorum-on-the-passive-node',
    cluster: { ...clientOnly, quorumOwner: 'NODE2' },
    actions: ['0s cut private'],
    claims: [
      claim(
        'NODE1 challenges, is refused and stops, although it has the mailbox server',
        'KB Q176320',
        happens('cluster-service-stopped NODE1', '16s', '17.2s', { reason: 'arbitration-lost' }),
      ),
      claim(
        'NODE2 waits longer than the challenger, so that the loser is gone first',
        'KB Q289863',
        inOrder('cluster-service-stopped NODE1', 'quorum-defended NODE2', 'group-taken EXMBX'),
      ),
      claim(
        'Outage: 1.2 s from the loser stopping to the winner taking over, up to 1.2 s either way, 25 s',
        'rule: answer-clients',
        outage('25s', '27.4s'),
      ),
      claim('The winner has everything', 'KB Q176320', outcome('online on NODE2')),
    ],
  },
  {
    name: 'private-network-flickers',
    cluster: clientOnly,
    actions: ['0s cut private', '4s mend private'],
    claims: [
      claim(
        'Contact is lost after two missed heartbeats (event 1123)',
        'KB 892422',
        happens('contact-lost NODE2.private', '1.2s', '2.4s'),
      ),
      claim(
        'It is restored with the first heartbeat after the mending (event 1122)',
        'KB 892422',
        happens('contact-restored NODE2.private', '4s', '5.201s'),
      ),
      claim(
        'Such a pair means nothing: six must be missing before anything is done',
        'KB 892422',
        never('node-declared-down', 'regroup-started'),
      ),
    ],
  },
  {
    name: 'all-networks-cut',
    cluster: {},
    actions: [
      '0s cut private',
      '0s cut public',
      '5m mend private',
      '5m mend public',
      '6m bring-online EXMBX',
    ],
    claims: [
      claim(
        'As on Windows 2000, NODE1 defends the quorum although no client reaches it; 2003 is documented to differ, how could not be read',
        'assumption: disconnectedOwnerGivesWay',
        all(services({ NODE1: 'running', NODE2: 'stopped' }, '1m'), outcome('down on NODE1', '1m')),
      ),
      claim(
        'NODE2 challenges, is refused and stops',
        'KB 309186',
        happensFirst('cluster-service-stopped NODE2', '16s', '17.2s', {
          reason: 'arbitration-lost',
        }),
      ),
      claim(
        'No other node is a member: the group cannot fail over',
        'KB Q197047',
        all(tells('group-failed EXMBX', { obstacle: 'no-member' }), never('group-moved EXMBX')),
      ),
      claim('Somebody brings it online at six minutes', 'rule: bring-online', outage('375s')),
    ],
  },
  {
    name: 'the-only-network-lost-by-the-active-node',
    cluster: oneNetwork,
    actions: ['0s cut NODE1.public', '3m mend NODE1.public', '4m bring-online EXMBX'],
    claims: [
      claim(
        'With one network the cable takes heartbeats and clients at once',
        'KB 258750',
        all(
          happens('node-declared-down NODE1', '6s', '7.2s'),
          comesOf('service-lost', 'cable-cut'),
        ),
      ),
      claim(
        'As on Windows 2000, NODE2, which clients could reach, loses the quorum to NODE1, which they cannot; 2003 is documented to differ, how could not be read',
        'assumption: disconnectedOwnerGivesWay',
        all(
          tells('quorum-reserve-refused NODE2', { reason: 'held', holder: 'NODE1' }),
          outcome('down on NODE1', '2m'),
        ),
      ),
      claim(
        'The group is left failed and needs somebody once the cable is back',
        'KB Q197047',
        outage('255s'),
      ),
    ],
  },
  {
    name: 'the-only-network-lost-by-an-owner-that-gives-way',
    cluster: {
      ...oneNetwork,
      parameters: { ...oneNetwork.parameters, disconnectedOwnerGivesWay: 1 },
    },
    actions: ['0s cut NODE1.public'],
    claims: [
      claim(
        'On Windows 2000 the owner defends the quorum; so chosen, NODE1, which no client reaches, does not reserve it again after the reset',
        'KB 286342',
        all(
          inOrder('quorum-challenged NODE2', 'quorum-given-up Q', 'quorum-reserved NODE2'),
          neverWith('reservation-renewed', { disk: 'Q' }),
        ),
      ),
      claim(
        'NODE1 finds the reservation of NODE2 at its next renewal, within 3 s, and stops',
        'KB 309186',
        takes('quorum-reserved NODE2', 'cluster-service-stopped NODE1', '1ms', '3s'),
      ),
      claim(
        'NODE2, which clients reach, serves: 6 to 7.2 s, 3 s, 10 s, and 15 s because NODE1 had closed its databases when its address failed',
        'assumption: disconnectedOwnerGivesWay',
        all(outage('34s', '35.2s'), never('recovery-started'), outcome('online on NODE2')),
      ),
    ],
  },
  {
    name: 'private-network-cut-2008',
    cluster: { ...clientOnly, profile: 'windows-server-2008' },
    actions: ['0s cut private'],
    claims: [
      claim(
        'NODE2 registers to take the quorum disk; NODE1 removes its key at the next look, within 3 s',
        'assumption: reservationRenewalPeriod',
        takes('quorum-challenged NODE2', 'registration-removed', '1ms', '3s'),
      ),
      claim(
        'After 6 s NODE2 is refused and stops: 4 to 5 s, 3 s, 6 s',
        'assumption: arbitrationReserveDelay',
        happens('cluster-service-stopped NODE2', '13s', '14s', { reason: 'arbitration-lost' }),
      ),
      claim(
        'The disks were never left without a reservation',
        'serverbrain.org, persistent reservations',
        never('reservation-renewed', 'reservation-lost'),
      ),
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
    ],
  },
];
