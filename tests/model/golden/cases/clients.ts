import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  happens,
  happensFirst,
  mail,
  never,
  outage,
  outcome,
  takes,
  tells,
} from '../checks.ts';

/** What clients and mail see of a failover. */
export const clients: readonly Golden[] = [
  {
    name: 'routers-do-not-believe-the-broadcast',
    cluster: { parameters: { gratuitousArpAccepted: 0 } },
    actions: ['0s move EXMBX NODE2'],
    claims: [
      claim(
        'The address keeps its number and gets another hardware address; routers send to the old node',
        'KB 244331',
        outcome('down on NODE2', '30s'),
      ),
      claim(
        'They forget 240 s after the address came online on NODE2, at 10 s',
        'assumption: arpCacheDuration',
        all(happens('address-learned EXMBX', '250s'), outage('250s')),
      ),
      claim(
        'The cluster itself was done after 24 s',
        'rule: bring-online',
        happens('resource-online mailbox-database', '24s'),
      ),
    ],
  },
  {
    name: 'routers-learn-again-after-a-way-back',
    cluster: { parameters: { gratuitousArpAccepted: 0, arpCacheDuration: 60_000 } },
    actions: ['0s move EXMBX NODE2', '5m move EXMBX NODE1'],
    claims: [
      claim(
        'Away: 10 s and 60 s',
        'assumption: arpCacheDuration',
        happensFirst('address-learned EXMBX', '70s'),
      ),
      claim(
        'And back: the same',
        'assumption: arpCacheDuration',
        happensFirst('address-learned EXMBX', '370s', '370s', undefined, 2),
      ),
      claim('Two outages of 70 s', 'rule: answer-clients', outage('140s')),
    ],
  },
  {
    name: 'clients-and-mail-after-a-failover',
    cluster: { profile: 'windows-server-2008' },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'Outlook tries every 10 s, Outlook Web Access every 15 s: all are back within 15 s',
        'assumption: webRetryPeriod',
        takes('service-restored', 'clients-reconnected', '10s', '15s'),
      ),
      claim(
        'The queue tries every 60 s',
        'assumption: queueRetryPeriod',
        takes('service-restored', 'queue-delivered', '0s', '60s'),
      ),
      claim(
        'Every mailbox is counted',
        'assumption: mailboxes',
        tells('clients-reconnected', { clients: 240 }),
      ),
      claim('Late, not lost', 'rule: retry-queue', mail({ waiting: 0, lost: 0, duplicated: 0 })),
    ],
  },
  {
    name: 'crash-while-clients-are-still-coming-back',
    cluster: {},
    actions: ['0s move EXMBX NODE2', '26s crash information-store'],
    claims: [
      claim(
        'Clients that were on their way back wait again',
        'rule: reconnect',
        happensFirst('clients-reconnected', '46s', '90s'),
      ),
      claim(
        'A database mounted for 2 s has one log to replay',
        'assumption: logGenerationPeriod',
        tells('recovery-started mailbox-database', { logs: 1 }),
      ),
      claim(
        'Outages: 24 s; up to 5 s, 0.5 s, 8 s, 0.5 s, 2 s',
        'rule: answer-clients',
        outage('35s', '40s'),
      ),
      claim('No failover', 'assumption: exchangeServicesAffectGroup', never('failover-started')),
    ],
  },
];
