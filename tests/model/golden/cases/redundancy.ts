import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  comesOf,
  counts,
  happens,
  happensFirst,
  never,
  noOutage,
  outage,
  outcome,
  services,
} from '../checks.ts';

const twoFeeds = ['feed-1', 'feed-2'];
const twoControllers: Difference = { paths: 2, controllers: ['controller-1', 'controller-2'] };

/** Power feeds, storage paths, controllers and switches that exist twice, or do not. */
export const redundancy: readonly Golden[] = [
  {
    name: 'node-with-two-power-feeds',
    cluster: { feeds: { NODE1: twoFeeds, NODE2: twoFeeds } },
    actions: ['0s fail feed-1', '5m fail feed-2', '10m repair feed-1'],
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim('One feed is enough', 'rule: lose-power', outcome('online on NODE1', '299s')),
      claim(
        'Without the second both nodes are off',
        'rule: lose-power',
        all(
          happens('node-powered-off NODE1', '300s'),
          happens('node-powered-off NODE2', '300s'),
          comesOf('node-powered-off NODE1', 'feed-failed feed-1'),
        ),
      ),
      claim(
        'One feed back starts both: 300 s without power, 120 s boot, 10 s, 25 s',
        'assumption: powerReturnsOn',
        outage('455s'),
      ),
    ],
  },
  {
    name: 'power-returns-and-nodes-stay-off',
    cluster: { feeds: { NODE1: ['feed-1'] }, parameters: { powerReturnsOn: 0 } },
    actions: ['0s fail feed-1', '1m power-on NODE1', '5m repair feed-1', '10m power-on NODE1'],
    claims: [
      claim('Without power nobody can switch it on', 'rule: refuse', (run) => {
        if (run.refusals.join() !== 'no-power') throw new Error(run.refusals.join());
      }),
      claim(
        'With power it waits for somebody to press the button',
        'assumption: powerReturnsOn',
        happens('node-powered-on NODE1', '600s'),
      ),
      claim('NODE2 serves meanwhile', 'rule: answer-clients', outage('44s', '45.2s')),
      claim(
        'NODE1 joins at 725 s',
        'assumption: joinDuration',
        happens('node-joined NODE1', '725s'),
      ),
    ],
  },
  {
    name: 'two-storage-paths',
    cluster: { paths: 2 },
    actions: ['0s cut NODE1.path-1', '5m cut NODE1.path-2', '10m mend NODE1.path-2'],
    claims: [
      claim('One path is enough', 'rule: answer-clients', outcome('online on NODE1', '299s')),
      claim(
        'Without the second its renewals fail within 3 s and its cluster service stops',
        'assumption: lostQuorumReservationStopsService',
        happensFirst('cluster-service-stopped NODE1', '300s', '303s', { reason: 'quorum-lost' }),
      ),
      claim(
        'Outage: up to 3 s, 6 to 7.2 s, 3 s, 10 s, 25 s',
        'rule: answer-clients',
        outage('44s', '48.2s'),
      ),
    ],
  },
  {
    name: 'two-controllers',
    cluster: twoControllers,
    actions: ['0s fail controller-1', '5m fail controller-2', '10m repair controller-1'],
    claims: [
      claim(
        'The paths to the other controller are enough',
        'rule: answer-clients',
        outcome('online on NODE1', '299s'),
      ),
      claim(
        'Without both no node reaches a disk: nobody can serve',
        'rule: renew-reservation',
        all(services({ NODE1: 'stopped', NODE2: 'stopped' }, '6m'), outcome('down on NODE1', '6m')),
      ),
      claim(
        'With one of them back a cluster is formed and serves',
        'assumption: clusterServiceRestartDelay',
        outcome('online on NODE1', '15m'),
      ),
    ],
  },
  {
    name: 'single-paths-to-one-controller-each',
    cluster: { controllers: ['controller-1'] },
    actions: ['0s fail controller-1'],
    claims: [
      claim(
        'One controller for all is a single point of failure',
        'rule: answer-clients',
        outcome('down on NODE1'),
      ),
      claim(
        'The fault takes the service at once',
        'rule: answer-clients',
        happens('service-lost EXMBX', '0s'),
      ),
      claim(
        'Neither node can hold the quorum: both stop, as the model assumes of an owner without its disk',
        'assumption: lostQuorumReservationStopsService',
        services({ NODE1: 'stopped', NODE2: 'stopped' }),
      ),
    ],
  },
  {
    name: 'array-on-one-power-feed',
    cluster: { feeds: { array: ['feed-1'] } },
    actions: ['0s fail feed-1', '5m repair feed-1'],
    claims: [
      claim(
        'Both nodes have power and nothing to serve',
        'rule: answer-clients',
        outcome('down on NODE1', '4m'),
      ),
      claim('No node went off', 'rule: lose-power', never('node-powered-off')),
      claim(
        'When the array is back a cluster is formed at the next attempt to start',
        'assumption: clusterServiceRestartDelay',
        (run) => {
          happensFirst('service-restored', '325s', '400s')(run);
          if (run.world().service.value !== 'online') throw new Error('down');
        },
      ),
    ],
  },
  {
    name: 'switch-without-power',
    cluster: { switches: { private: ['switch-1'] }, feeds: { 'switch-1': ['feed-1'] } },
    actions: ['0s fail feed-1', '1m repair feed-1'],
    claims: [
      claim(
        'A switch without power passes nothing: the private network is dead',
        'KB 892422',
        counts(2, 'contact-lost'),
      ),
      claim('The public network carries heartbeats too', 'KB Q176320', noOutage),
      claim('Contact is restored with the power', 'KB 892422', counts(2, 'contact-restored')),
    ],
  },
];
