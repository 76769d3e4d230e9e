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
  'shut-down': {
    does: 'Shuts a server’s operating system down in order; then it is off.',
    example: 'shut-down NODE1',
  },
  restart: { does: 'Shuts it down and starts it again.', example: 'restart NODE1' },
  hang: {
    does: 'Lets everything on a server stand still, as a driver that blocks does.',
    example: 'hang NODE1',
  },
  wake: { does: 'Lets a server that hung go on where it stood.', example: 'wake NODE1' },
  cut: {
    does: 'Cuts a whole network, a switch, one server’s cable into a network or its path to the storage.',
    example: 'cut NODE1.public',
  },
  mend: { does: 'Mends what was cut.', example: 'mend private' },
  fail: {
    does: 'Breaks a disk, the array with all its disks, one of its controllers, the witness or a power feed.',
    example: 'fail array',
  },
  repair: { does: 'Repairs or replaces what broke.', example: 'repair array' },
  crash: {
    does: 'Ends the process behind a resource without a word; the next poll finds out.',
    example: 'crash information-store',
  },
  'hang-service': {
    does: 'Lets the process behind a resource, or the cluster service of a server, stand still.',
    example: 'hang-service information-store',
  },
  'stop-service': {
    does: 'Stops the process behind a resource in order, but behind the cluster’s back.',
    example: 'stop-service information-store',
  },
  'start-service': {
    does: 'Starts it again, behind the cluster’s back.',
    example: 'start-service information-store',
  },
  'take-offline': {
    does: 'Takes a group offline, or a resource with those that depend on it; it stays so.',
    example: 'take-offline EXMBX',
  },
  'bring-online': {
    does: 'Brings a group online, or a resource with those that it depends on.',
    example: 'bring-online EXMBX',
  },
  'pause-node': {
    does: 'Lets a node keep what it has and gives it nothing more.',
    example: 'pause-node NODE2',
  },
  'resume-node': { does: 'Ends the pause of a node.', example: 'resume-node NODE2' },
  'force-quorum': {
    does: 'Starts a node’s cluster service without asking for the quorum.',
    example: 'force-quorum NODE2',
  },
  'start-cluster-service': {
    does: 'Starts a node’s cluster service.',
    example: 'start-cluster-service NODE1',
  },
  'stop-cluster-service': {
    does: 'Stops a node’s cluster service in order; its groups go to the others first.',
    example: 'stop-cluster-service NODE1',
  },
  'damage-page': {
    does: 'Damages a page of a database; nobody notices until it is read.',
    example: 'damage-page mailbox-database',
  },
  'back-up': {
    does: 'Begins a backup of a database that is mounted.',
    example: 'back-up mailbox-database',
  },
  'restore-backup': {
    does: 'Restores a database from its backup and replays the logs that are left.',
    example: 'restore-backup mailbox-database',
  },
  move: {
    does: 'Moves a group to another server; without the second word to the one that is best.',
    example: 'move EXMBX NODE2',
  },
  set: {
    does: 'Changes a property of the cluster, a group or a resource while it runs.',
    example: 'set EXMBX.FailoverThreshold 3',
  },
};
