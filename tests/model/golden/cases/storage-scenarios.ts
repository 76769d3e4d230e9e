import { fromFile, pairHead } from '../file.ts';

/** Two databases on disks mounted in folders of one, and a third on a disk with a letter of its own. */
export const mountPoints = fromFile(
  'mount-points',
  `${pairHead('Databases on mount points')}
    - { id: Q, letter: 'Q:', holds: quorum }
    - { id: R, letter: 'R:', holds: data }
    - { id: SG1, letter: 'R:\\SG1', holds: database, root: R }
    - { id: SG2, letter: 'R:\\SG2', holds: database, root: R }
    - { id: S, letter: 'S:', holds: database }
    - { id: L, letter: 'L:', holds: logs }
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE1
    resources: [{ id: disk-Q, type: physical-disk, disk: Q }]
  - id: EXMBX
    owner: NODE1
    resources:
      - { id: disk-R, type: physical-disk, disk: R, affects-group: false }
      - { id: disk-SG1, type: physical-disk, disk: SG1, depends-on: [disk-R], affects-group: false }
      - { id: disk-SG2, type: physical-disk, disk: SG2, depends-on: [disk-R], affects-group: false }
      - { id: disk-S, type: physical-disk, disk: S, affects-group: false }
      - { id: disk-L, type: physical-disk, disk: L }
      - { id: ip-address, type: ip-address, network: public, address: 10.0.0.50 }
      - { id: network-name, type: network-name, depends-on: [ip-address] }
      - { id: store, type: information-store, depends-on: [network-name] }
      - { id: db-1, type: mailbox-database, depends-on: [store, disk-SG1, disk-L] }
      - { id: db-2, type: mailbox-database, depends-on: [store, disk-SG2, disk-L] }
      - { id: db-3, type: mailbox-database, depends-on: [store, disk-S, disk-L] }
`,
);

/** The disk of the database was left in a group of its own, and nobody said that the database needs it. */
export const forgottenDisk = fromFile(
  'forgotten-disk',
  `${pairHead('A disk left in another group')}
    - { id: Q, letter: 'Q:', holds: quorum }
    - { id: E, letter: 'E:', holds: database }
    - { id: L, letter: 'L:', holds: logs }
groups:
  - id: ClusterGroup
    name: Cluster Group
    owner: NODE1
    resources: [{ id: disk-Q, type: physical-disk, disk: Q }]
  - id: Disks
    owner: NODE1
    resources: [{ id: disk-E, type: physical-disk, disk: E }]
  - id: EXMBX
    owner: NODE1
    resources:
      - { id: disk-L, type: physical-disk, disk: L }
      - { id: ip-address, type: ip-address, network: public, address: 10.0.0.50 }
      - { id: network-name, type: network-name, depends-on: [ip-address] }
      - { id: store, type: information-store, depends-on: [network-name] }
      - { id: db-1, type: mailbox-database, depends-on: [store, disk-L], disks: [E, L] }
`,
);
