import type { Instant, Milliseconds } from '../kernel/instant.ts';
import type { Parameters } from '../parameters/names.ts';

/** Which documented behaviour applies. Only Windows Server 2003 is modelled so far. */
export type Profile = 'windows-server-2003';

/** What a network may be used for: heartbeats only, clients only, or both. */
export type NetworkRole = 'internal' | 'client' | 'mixed';

export type ResourceType =
  | 'physical-disk'
  | 'ip-address'
  | 'network-name'
  | 'system-attendant'
  | 'information-store'
  | 'mailbox-database';

export interface NodeDefinition {
  readonly id: string;
  readonly name: string;
}

export interface NetworkDefinition {
  readonly id: string;
  readonly name: string;
  readonly role: NetworkRole;
}

export interface DiskDefinition {
  readonly id: string;
  readonly letter: string;
  readonly holds: 'quorum' | 'logs' | 'database';
}

export interface ResourceDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: ResourceType;
  /** Providers: they come online before this resource and go offline after it. */
  readonly dependsOn: readonly string[];
  /** The disk behind a physical-disk resource. */
  readonly disk?: string;
  /** The network of an ip-address resource. */
  readonly network?: string;
  /** The address of an ip-address resource. */
  readonly address?: string;
  /** Whether the group fails over when restarts of this resource did not help. */
  readonly affectsGroup: boolean;
}

export interface GroupDefinition {
  readonly id: string;
  readonly name: string;
  /** The node that runs the group when the scenario starts. */
  readonly owner: string;
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
  readonly nodes: readonly NodeDefinition[];
  readonly networks: readonly NetworkDefinition[];
  readonly array: NodeDefinition;
  readonly disks: readonly DiskDefinition[];
  readonly groups: readonly GroupDefinition[];
  readonly tries: readonly Try[];
}
