import type { Verb } from '#model';

/** What an action does and how it is written; the examples are parsed by a test. */
export interface ActionReference {
  readonly does: string;
  /** In the words of scc-two-nodes or one-server. */
  readonly example: string;
}

/** Every action, for authors. */
export const ACTIONS: Readonly<Record<Verb, ActionReference>> = {
  'power-off': { does: 'Takes a server’s power away, at once.', example: 'power-off NODE1' },
  'power-on': { does: 'Gives it back; the server starts.', example: 'power-on NODE1' },
  cut: {
    does: 'Cuts a whole network, one server’s cable into it, or a server’s path to the storage.',
    example: 'cut NODE1.public',
  },
  mend: { does: 'Mends what was cut.', example: 'mend private' },
  fail: { does: 'Breaks a disk, or the array with all its disks.', example: 'fail array' },
  repair: { does: 'Repairs or replaces what broke.', example: 'repair array' },
  'bring-online': {
    does: 'Brings a group online that has been left failed.',
    example: 'bring-online EXMBX',
  },
  'restore-backup': {
    does: 'Restores a database from its backup and replays the logs that are left.',
    example: 'restore-backup mailbox-database',
  },
  move: {
    does: 'Moves a group to another server. With two servers the second word may be left out.',
    example: 'move EXMBX NODE2',
  },
};
