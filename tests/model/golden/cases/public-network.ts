import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  neverWith,
  outage,
  outcome,
  resources,
  takes,
  tells,
} from '../checks.ts';

const addressFails = claim(
  'The address on NODE1 is found without its network at the next LooksAlive poll, as the model assumes: within 5 s',
  'rule: fail-resource',
  happensFirst('resource-failed ip-address', '0s', '5s', { how: 'poll' }),
);

/** What either system does with a name whose network is dead and an address that does not mind. */
const nameNeedsNetwork = [
  claim(
    'As on Windows NT 4.0 the address does not mind a dead network: it comes online on NODE2',
    'KB Q257925',
    happensFirst('resource-online ip-address', '20s'),
  ),
  claim(
    'A name must be registered and found to be the only one, and that takes a network',
    'KB Q171277',
    never('resource-online network-name'),
  ),
  claim(
    'Each attempt takes 5 s before it is given up',
    'assumption: failedNetworkNameAttemptDuration',
    happensFirst('resource-failed network-name', '25s', '25s', { how: 'attempt' }),
  ),
];

/** What clients come by: cables, switches and the whole public network. */
export const publicNetwork: readonly Golden[] = [
  {
    name: 'public-cable-of-active-node-cut',
    cluster: {},
    actions: ['0s cut NODE1.public'],
    claims: [
      addressFails,
      claim(
        'Three restarts in place, then the group fails over',
        'KB 947712',
        all(
          counts(4, 'resource-failed ip-address'),
          takes('resource-failed ip-address', 'failover-started EXMBX', '15.5s'),
        ),
      ),
      claim(
        'What depends on the address goes offline, last first; the disks stay until the group moves',
        'KB Q171791',
        inOrder(
          'resource-offline mailbox-database',
          'resource-offline information-store',
          'resource-offline network-name',
          'failover-started EXMBX',
          'resource-offline disk-E',
        ),
      ),
      claim(
        'The private network keeps the nodes together: nobody is declared down',
        'KB Q176320',
        never('node-declared-down', 'cluster-service-stopped'),
      ),
      claim(
        'Outage: up to 5 s, 8.5 s offline, three attempts of 2 s with 0.5 s between, 0.5 s, 15 s online',
        'rule: answer-clients',
        outage('31s', '36s'),
      ),
      claim('The mailbox server is on NODE2', 'KB Q257925', outcome('online on NODE2')),
    ],
  },
  {
    name: 'public-cable-cut-where-only-the-stack-is-checked',
    cluster: { parameters: { publicNetworkLossFailsAddress: 0 } },
    actions: ['0s cut NODE1.public', '5m mend NODE1.public'],
    claims: [
      claim(
        'As on Windows NT 4.0, the address stays online without its cable',
        'KB Q257925',
        never('resource-failed', 'failover-started'),
      ),
      claim(
        'Clients wait until somebody plugs it in',
        'assumption: publicNetworkLossFailsAddress',
        outage('300s'),
      ),
      claim('The mailbox server never left NODE1', 'KB Q257925', outcome('online on NODE1')),
    ],
  },
  {
    name: 'public-network-dead',
    cluster: {},
    actions: ['0s cut public', '10m mend public', '11m bring-online EXMBX'],
    claims: [
      addressFails,
      claim(
        'Moving cannot help: after four attempts on NODE2 as well, the group is left failed',
        'assumption: groupFailoverThreshold',
        all(
          counts(1, 'group-moved EXMBX'),
          happens('group-failed EXMBX', '25.5s', '30.5s', { obstacle: 'used-up' }),
        ),
      ),
      claim(
        'A group whose failovers are used up goes offline as a whole',
        'TechNet cc740098',
        resources({ 'disk-E': 'offline', 'ip-address': 'failed', 'network-name': 'offline' }, '2m'),
      ),
      claim(
        'The mended network brings nothing back by itself',
        'assumption: retryPeriodOnFailure',
        outcome('down on NODE2', '659s'),
      ),
      claim(
        'Somebody brings it online: 15 s after the 11 minutes',
        'rule: bring-online',
        outage('675s'),
      ),
    ],
  },
  {
    name: 'switch-of-the-active-node-fails',
    cluster: { switches: { public: ['switch-1', 'switch-2'] } },
    actions: ['0s cut switch-1', '5m mend switch-1'],
    claims: [
      claim(
        'NODE1 is on switch-1 and NODE2 on switch-2: only NODE1 loses the public network',
        'KB Q176320',
        all(
          neverWith('interface-state-changed NODE2.public', { state: 'failed' }),
          tells('interface-state-changed NODE1.public', { state: 'failed' }),
        ),
      ),
      addressFails,
      claim('The group fails over as with a cable', 'KB Q257925', outage('31s', '36s')),
      claim('No mail is lost', 'rule: take-offline', mail({ lost: 0 })),
    ],
  },
  {
    name: 'switch-of-teamed-adapters-fails',
    cluster: { switches: { public: ['switch-1', 'switch-2'] }, teamed: true },
    actions: ['0s cut switch-1', '1m cut NODE1.public-2', '5m mend switch-1'],
    claims: [
      claim(
        'Every node has an adapter on the other switch: nobody notices. Teaming is tolerated on the public network',
        'KB Q254101',
        all(outcome('online on NODE1', '59s'), happensFirst('service-lost', '1m')),
      ),
      claim(
        'The second fault takes the last way out of NODE1: its group fails over',
        'KB Q176320',
        outage('31s', '36s'),
      ),
      claim(
        'NODE1 is back on the network at five minutes (event 1125), and the group stays where it is',
        'KB 892422',
        all(
          happens('interface-state-changed NODE1.public', '300s', '310s', { state: 'up' }),
          outcome('online on NODE2'),
        ),
      ),
    ],
  },
  {
    name: 'name-without-a-network',
    cluster: { parameters: { publicNetworkLossFailsAddress: 0 } },
    actions: ['0s cut public', '10s move EXMBX NODE2'],
    claims: [
      ...nameNeedsNetwork,
      claim(
        'Three restarts half a second after each failure do not help; then the group moves back',
        'KB 947712',
        happensFirst('failover-started EXMBX', '41500ms'),
      ),
    ],
  },
  {
    name: 'name-without-a-network-2008',
    cluster: { profile: 'windows-server-2008', parameters: { publicNetworkLossFailsAddress: 0 } },
    actions: ['0s cut public', '10s move EXMBX NODE2'],
    claims: [
      ...nameNeedsNetwork,
      claim(
        'One restart half a second after the failure does not help; then the group moves back',
        'KB 947712',
        happensFirst('failover-started EXMBX', '30500ms'),
      ),
    ],
  },
];
