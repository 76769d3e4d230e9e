import type { Difference } from '../../support/scenario.ts';
import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  counts,
  happens,
  happensFirst,
  neverWith,
  noOutage,
  outage,
  outcome,
  owners,
  refuses,
  reserved,
  resources,
  services,
  tells,
} from '../checks.ts';

const majorityOfThree: Difference = { quorum: 'node-majority', nodes: 3 };

/** An administrator makes a node go on without the votes (/forcequorum, /fixquorum). */
export const forced: readonly Golden[] = [
  {
    name: 'quorum-is-forced-after-the-majority-is-lost',
    cluster: majorityOfThree,
    actions: [
      '0s power-off NODE2',
      '0s power-off NODE3',
      '1m force-quorum NODE1',
      '5m power-on NODE2',
      '8m start-cluster-service NODE2',
    ],
    claims: [
      claim(
        'One of three is left: NODE1 stops at 9 to 10.2 s',
        'KB 921181',
        happensFirst('cluster-service-stopped NODE1', '9s', '10.2s', { reason: 'quorum-lost' }),
      ),
      claim(
        'Forced, it goes on alone at once',
        'KB 258078',
        all(happens('quorum-forced NODE1', '60s'), outcome('online on NODE1', '2m')),
      ),
      claim(
        'Outage: from 9 to 10.2 s to 60 s, and 25 s',
        'rule: answer-clients',
        outage('74.8s', '76s'),
      ),
      claim(
        'NODE2 comes back and stays out: it is not in the list of /forcequorum, and its service must stay stopped',
        'KB 258078',
        all(
          happens('node-booted NODE2', '420s'),
          neverWith('cluster-service-started', { node: 'NODE2' }),
          refuses('kept-out'),
          services({ NODE1: 'running', NODE2: 'stopped' }),
        ),
      ),
    ],
  },
  {
    name: 'quorum-is-forced-while-the-others-go-on',
    cluster: {
      ...majorityOfThree,
      publicRole: 'client',
      group: { EXMBX: { preferredOwners: ['NODE1', 'NODE2'] } },
      generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
    },
    actions: ['0s cut NODE1.private', '2m force-quorum NODE1'],
    claims: [
      claim(
        'Cut off, NODE1 has stopped, and the majority has its mailbox server',
        'KB 921181',
        all(services({ NODE1: 'stopped' }, '119s'), outcome('online on NODE2', '119s')),
      ),
      claim(
        'Forced, it runs beside them: resources are brought online on both sides',
        'KB 258078',
        services({ NODE1: 'running', NODE2: 'running', NODE3: 'running' }),
      ),
      claim(
        'The disks are reserved by the node that uses them: they do not come online on NODE1',
        'KB 309186',
        all(
          reserved({ E: 'NODE2', L: 'NODE2' }),
          neverWith('resource-online disk-E', { node: 'NODE1' }),
          neverWith('resource-online mailbox-database', { node: 'NODE1' }),
        ),
      ),
      claim(
        'What needs neither disk nor address runs twice',
        'KB 258078',
        all(
          tells('resource-online job', { node: 'NODE1' }),
          neverWith('resource-offline job', { node: 'NODE2' }),
          neverWith('resource-offline job', { node: 'NODE3' }),
        ),
      ),
      claim(
        'Clients keep what they have on NODE2',
        'rule: answer-clients',
        all(counts(1, 'service-lost'), outcome('online on NODE2')),
      ),
    ],
  },
  {
    name: 'quorum-is-forced-after-the-quorum-disk-is-lost',
    cluster: {},
    actions: [
      '0s fail Q',
      '2m force-quorum NODE1',
      '3m bring-online EXMBX',
      '5m repair Q',
      '6m stop-cluster-service NODE1',
      '7m start-cluster-service NODE1',
    ],
    claims: [
      claim(
        'Without its quorum disk nothing runs',
        'TechNet bb676571',
        services({ NODE1: 'stopped', NODE2: 'stopped' }, '119s'),
      ),
      claim(
        'Started with /fixquorum, NODE1 runs; only the address and the name of the cluster, which are not modelled, would come online',
        'KB 258078',
        all(services({ NODE1: 'running' }, '170s'), outcome('down on NODE1', '170s')),
      ),
      claim(
        'Brought online by hand, the mailbox server runs without disk Q: 25 s',
        'KB 258078',
        all(outcome('online on NODE1', '205s'), resources({ 'disk-Q': 'offline' }, '205s')),
      ),
      claim(
        'No second node joins it',
        'KB 258078',
        all(services({ NODE2: 'stopped' }, '359s'), neverWith('node-joined', { node: 'NODE2' })),
      ),
      claim(
        'Once it has stopped, NODE2 forms the cluster with the new disk Q in the ordinary way, and NODE1 joins',
        'TechNet cc787665',
        all(
          happens('cluster-formed NODE2', '370s', '430s'),
          outcome('online on NODE2'),
          resources({ 'disk-Q': 'online' }),
          services({ NODE1: 'running', NODE2: 'running' }),
        ),
      ),
    ],
  },
  {
    name: 'quorum-is-forced-where-it-cannot-be',
    cluster: { profile: 'windows-server-2008', quorum: 'node-majority', nodes: 3 },
    actions: ['0s force-quorum NODE1', '1s power-off NODE2', '2s force-quorum NODE2'],
    claims: [
      claim(
        'A running cluster service has the quorum, and a node without power cannot start one',
        'rule: refuse',
        refuses('has-quorum', 'system-not-up'),
      ),
      claim(
        'Nothing else happens to the mailbox server',
        'rule: answer-clients',
        all(noOutage, owners({ EXMBX: 'NODE1' })),
      ),
      claim(
        'NODE1 and NODE3 are a majority: two of three votes',
        'TechNet bb676571',
        tells('votes-counted', { votes: 2, of: 3, needed: 2 }),
      ),
    ],
  },
  {
    name: 'quorum-is-forced-2008-file-share-lost',
    cluster: { profile: 'windows-server-2008', quorum: 'node-and-file-share-majority' },
    actions: [
      '0s fail witness',
      '0s power-off NODE2',
      '1m force-quorum NODE1',
      '5m power-on NODE2',
    ],
    claims: [
      claim(
        'Node and share lost together: NODE1 stops after 4 to 5 s, 3 s, and the 6 s it may try',
        'assumption: witnessLockDelay',
        happensFirst('cluster-service-stopped NODE1', '13s', '14s', { reason: 'quorum-lost' }),
      ),
      claim('Forced, it serves again 25 s later', 'KB 947713', outcome('online on NODE1', '86s')),
      claim(
        'NODE2 joins it, and is given its copy of the configuration',
        'KB 947713',
        happens('node-joined NODE2', '425s'),
      ),
    ],
  },
];
