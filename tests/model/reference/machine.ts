import type { Instant, Plan } from '#model';
import type { Agreement, ResourceState, ServiceState } from '#model';

/** What a node hears from another on one network. */
export interface Ear {
  readonly node: string;
  readonly peer: string;
  readonly network: string;
  readonly sender: string;
  readonly receiver: string;
  readonly acrossSubnets: boolean;
  lastHeard: Instant;
  /** When the sender's next tick for this listener is. */
  sendsAt: Instant;
  /** When the listener counts the next heartbeat as missing. */
  timesOutAt: Instant;
  level: 'heard' | 'missed' | 'lost' | 'silent';
  /** When the listener says what it makes of the silence, or of the end of one. */
  assessedAt: Instant | null;
}

/** A node: its machine, its operating system and its cluster service, with what that believes. */
export interface Node {
  readonly id: string;
  power: boolean;
  /** Off because its feeds are; it starts again with them. */
  waitsForPower: boolean;
  system: 'up' | 'booting' | 'shutting-down' | 'hung' | 'down';
  hungAt: Instant;
  /** When it has booted, or has shut down. */
  systemDueAt: Instant | null;
  /** What comes after the operating system has shut down. */
  startsAgain: boolean;
  service: ServiceState;
  stage: Agreement;
  stageSince: Instant;
  stageDueAt: Instant | null;
  /** Who carries out the step, and who takes part in it. */
  leader: string;
  members: readonly string[];
  /** When a node that is joining has joined. */
  joinsAt: Instant | null;
  /** When it last joined, or was resumed after a pause. */
  returnedAt: Instant;
  paused: boolean;
  leaving: 'no' | 'stop' | 'shut-down' | 'restart';
  /** What a node that leaves is waited for at most. */
  leavesAt: Instant | null;
  watchdogAt: Instant | null;
  /** Since when it has had no network at all, while its service runs. */
  cutOffAt: Instant | null;
  /** The other nodes, as this one believes: counted in or out. */
  readonly peers: Record<string, boolean>;
  /** The nodes that it has counted out itself, until a regroup has agreed on that. */
  readonly missing: Set<string>;
  /** First heartbeat of each interface, to its own subnet and to others. */
  readonly heartbeatBases: Record<string, { same: Instant; across: Instant }>;
  restartBase: Instant;
  stoppedOnPurpose: boolean;
  /** Somebody made it go on without the quorum. */
  isForced: boolean;
  /** Peers that count this node out and were heard just now. */
  readonly excluders: Set<string>;
  /** Groups that others took, which it may believe to have. */
  claims: readonly string[];
  /** After it has stood still: the next renewals of disks that others have reserved meanwhile. */
  claimsDue: Record<string, Instant>;
}

export interface Resource {
  readonly id: string;
  readonly group: string;
  state: ResourceState;
  since: Instant;
  dueAt: Instant | null;
  /** The attempt that is under way is going to fail. */
  doomed: boolean;
  recovering: boolean;
  failures: Instant[];
  pollBase: Instant;
  /** When it is asked next. */
  pollsAt: Instant;
  health: 'well' | 'crashed' | 'hung' | 'stopped';
  wanted: boolean;
}

export interface Group {
  readonly id: string;
  owner: string;
  aim: 'online' | 'offline' | 'failed';
  movingTo: string | null;
  /** When its owner got it. */
  arrivedAt: Instant;
  failovers: Instant[];
}

interface Disk {
  works: boolean;
  reservedBy: string | null;
  renewedBy: string | null;
  renewalBase: Instant;
  /** Its owner has said that it does not reserve it again after this reset. */
  isGivenUp: boolean;
}

export interface Database {
  mountedBy: string | null;
  mountedAt: Instant | null;
  dirty: boolean;
  logs: number;
  /** What a replaced disk no longer has. */
  fileGone: boolean;
  logsGone: boolean;
  logsSinceBackupGone: boolean;
  stoppedAt: Instant;
  /** The node that copies it, back or away, and when that ends. */
  copiedBy: string;
  restoredAt: Instant | null;
  backedUpAt: Instant | null;
  backupAt: Instant;
  damaged: boolean;
  /** When the damaged page is read; null where none is, or somebody has read it. */
  readAt: Instant | null;
}

/** A heartbeat on its way. */
interface Heartbeat {
  readonly arrivesAt: Instant;
  readonly ear: Ear;
}

/** A line that is to be compared. */
export interface Line {
  readonly at: Instant;
  readonly text: string;
}

/** Everything the reference knows; plain, mutable, and looked at again at every instant. */
export interface Machine {
  readonly plan: Plan;
  now: Instant;
  readonly nodes: Record<string, Node>;
  readonly nodesInOrder: readonly Node[];
  readonly ears: readonly Ear[];
  readonly feeds: Record<string, boolean>;
  readonly switches: Record<string, boolean>;
  readonly networks: Record<string, boolean>;
  readonly cables: Record<string, boolean>;
  readonly paths: Record<string, boolean>;
  readonly controllers: Record<string, boolean>;
  array: boolean;
  witness: boolean;
  witnessHolder: string | null;
  readonly disks: Record<string, Disk>;
  /** The nodes whose keys are on the quorum disk beside its owner's. */
  readonly keys: Set<string>;
  /** Groups, and the quorum disk's resource, that a start with /fixquorum left offline. */
  readonly fixed: Set<string>;
  readonly groups: Record<string, Group>;
  readonly resources: Record<string, Resource>;
  readonly databases: Record<string, Database>;
  readonly interfaces: Record<string, 'up' | 'unreachable' | 'failed'>;
  readonly networkStates: Record<string, 'up' | 'partitioned' | 'down'>;
  /** What an administrator has set. */
  readonly properties: Map<string, number | string>;
  inFlight: Heartbeat[];
  answered: 'online' | 'degraded' | 'down';
  answeredSince: Instant;
  disconnected: Set<number>;
  waitingMessages: number;
  addressAt: string;
  /** When routers forget the old node. */
  addressForgottenAt: Instant | null;
  /** Whether anything has happened at this instant, so that there may be something to decide. */
  isStirred: boolean;
  /** From here on the cluster goes on in several parts, which the reference does not cover. */
  partedAt: Instant | null;
  readonly out: Line[];
}

/** The value of a key that must be there. */
export function get<Value>(record: Readonly<Record<string, Value>>, key: string): Value {
  const value = record[key];
  if (value === undefined) throw new Error(`no ${key}`);
  return value;
}

/** Says that something happened now. */
export function tell(machine: Machine, kind: string, subject: string, detail = ''): void {
  machine.out.push({ at: machine.now, text: `${kind} ${subject} ${detail}`.trimEnd() });
  machine.isStirred = true;
}

/** True when a process with this base and period is due now. */
export function isDue(machine: Machine, base: Instant, period: number): boolean {
  return machine.now >= base && (machine.now - base) % period === 0;
}

/** All nodes in the order of the scenario. */
export const nodesOf = (machine: Machine): readonly Node[] => machine.nodesInOrder;

/** A cluster service that listens and decides: it runs, and its operating system does not stand still. */
export const acts = ({ service, system }: Node): boolean =>
  service === 'running' && system !== 'hung';

/** The members that a node counts, itself included, in the order of the scenario. */
export const countedBy = (machine: Machine, { id, peers }: Node): readonly Node[] =>
  nodesOf(machine).filter((one) => one.id === id || peers[one.id] === true);
