import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  all,
  before,
  counts,
  happensFirst,
  inOrder,
  neverWith,
  noOutage,
  outcome,
  ownerAmong,
  owners,
  refuses,
  services,
  tells,
} from '../checks.ts';
import type { What } from '../checks.ts';
import { fromFile, mailboxResources } from '../file.ts';

const nodes = (number: number): string =>
  Array.from({ length: number }, (_, index) => `{ id: NODE${index + 1} }`).join(', ');

const head = (title: string, number: number, more = ''): string => `
title: ${title}
version: 1
subject: EXMBX
seed: 1
start: 60.2s
${more}
nodes: [${nodes(number)}]
networks: [{ id: private, role: internal }, { id: public, role: mixed }]
storage:
  id: array
  disks:
    - { id: Q, letter: 'Q:', holds: quorum }
    - { id: E, letter: 'E:', holds: database }
    - { id: L, letter: 'L:', holds: logs }`;

const mailboxGroup = `
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE1
    resources: [{ id: disk-Q, type: physical-disk, disk: Q }]
  - id: EXMBX
    owner: NODE1
    resources:${mailboxResources()}
`;

const eight = fromFile(
  'eight-nodes',
  head('Eight nodes and a quorum disk', 8, 'profile: windows-server-2003') + mailboxGroup,
);

const eightVotes = fromFile(
  'eight-nodes-2008',
  head(
    'Eight nodes and a disk that votes',
    8,
    'profile: windows-server-2008\nquorum: node-and-disk-majority',
  ) + mailboxGroup,
);

const threeServers = fromFile(
  'three-mailbox-servers',
  `${head('Three mailbox servers on four nodes', 4, 'profile: windows-server-2003')}
    - { id: E-2, letter: 'F:', holds: database }
    - { id: L-2, letter: 'M:', holds: logs }
    - { id: E-3, letter: 'G:', holds: database }
    - { id: L-3, letter: 'N:', holds: logs }
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE4
    resources: [{ id: disk-Q, type: physical-disk, disk: Q }]
  - id: EXMBX
    owner: NODE1
    resources:${mailboxResources()}
  - id: EXMBX-2
    owner: NODE2
    resources:${mailboxResources('-2', '10.0.0.51')}
  - id: EXMBX-3
    owner: NODE3
    resources:${mailboxResources('-3', '10.0.0.52')}
`,
);

const extraResource = fromFile(
  'extra-resource',
  `${head('Something extra in the Cluster Group', 2, 'profile: windows-server-2003')}
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE1
    resources:
      - { id: disk-Q, type: physical-disk, disk: Q }
      - { id: extra, type: generic, restart-threshold: 0 }
  - id: EXMBX
    owner: NODE1
    resources:${mailboxResources()}
`,
);

/** Clusters written as files: up to eight nodes, several mailbox servers. */
export const manyNodes: readonly Golden[] = [
  {
    name: 'seven-of-eight-nodes-go-one-after-the-other',
    cluster: eight,
    actions: [4, 1, 2, 3, 5, 6, 7].map((number, index) => `${index * 5}m power-off NODE${number}`),
    claims: [
      claim(
        'The mailbox server is online on NODE1',
        'rule: answer-clients',
        before('online on NODE1'),
      ),
      claim(
        'Single copy clusters have at most eight nodes; with the disk, the last of them serves',
        'TechNet bb676571',
        outcome('online on NODE8'),
      ),
      claim(
        'Each of the seven is counted out once (event 1135)',
        'KB 892422',
        all(...[1, 2, 3, 4, 5, 6, 7].map((number) => counts(1, `node-removed NODE${number}`))),
      ),
      claim(
        'NODE4 owned nothing: when it is lost nobody challenges, and the owner keeps its disk',
        'KB 309186',
        all(
          happensFirst('quorum-defended NODE1', '0s', '1m'),
          happensFirst('quorum-challenged', '5m', '6m'),
        ),
      ),
      claim(
        'Each later loss is of the owner of the quorum, so each is arbitrated',
        'KB 309186',
        all(counts(6, 'quorum-challenged'), tells('quorum-taken NODE8', {})),
      ),
      claim(
        'The lowest node that is left challenges, as the model assumes',
        'rule: challenge-quorum',
        inOrder(...[2, 3, 5, 6, 7, 8].map((number): What => `quorum-challenged NODE${number}`)),
      ),
    ],
  },
  {
    name: 'four-of-eight-nodes-and-then-one-more-2008',
    cluster: eightVotes,
    actions: [
      '0s power-off NODE8',
      '0s power-off NODE7',
      '0s power-off NODE6',
      '0s power-off NODE5',
      '5m power-off NODE4',
    ],
    claims: [
      claim(
        'Four nodes and the disk are five of nine: half of the nodes may fail',
        'TechNet cc773510',
        all(
          tells('votes-counted', { votes: 4, of: 9, needed: 5 }),
          outcome('online on NODE1', '299s'),
        ),
      ),
      claim(
        'Three and the disk are four of nine: it ends',
        'TechNet cc773510',
        all(
          services({ NODE1: 'stopped', NODE2: 'stopped', NODE3: 'stopped' }, '6m'),
          outcome('down on NODE1', '6m'),
        ),
      ),
      claim(
        'All three stop for want of votes, 7 to 8 s after the fifth loss',
        'Microsoft clustering blog 2010, quorum model',
        all(
          happensFirst('cluster-service-stopped NODE1', '307s', '308s', { reason: 'quorum-lost' }),
          happensFirst('cluster-service-stopped NODE3', '307s', '308s', { reason: 'quorum-lost' }),
        ),
      ),
    ],
  },
  {
    name: 'three-mailbox-servers-and-one-passive-node',
    cluster: threeServers,
    actions: ['0s power-off NODE2', '5m power-off NODE1', '10m power-on NODE2'],
    claims: [
      claim(
        'The passive node takes the second mailbox server; the first notices nothing',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        all(owners({ 'EXMBX-2': 'NODE4' }, '4m'), outcome('online on NODE1', '4m')),
      ),
      claim(
        'The first then finds every node taken: it cannot come online beside another',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        all(
          neverWith('resource-online mailbox-database', { node: 'NODE3' }),
          neverWith('resource-online mailbox-database', { node: 'NODE4' }),
        ),
      ),
      claim(
        'The others keep serving',
        'rule: answer-clients',
        all(
          owners({ 'EXMBX-3': 'NODE3', 'EXMBX-2': 'NODE4' }),
          neverWith('resource-offline mailbox-database-3', {}),
        ),
      ),
    ],
  },
  {
    name: 'mailbox-server-finds-a-free-node-again',
    cluster: threeServers,
    actions: ['0s move EXMBX NODE3', '1m move EXMBX', '5m power-off NODE3', '15m move EXMBX-3'],
    claims: [
      claim(
        'A named node with another is refused',
        'Exchange 2007 help: Move-ClusteredMailboxServer',
        (run) => {
          if (run.refusals[0] !== 'hosts-another') throw new Error(run.refusals.join());
        },
      ),
      claim(
        'The best possible is the one that is free',
        'KB 299631',
        owners({ EXMBX: 'NODE4' }, '4m'),
      ),
      claim(
        'NODE1 is passive now and takes the third when NODE3 dies',
        'KB 299631',
        owners({ 'EXMBX-3': 'NODE1', EXMBX: 'NODE4' }),
      ),
      claim(
        'The move asked for at the end finds no other node',
        'KB 299631',
        refuses('hosts-another', 'hosts-another'),
      ),
    ],
  },
  {
    name: 'extra-resource-in-the-cluster-group-fails',
    cluster: extraResource,
    actions: ['0s crash extra', '10m power-off NODE2'],
    claims: [
      claim(
        'What else is in the Cluster Group can move it: the quorum disk goes to NODE2',
        'KB Q168948',
        all(
          owners({ ClusterGroup: 'NODE2', EXMBX: 'NODE1' }, '5m'),
          tells('failover-started ClusterGroup', { resource: 'extra' }),
        ),
      ),
      claim('The mailbox server does not care', 'KB Q168948', noOutage),
      claim(
        'When NODE2 dies the owner of the mailbox server has to challenge for the quorum',
        'KB 309186',
        tells('quorum-taken NODE1', { tookMs: 10_000 }),
      ),
    ],
  },
  {
    name: 'eight-nodes-without-a-private-network',
    cluster: eight,
    actions: ['0s cut private', '5m mend private'],
    claims: [
      claim('The public network carries the heartbeats of all', 'KB Q176320', noOutage),
      claim(
        'Each of eight loses contact with seven on one network: 56 times event 1123',
        'KB 892422',
        all(counts(56, 'contact-lost'), counts(56, 'contact-restored')),
      ),
      claim('Nobody is declared down', 'KB Q176320', counts(0, 'node-declared-down')),
      claim('The mailbox server stays', 'KB Q176320', ownerAmong('EXMBX', ['NODE1'])),
    ],
  },
];
