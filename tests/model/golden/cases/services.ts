import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
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
  resources,
  tells,
} from '../checks.ts';

/** Processes of Exchange that end, stand still or are stopped behind the cluster's back. */
export const exchangeServices: readonly Golden[] = [
  {
    name: 'information-store-crashes',
    cluster: {},
    actions: ['0s crash information-store'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'The next LooksAlive poll finds it, as the model assumes: within 5 s',
        'rule: fail-resource',
        happens('resource-failed information-store', '0s', '5s', { how: 'poll' }),
      ),
      claim(
        'It is restarted in place and does not move the group',
        'assumption: exchangeServicesAffectGroup',
        all(
          never('failover-started', 'group-moved'),
          tells('resource-going-online information-store', { attempt: 2, node: 'NODE1' }),
        ),
      ),
      claim(
        'Outage: up to 5 s, 0.5 s, store 8 s, replay 10 s, mount 2 s',
        'rule: answer-clients',
        outage('20.5s', '25.5s'),
      ),
      claim('No message is lost', 'rule: recover-database', mail({ lost: 0 })),
    ],
  },
  {
    name: 'information-store-hangs',
    cluster: {},
    actions: ['10s hang-service information-store'],
    claims: [
      claim(
        'Clients are not answered from the start, while LooksAlive sees a process that is there, as the model assumes',
        'rule: answer-clients',
        happens('service-lost EXMBX', '10s'),
      ),
      claim(
        'Only the next IsAlive poll finds it, as the model assumes: within 60 s',
        'rule: fail-resource',
        happens('resource-failed information-store', '15s', '70s', { how: 'poll' }),
      ),
      claim(
        'Outage: up to 60 s, 0.5 s, store 8 s, replay 10 s, mount 2 s',
        'rule: answer-clients',
        outage('25.5s', '80.5s'),
      ),
      claim(
        'The group stays on NODE1',
        'assumption: exchangeServicesAffectGroup',
        outcome('online on NODE1'),
      ),
    ],
  },
  {
    name: 'information-store-is-stopped-outside-the-cluster',
    cluster: {},
    actions: ['0s stop-service information-store'],
    claims: [
      claim(
        'The cluster sees a failure, not an intention, and starts it again',
        'Exchange 5.5 documentation, services stopped outside the cluster',
        happens('resource-failed information-store', '0s', '5s', { how: 'poll' }),
      ),
      claim(
        'The store closed its databases in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
      claim(
        'Outage: up to 5 s, 0.5 s, store 8 s, mount 2 s',
        'rule: answer-clients',
        outage('10.5s', '15.5s'),
      ),
    ],
  },
  {
    name: 'system-attendant-is-stopped-and-started-outside-the-cluster',
    cluster: {},
    actions: ['0s stop-service system-attendant', '10ms start-service system-attendant'],
    claims: [
      claim(
        'Whoever is back before the next poll was never missed',
        'Failover Cluster API: LooksAlivePollInterval',
        never('resource-failed'),
      ),
      claim(
        'The databases do not need it',
        'assumption: informationStoreNeedsSystemAttendant',
        noOutage,
      ),
      claim(
        'Everything is online',
        'rule: bring-online',
        resources({ 'system-attendant': 'online' }),
      ),
    ],
  },
  {
    name: 'system-attendant-crashes',
    cluster: {},
    actions: ['0s crash system-attendant'],
    claims: [
      claim(
        'The store depends on the network name, not on the System Attendant: no outage',
        'assumption: informationStoreNeedsSystemAttendant',
        noOutage,
      ),
      claim(
        'It is restarted in place: up to 5 s, 0.5 s, 4 s',
        'assumption: systemAttendantOnlineDuration',
        happens('resource-online system-attendant', '4.5s', '9.5s'),
      ),
      claim('Nothing else is touched', 'KB Q171791', never('resource-offline')),
    ],
  },
  {
    name: 'system-attendant-crashes-in-the-tree-of-exchange-2003',
    cluster: { parameters: { informationStoreNeedsSystemAttendant: 1 } },
    actions: ['0s crash system-attendant'],
    claims: [
      claim(
        'The store depends on the System Attendant and goes offline with it',
        'Exchange 2003 resource tree',
        inOrder(
          'resource-failed system-attendant',
          'resource-offline mailbox-database',
          'resource-offline information-store',
          'resource-online system-attendant',
          'resource-online information-store',
        ),
      ),
      claim(
        'Outage: 8 s offline in order, attendant 4 s, store 8 s, mount 2 s',
        'rule: answer-clients',
        outage('22s'),
      ),
      claim(
        'The databases were closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
    ],
  },
  {
    name: 'information-store-crashes-again-and-again',
    cluster: {},
    actions: ['0s', '40s', '80s', '120s'].map((when) => `${when} crash information-store`),
    claims: [
      claim(
        'Three restarts; the fourth failure finds the threshold used up',
        'KB 947712',
        all(
          counts(4, 'resource-failed information-store'),
          counts(3, 'resource-online information-store'),
        ),
      ),
      claim(
        'The group does not move for it: the store stays failed',
        'assumption: exchangeServicesAffectGroup',
        all(
          never('failover-started'),
          resources({ 'information-store': 'failed', 'network-name': 'online' }),
        ),
      ),
      claim(
        'Nobody is served until somebody does something',
        'assumption: retryPeriodOnFailure',
        outcome('down on NODE1'),
      ),
    ],
  },
  {
    name: 'information-store-crashes-again-and-again-and-affects-its-group',
    cluster: { parameters: { exchangeServicesAffectGroup: 1 } },
    actions: ['0s', '40s', '80s', '120s'].map((when) => `${when} crash information-store`),
    claims: [
      claim(
        'The fourth failure moves the group',
        'TechNet cc740098',
        all(
          counts(4, 'resource-failed information-store'),
          happens('failover-started EXMBX', '120s', '125s'),
        ),
      ),
      claim('It comes up on NODE2', 'TechNet cc740098', outcome('online on NODE2')),
      claim(
        'Every crash is an outage, the last with the move',
        'rule: answer-clients',
        counts(4, 'service-lost'),
      ),
    ],
  },
  {
    name: 'what-has-no-process-cannot-crash',
    cluster: {},
    actions: [
      '0s crash disk-E',
      '1s hang-service ip-address',
      '2s stop-service network-name',
      '3s start-service information-store',
      '4s take-offline system-attendant',
      '5m crash system-attendant',
      '6m damage-page disk-E',
      '7m back-up information-store',
    ],
    claims: [
      claim(
        'Disks, addresses and names are no processes; only databases have pages and backups',
        'rule: refuse',
        refuses(
          'no-process',
          'no-process',
          'no-process',
          'already-so',
          'not-online',
          'no-database',
          'no-database',
        ),
      ),
      claim('Clients notice nothing', 'assumption: informationStoreNeedsSystemAttendant', noOutage),
      claim(
        'What was taken offline stays offline',
        'rule: take-offline',
        resources({ 'system-attendant': 'offline' }),
      ),
      claim('Nothing fails', 'KB Q171791', never('resource-failed')),
      claim(
        'It went offline in order',
        'assumption: systemAttendantOfflineDuration',
        happensFirst('resource-offline system-attendant', '6s'),
      ),
    ],
  },
];
