import type { Instant, Milliseconds } from '../kernel/instant.ts';
import type { Parameters } from '../parameters/names.ts';

/** Which documented behaviour applies. */
export type Profile = 'windows-server-2003' | 'windows-server-2008';

/**
 * What the cluster may use a network for: nothing, heartbeats only, clients only, or both
 * (Failover Cluster API: Role, 0 to 3).
 */
export type NetworkRole = 'none' | 'internal' | 'client' | 'mixed';

/** Who decides which part of a cluster goes on. On Windows Server 2008 `disk` is called No Majority: Disk Only. */
export type QuorumModel =
  'disk' | 'node-majority' | 'node-and-file-share-majority' | 'node-and-disk-majority';

export type ResourceType =
  | 'physical-disk'
  | 'ip-address'
  | 'network-name'
  | 'system-attendant'
  | 'information-store'
  | 'mailbox-database'
  | 'generic';

/** Anything with an id, and the long name that people read. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Something that needs electricity: it runs while one of its feeds works. Without any it always has power. */
export interface Powered extends Named {
  readonly feeds: readonly string[];
}

export interface NodeDefinition extends Powered {
  /** Storage paths: `NODE1.path-1`, `NODE1.path-2`. */
  readonly paths: number;
  /** Nodes of different subnets hear each other by the cross-subnet values. */
  readonly subnet: string;
  /** How much later than others it begins to start its operating system (a boot menu that waits). */
  readonly bootDelay: Milliseconds;
}

export interface NetworkDefinition extends Named {
  readonly role: NetworkRole;
  /** The switches it is made of, joined to each other; none: a network that only fails as a whole. */
  readonly switches: readonly string[];
  /** Two adapters of a node act as one: cables `NODE1.public` and `NODE1.public-2`, on a switch each. */
  readonly teamed: boolean;
}

export interface DiskDefinition {
  readonly id: string;
  /** As users see it: `Q:`, or `R:\SG1` for one that is mounted in a folder of another. */
  readonly letter: string;
  readonly holds: 'quorum' | 'logs' | 'database' | 'data';
  /** The disk in one of whose folders it is mounted. */
  readonly root?: string;
}

/** What is behind all paths. A path leads to the controller of its number, or to the only one. */
export interface ArrayDefinition extends Powered {
  readonly controllers: readonly string[];
}

/** A file share on a server outside the cluster. */
export interface WitnessDefinition extends Named {
  readonly network: string;
}

/** What is done when a resource fails (Failover Cluster API: RestartAction 0, 1 and 2). */
export type RestartAction = 'leave' | 'restart' | 'fail-over';

export interface ResourceDefinition extends Named {
  readonly type: ResourceType;
  /** Providers: they come online before this resource and go offline after it. */
  readonly dependsOn: readonly string[];
  /** With `any`, one of the providers is enough (Windows Server 2008). */
  readonly dependsOnAny: boolean;
  /** The nodes it can run on. */
  readonly possibleOwners: readonly string[];
  readonly restartAction: RestartAction;
  /** Policies that differ from the register's, by the name of the property. */
  readonly properties: Readonly<Record<string, number>>;
  /** The disk behind a physical-disk resource. */
  readonly disk?: string;
  /** The disks that a database has its files on; those it depends on, unless the file says so. */
  readonly disks?: readonly string[];
  /** The network of an ip-address resource. */
  readonly network?: string;
  /** The address of an ip-address resource. */
  readonly address?: string;
  /** How long a generic resource takes to come online. */
  readonly onlineDuration?: Milliseconds;
  /** How long a generic resource takes to go offline. */
  readonly offlineDuration?: Milliseconds;
}

export interface GroupDefinition extends Named {
  /** The node that runs the group when the scenario starts. */
  readonly owner: string;
  /** The best first; may be empty. */
  readonly preferredOwners: readonly string[];
  /** Whether it goes back to a better owner, and between which hours; null: at once. */
  readonly failback: { readonly from: number; readonly to: number } | 'immediate' | 'prevent';
  /** Groups of one class keep away from each other where they can (AntiAffinityClassNames). */
  readonly antiAffinity: string | null;
  /** Policies that differ from the register's, by the name of the property. */
  readonly properties: Readonly<Record<string, number>>;
  /** In the order of the file; providers may stand after their dependents. */
  readonly resources: readonly ResourceDefinition[];
}

/** A duration before an action, both as in the file; parsed when it is used. */
export type TimedActionText = string;

/** Something that must come true in a run of a `try`. Instants count from the first action. */
export interface Expectation {
  readonly at?: Milliseconds;
  readonly service?: 'online' | 'degraded' | 'coming-back' | 'down';
  readonly owner?: string;
  readonly outage?: { readonly atLeast?: Milliseconds; readonly atMost?: Milliseconds };
  readonly messagesLost?: number;
  readonly never?: 'two-owners';
}

export interface Try {
  readonly id: string;
  readonly label: string;
  readonly do: readonly TimedActionText[];
  readonly expect: readonly Expectation[];
}

/** A cluster, its parameters and what to try with it: everything a run needs beside its actions. Plain JSON. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly changes: Readonly<Record<string, string>>;
  readonly profile: Profile;
  readonly seed: number;
  readonly start: Instant;
  /** The group whose service, owner and outage are measured. */
  readonly subject: string;
  readonly parameters: Parameters;
  /** Null for a server that stands alone. */
  readonly quorum: QuorumModel | null;
  readonly feeds: readonly Named[];
  readonly switches: readonly Powered[];
  readonly nodes: readonly NodeDefinition[];
  readonly networks: readonly NetworkDefinition[];
  readonly array: ArrayDefinition;
  readonly disks: readonly DiskDefinition[];
  readonly witness: WitnessDefinition | null;
  readonly groups: readonly GroupDefinition[];
  readonly tries: readonly Try[];
}
