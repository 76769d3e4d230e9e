import type { Fact, OccurrenceId } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';

export type ServiceState = 'running' | 'joining' | 'forming' | 'stopped';

/** Where a node stands in agreeing with the others, or with the quorum disk, on who is left. */
export type Agreement = 'settled' | 'regrouping' | 'challenging' | 'reserved' | 'defending';

/** What one node hears from another on one network. */
export interface Listening {
  /** False from the change that stops heartbeats from arriving until the next one arrives. */
  flowing: Fact<boolean>;
  /** When the last heartbeat arrived; only kept while none arrive. */
  lastHeard: Instant;
  level: Fact<'heard' | 'missed' | 'lost' | 'silent'>;
}

/** A node's cluster service: what it does and what it believes. */
export interface ClusterNode {
  service: Fact<ServiceState>;
  agreement: Fact<Agreement>;
  /** When the present agreement step began. */
  agreementSince: Instant;
  /** The other nodes, as this one believes. */
  readonly peers: Record<string, Fact<'up' | 'down'>>;
  /** By cable id of the sending interface, such as `NODE2.private`. */
  readonly listening: Record<string, Listening>;
  /** First instant of the heartbeat process of each of its interfaces, by cable id. */
  readonly heartbeatBases: Record<string, Instant>;
  /** The first attempt of the service control manager to start a stopped service. */
  restartBase: Instant;
}

export type ResourceState = 'offline' | 'online-pending' | 'online' | 'offline-pending' | 'failed';

/** Something that is counted for a while: a failure of a resource, a failover of a group. */
export interface Counted {
  readonly at: Instant;
  readonly id: OccurrenceId;
}

export interface ClusterResource {
  state: Fact<ResourceState>;
  /** When the present state began. */
  stateSince: Instant;
  /** When the attempt that is under way began. */
  attemptSince: Instant;
  /** True while it makes its data consistent before it starts (a database replaying its logs). */
  preparing: boolean;
  /** What stood in the way when the attempt began, so that it is going to fail; null when nothing did. */
  obstacles: readonly OccurrenceId[] | null;
  /** First instant of its polls, counted from coming online. */
  pollBase: Instant;
  failures: readonly Counted[];
}

export interface ClusterGroup {
  owner: Fact<string>;
  /** `failed`: what failed in it is left alone until an administrator brings it online. */
  aim: Fact<'online' | 'failed'>;
  /** The node it is moving to; null when it is not moving. */
  movingTo: Fact<string | null>;
  failovers: readonly Counted[];
}

export interface ClusterWorld {
  readonly nodes: Record<string, ClusterNode>;
  readonly groups: Record<string, ClusterGroup>;
  readonly resources: Record<string, ClusterResource>;
  /** The node whose disk driver keeps renewing a disk's reservation: who believes to own it. */
  readonly renewers: Record<string, Fact<string | null>>;
  /** First instant of the renewal process of each disk. */
  readonly renewalBases: Record<string, Instant>;
}
