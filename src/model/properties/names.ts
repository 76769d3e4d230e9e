/** What RetryPeriodOnFailure says for that a resource is not tried again. */
export const NEVER = 4_294_967_295;

/** What FailoverThreshold says for the number of nodes less one (Windows Server 2008). */
export const ALL_OTHERS = 4_294_967_295;

/**
 * What an administrator can change while a cluster runs, by the names of the Failover Cluster API,
 * and what each belongs to. Properties are state of the world, set by the action `set`; parameters
 * identify a run.
 */
export const PROPERTIES = {
  SameSubnetDelay: { of: 'cluster', takes: 'ms', from: 250, to: 2_000 },
  SameSubnetThreshold: { of: 'cluster', takes: 'count', from: 3, to: 10 },
  CrossSubnetDelay: { of: 'cluster', takes: 'ms', from: 250, to: 4_000 },
  CrossSubnetThreshold: { of: 'cluster', takes: 'count', from: 3, to: 10 },
  FailoverThreshold: { of: 'group', takes: 'count', from: 0, to: ALL_OTHERS },
  FailoverPeriod: { of: 'group', takes: 'ms', from: 0, to: 4_294_800_000, inHours: true },
  /** `prevent` or `allow`. */
  AutoFailbackType: { of: 'group', takes: 'failback', from: 0, to: 1 },
  /** Hours of the day; -1 stands for at once. */
  FailbackWindowStart: { of: 'group', takes: 'hour', from: -1, to: 23 },
  FailbackWindowEnd: { of: 'group', takes: 'hour', from: -1, to: 23 },
  PreferredOwners: { of: 'group', takes: 'nodes', from: 0, to: 8 },
  PossibleOwners: { of: 'resource', takes: 'nodes', from: 1, to: 8 },
  /** `leave`, `restart` or `fail-over`. */
  RestartAction: { of: 'resource', takes: 'restart', from: 0, to: 2 },
  RestartThreshold: { of: 'resource', takes: 'count', from: 0, to: 4_294_967_295 },
  RestartPeriod: { of: 'resource', takes: 'ms', from: 0, to: 4_294_967_295 },
  /** Not less than RestartPeriod. */
  RetryPeriodOnFailure: { of: 'resource', takes: 'ms', from: 1, to: NEVER },
  PendingTimeout: { of: 'resource', takes: 'ms', from: 10, to: 4_294_967_295 },
  LooksAlivePollInterval: { of: 'resource', takes: 'ms', from: 10, to: 4_294_967_295 },
  IsAlivePollInterval: { of: 'resource', takes: 'ms', from: 10, to: 4_294_967_295 },
} as const satisfies Record<string, PropertyRange>;

/** Where a property belongs and what may be written for it, both ends included. */
export interface PropertyRange {
  readonly of: 'cluster' | 'group' | 'resource';
  readonly takes: 'ms' | 'count' | 'hour' | 'failback' | 'restart' | 'nodes';
  readonly from: number;
  readonly to: number;
  /** A duration that is kept in whole hours. */
  readonly inHours?: true;
}

export type PropertyName = keyof typeof PROPERTIES;
