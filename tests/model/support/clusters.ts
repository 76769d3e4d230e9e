import type { Plan } from '#model';
import { planFor } from './scenario.ts';
import type { Difference } from './scenario.ts';

const three = {
  nodes: 3,
  generic: [{ id: 'APP', owner: 'NODE3', resources: { a: [], b: ['a'] } }],
};

/** Clusters of every kind that the model knows, small enough for many runs. */
export const CLUSTERS: readonly Difference[] = [
  {},
  { publicRole: 'client' },
  { publicRole: 'client', quorumOwner: 'NODE2' },
  { quorumOwner: 'NODE2' },
  { publicRole: 'client', secondDatabase: true },
  { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' },
  {
    profile: 'windows-server-2008',
    quorum: 'node-and-disk-majority',
    quorumOwner: 'NODE2',
    publicRole: 'client',
  },
  { profile: 'windows-server-2008', publicRole: 'client' },
  { profile: 'windows-server-2008', quorum: 'node-and-file-share-majority' },
  { quorum: 'node-and-file-share-majority', publicRole: 'client' },
  { ...three, quorum: 'node-majority' },
  { ...three, publicRole: 'client', mailboxServers: 2 },
  { ...three, profile: 'windows-server-2008', quorum: 'node-and-disk-majority', mailboxServers: 2 },
  {
    nodes: 4,
    quorum: 'node-and-file-share-majority',
    publicRole: 'client',
    group: { EXMBX: { preferredOwners: ['NODE1', 'NODE2', 'NODE3'], failback: 'immediate' } },
    generic: [{ id: 'APP', owner: 'NODE2', resources: { a: [], b: ['a'], c: ['b'] } }],
  },
  {
    paths: 2,
    controllers: ['controller-1', 'controller-2'],
    teamed: true,
    switches: { public: ['switch-1', 'switch-2'], private: ['switch-1'] },
    feeds: {
      NODE1: ['feed-1', 'feed-2'],
      NODE2: ['feed-2'],
      array: ['feed-1', 'feed-2'],
      'switch-1': ['feed-1'],
      'switch-2': ['feed-2'],
    },
    group: { EXMBX: { preferredOwners: ['NODE1'], failback: { from: 22, to: 5 } } },
  },
];

/** The clusters, prepared, with a seed. */
export function planWith(difference: Difference, seed: number): Plan {
  return planFor({ ...difference, seed });
}
