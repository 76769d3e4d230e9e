import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  counts,
  happens,
  happensFirst,
  never,
  outage,
  outcome,
  takes,
} from '../checks.ts';

const prefers = (failback: 'prevent' | 'immediate' | { from: number; to: number }): Difference => ({
  group: { EXMBX: { preferredOwners: ['NODE1', 'NODE2'], failback } },
});

/** Its preferred owner fails and is back as a member at 425 s. */
const thereAndBack = ['0s power-off NODE1', '5m power-on NODE1'];

/** Groups that go back to a better owner, or do not. */
export const failback: readonly Golden[] = [
  {
    name: 'failback-is-prevented-unless-allowed',
    cluster: prefers('prevent'),
    actions: thereAndBack,
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'A list of preferred owners alone moves nothing back',
        'Failover Cluster API: AutoFailbackType',
        never('failback-started'),
      ),
      claim(
        'It stays on NODE2',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'failback-at-once',
    cluster: prefers('immediate'),
    actions: thereAndBack,
    claims: [
      claim(
        'It goes back as soon as NODE1 is a member: at once, as is remembered of a window that is not set',
        'rule: fail-back',
        takes('node-joined NODE1', 'failback-started EXMBX', '0s', '1s'),
      ),
      claim(
        'Failback is a planned move: a second outage, of 24 s as the model assumes',
        'Failover Cluster API: Failover',
        all(counts(2, 'service-restored'), outage('68s', '69.2s')),
      ),
      claim(
        'It is home again',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE1'),
      ),
    ],
  },
  {
    name: 'failback-at-night',
    cluster: prefers({ from: 22, to: 5 }),
    actions: thereAndBack,
    until: '11h',
    claims: [
      claim(
        'By day it stays on NODE2, as is remembered of a window of hours',
        'assumption: hourAtStart',
        outcome('online on NODE2', '9h'),
      ),
      claim(
        'The scenario starts at noon, 60.2 s before the first action: the window opens 10 h later, less that',
        'assumption: hourAtStart',
        happens('failback-started EXMBX', '35939.8s'),
      ),
      claim(
        'Then it goes back, for failback is allowed and it has a list',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE1', '10h'),
      ),
    ],
  },
  {
    name: 'failback-within-the-open-window',
    cluster: { ...prefers({ from: 10, to: 14 }) },
    actions: thereAndBack,
    claims: [
      claim(
        'Noon lies between 10 and 14 h: it goes back when NODE1 has joined',
        'assumption: hourAtStart',
        happens('failback-started EXMBX', '425s', '426s'),
      ),
      claim(
        'It is home again',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE1'),
      ),
      claim(
        'It goes back once',
        'Failover Cluster API: AutoFailbackType',
        counts(1, 'failback-started'),
      ),
    ],
  },
  {
    name: 'failback-is-allowed-by-an-administrator',
    cluster: {},
    actions: [
      '0s set EXMBX.AutoFailbackType allow',
      '1s power-off NODE1',
      '5m power-on NODE1',
      '10m set EXMBX.FailbackWindowStart 13',
      '10m set EXMBX.FailbackWindowEnd 14',
      '10m set EXMBX.PreferredOwners NODE1',
    ],
    until: '3h',
    claims: [
      claim(
        'Without a list of preferred owners nothing goes back',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE2', '599s'),
      ),
      claim(
        'With a list and a window from 13 to 14 h it waits for 13 h, as is remembered: 3,600 s less 60.2 s',
        'assumption: hourAtStart',
        happens('failback-started EXMBX', '3539.8s'),
      ),
      claim(
        'Then it is on NODE1',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE1'),
      ),
    ],
  },
  {
    name: 'failback-to-a-node-that-dies-again',
    cluster: prefers('immediate'),
    actions: [...thereAndBack, '430s power-off NODE1'],
    claims: [
      claim(
        'The move back has begun at 425 s: at once, as is remembered of a window that is not set',
        'rule: fail-back',
        happensFirst('failback-started EXMBX', '425s', '426s'),
      ),
      claim(
        'NODE1 dies before it gets the group: NODE2 brings it online again',
        'rule: take-back',
        outcome('online on NODE2'),
      ),
      claim(
        'A second outage: 5 s, 6 to 7.2 s, 3 s, 8.2 s, 15 s',
        'rule: answer-clients',
        outage('81.2s', '83.6s'),
      ),
    ],
  },
];
