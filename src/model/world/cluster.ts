import { given } from '../kernel/fact.ts';
import type { Fact, OccurrenceId } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';

/** `hung`: the process is there and does nothing. */
export type ServiceState = 'running' | 'joining' | 'forming' | 'hung' | 'stopped';

/** Where a node stands in agreeing with the others, or with the quorum, on who is left. */
export type Agreement =
  | 'settled'
  | 'regrouping'
  /** It has the votes and waits until those without must have stopped. */
  | 'counting'
  | 'challenging'
  | 'reserved'
  | 'defending';

/** What one node hears from another on one network. */
export interface Listening {
  /** False from the change that stops heartbeats from arriving until the next one arrives. */
  flowing: Fact<boolean>;
  /** What keeps them away; only kept while none arrive. */
  brokenBy: readonly OccurrenceId[];
  /** When the last heartbeat arrived; only kept while none arrive. */
  lastHeard: Instant;
  level: Fact<'heard' | 'missed' | 'lost' | 'silent'>;
  /** When the next one will arrive, if none did for a while; only kept until then. */
  expectedAt: Instant;
}

/** What is heard where nothing was ever missing: all such ears share it. */
export const NEVER_MISSED: Readonly<Listening> = {
  flowing: given(true),
  brokenBy: [],
  lastHeard: 0,
  level: given('heard'),
  expectedAt: -1,
};

/** A node's cluster service: what it does and what it believes. */
export interface ClusterNode {
  service: Fact<ServiceState>;
  agreement: Fact<Agreement>;
  /** When the present agreement step began. */
  agreementSince: Instant;
  /** When it ends; only kept while it goes on. */
  agreementDue: Instant;
  /** The node that carries out the step for all who take part in it. */
  leader: string;
  /** A paused node keeps what it has and is given nothing more. */
  paused: Fact<boolean>;
  /** Set while it hands its groups over before it stops: what comes of it then. */
  leaving: Fact<'no' | 'stop' | 'shut-down' | 'restart'>;
  /** Those that it has counted out itself, until a regroup has agreed on that. */
  missing: readonly string[];
  /** The other nodes, as this one believes. */
  readonly peers: Record<string, Fact<'up' | 'down'>>;
  /** First instant of the heartbeat process of each of its interfaces, by cable id. */
  readonly heartbeatBases: Record<string, Instant>;
  /** The same for heartbeats to other subnets, which may be set to come in a rhythm of their own. */
  readonly acrossBases: Record<string, Instant>;
  /** The first attempt of the service control manager to start a stopped service. */
  restartBase: Instant;
  /** Whether it starts again by itself; not after an administrator has stopped it. */
  startsItself: Fact<boolean>;
  /** Which of the parts that go on apart it belongs to: 0, unless somebody forced the quorum. */
  formation: number;
  /** Made to go on without the quorum, until its service stops. */
  forced: boolean;
  /** Windows Server 2003: its start with /fixquorum, by which groups were left offline. */
  fixedBy: OccurrenceId | null;
  /** Groups that others took over while it was hung and could not know: it believes to have them. */
  claims: readonly string[];
  /** Windows Server 2008: since when it has been without any network, while its service runs. */
  cutOffAt: Instant | null;
}

export type ResourceState = 'offline' | 'online-pending' | 'online' | 'offline-pending' | 'failed';

/** Something that is counted for a while: a failure of a resource, a failover of a group. */
export interface Counted {
  readonly at: Instant;
  readonly id: OccurrenceId;
}

/** What the process behind a resource does in truth, whatever its resource monitor has seen. */
export type Health = 'well' | 'crashed' | 'hung' | 'stopped';

export interface ClusterResource {
  state: Fact<ResourceState>;
  /** When the present state began, or the resource reported while it was pending. */
  stateSince: Instant;
  /** When the attempt that is under way began. */
  attemptSince: Instant;
  /** When the step that is under way ends; only kept while one is. */
  dueAt: Instant;
  /** True while it makes its data consistent before it starts (a database replaying its logs). */
  preparing: boolean;
  /** What stood in the way when the attempt began, so that it is going to fail; null when nothing did. */
  obstacles: readonly OccurrenceId[] | null;
  /** First instant of its polls, counted from coming online. */
  pollBase: Instant;
  failures: readonly Counted[];
  health: Fact<Health>;
  /** What an administrator wants of this one resource. */
  aim: Fact<'online' | 'offline'>;
}

export interface ClusterGroup {
  owner: Fact<string>;
  /** `offline`: an administrator wants it so. `failed`: left alone until somebody brings it online. */
  aim: Fact<'online' | 'offline' | 'failed'>;
  /** The node it is moving to; null when it is not moving. */
  movingTo: Fact<string | null>;
  failovers: readonly Counted[];
}

/** The groups as the members of one part of the cluster know them. */
export interface Formation {
  readonly groups: Record<string, ClusterGroup>;
  readonly resources: Record<string, ClusterResource>;
  /** The same resources by their number in the plan, for what goes through all of a group. */
  readonly numbered: ClusterResource[];
}

/** What the cluster says of a node's connection to a network (events 1125, 1126 and 1127). */
export type InterfaceState = 'up' | 'unreachable' | 'failed';

/** What the cluster says of a network as a whole (events 1129 and 1130). */
export type NetworkState = 'up' | 'partitioned' | 'down';

/** Values by name; the record is replaced when one is set. */
export type Properties = Readonly<Record<string, Fact<number | string>>>;

export interface ClusterWorld extends Formation {
  readonly nodes: Record<string, ClusterNode>;
  /** By the numbers of the plan's ears. */
  readonly hearing: Readonly<Listening>[];
  /** Parts that somebody forced to go on beside the first; formation 1 is the first of them. */
  readonly rivals: readonly Formation[];
  /** By cable id, for networks that carry heartbeats. */
  readonly interfaces: Record<string, Fact<InterfaceState>>;
  readonly networkStates: Record<string, Fact<NetworkState>>;
  /** The node whose disk driver keeps renewing a disk's reservation: who believes to own it. */
  readonly renewers: Record<string, Fact<string | null>>;
  /** First instant of the renewal process of each disk. */
  readonly renewalBases: Record<string, Instant>;
  /** Whether a node has a key on the quorum disk to challenge its owner (persistent reservations). */
  readonly registrations: Record<string, Fact<boolean>>;
  /** The node that keeps the witness locked. */
  witnessHolder: Fact<string | null>;
  /** What an administrator has set, by name, such as `EXMBX.FailoverThreshold`. */
  properties: Properties;
}
