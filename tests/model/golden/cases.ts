import type { Difference } from '../support/scenario.ts';

/** A run that is kept as text. */
export interface GoldenCase {
  /** The file, without its ending: a sentence in kebab-case. */
  readonly name: string;
  readonly cluster?: Difference;
  /** `DURATION ACTION`, as on the command line. */
  readonly actions: readonly string[];
}

const clientOnly: Difference = { publicRole: 'client' };

/** The main faults, and what undoes them. */
export const GOLDEN: readonly GoldenCase[] = [
  { name: 'active-node-loses-power', actions: ['0s power-off NODE1'] },
  {
    name: 'active-node-loses-power-but-not-the-quorum',
    cluster: { quorumOwner: 'NODE2' },
    actions: ['0s power-off NODE1'],
  },
  { name: 'passive-node-loses-power', actions: ['0s power-off NODE2', '5m power-on NODE2'] },
  {
    name: 'node-comes-back-and-its-successor-fails',
    actions: ['0s power-off NODE1', '5m power-on NODE1', '10m power-off NODE2'],
  },
  { name: 'private-network-cut-public-mixed', actions: ['0s cut private', '1m mend private'] },
  {
    name: 'private-network-cut-public-for-clients-only',
    cluster: clientOnly,
    actions: ['0s cut private', '30s mend private'],
  },
  {
    name: 'private-network-cut-quorum-on-the-passive-node',
    cluster: { ...clientOnly, quorumOwner: 'NODE2' },
    actions: ['0s cut private'],
  },
  { name: 'public-cable-of-active-node-cut', actions: ['0s cut NODE1.public'] },
  {
    name: 'public-network-dead',
    actions: ['0s cut public', '10m mend public', '11m bring-online EXMBX'],
  },
  { name: 'quorum-owner-loses-its-path', actions: ['0s cut NODE1.path-1', '5m mend NODE1.path-1'] },
  {
    name: 'active-node-loses-its-path-but-not-the-quorum',
    cluster: { quorumOwner: 'NODE2' },
    actions: ['0s cut NODE1.path-1'],
  },
  { name: 'array-fails-and-is-repaired', actions: ['0s fail array', '1h repair array'] },
  { name: 'database-disk-fails', actions: ['0s fail E', '10m repair E', '12m restore-backup mailbox-database'] },
  { name: 'planned-move', actions: ['0s move EXMBX NODE2'] },
  {
    name: 'move-to-a-node-that-dies',
    actions: ['0s move EXMBX NODE2', '8s power-off NODE2'],
  },
  {
    name: 'both-nodes-lose-power',
    actions: ['0s power-off NODE1', '0s power-off NODE2', '1m power-on NODE1', '1m power-on NODE2'],
  },
];
