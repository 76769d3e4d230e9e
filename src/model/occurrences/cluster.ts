/** Why a cluster service stopped. */
export type StopReason =
  /** It could not keep the reservation of the quorum disk, or the votes. */
  | 'quorum-lost'
  /** It challenged for the quorum and did not get it. */
  | 'arbitration-lost'
  /** It found nobody to join, and did not get the quorum disk either. */
  | 'form-failed'
  /** The member it wanted to join was gone. */
  | 'join-failed'
  /** The others go on without it, because not all of them hear it. */
  | 'evicted'
  | 'stopped-by-administrator'
  | 'node-shut-down'
  /** It has no network left at all. */
  | 'no-connectivity'
  /** The watchdog found it standing still (Windows Server 2003; later the whole node is stopped). */
  | 'hung';

/** How a resource was found to have failed. */
export type FailureSign = 'poll' | 'reservation' | 'access' | 'attempt' | 'time-out' | 'damage';

/** What the cluster services of the nodes notice, decide and do. */
export interface ClusterOccurrences {
  /** The first heartbeat that was due did not arrive. */
  'heartbeat-missed': { readonly by: string; readonly node: string; readonly network: string };
  /** Logged as event 1123. */
  'contact-lost': {
    readonly by: string;
    readonly node: string;
    readonly network: string;
    readonly missed: number;
    readonly silentMs: number;
  };
  /** Logged as event 1122. */
  'contact-restored': { readonly by: string; readonly node: string; readonly network: string };
  /** Logged as event 1126 (unreachable), 1127 (failed) or 1125 (up). Subject: the cable. */
  'interface-state-changed': {
    readonly node: string;
    readonly network: string;
    readonly state: 'up' | 'unreachable' | 'failed';
  };
  /** Logged as event 1129 (partitioned) or 1130 (down). */
  'network-state-changed': {
    readonly network: string;
    readonly state: 'up' | 'partitioned' | 'down';
  };
  'node-declared-down': {
    readonly by: string;
    readonly node: string;
    readonly missed: number;
    readonly silentMs: number;
  };
  /** `members`: who takes part, with spaces between. */
  'regroup-started': { readonly node: string; readonly members: string };
  /** `members`: who is left. */
  'regroup-ended': { readonly node: string; readonly members: string; readonly tookMs: number };
  /** Logged as event 1135. Subject: the node that is counted out. */
  'node-removed': { readonly by: string; readonly node: string };
  /** Models with votes: how many of all that part of the cluster has. */
  'votes-counted': {
    readonly node: string;
    readonly votes: number;
    readonly of: number;
    readonly needed: number;
    /** Whether the witness must decide, and if so whether it counts already. */
    readonly witness: 'not-needed' | 'needed' | 'counted' | 'none';
  };
  'quorum-challenged': {
    readonly node: string;
    readonly disk: string;
    readonly waitMs: number;
    /** 2003 resets the bus; 2008 registers a key; a file share is waited for. */
    readonly by: 'reset' | 'registration' | 'lock';
  };
  'quorum-defence-started': {
    readonly node: string;
    readonly disk: string;
    readonly waitMs: number;
  };
  /** Persistent reservations: the owner removes the challenger's registration. */
  'registration-removed': { readonly node: string; readonly disk: string; readonly of: string };
  'reservation-renewed': { readonly node: string; readonly disk: string };
  'reservation-lost': { readonly node: string; readonly disk: string };
  /** The owner does not renew what a reset has cleared, because no client can reach it. */
  'quorum-given-up': { readonly node: string; readonly disk: string };
  'quorum-reserved': { readonly node: string; readonly disk: string };
  'quorum-reserve-refused': {
    readonly node: string;
    readonly disk: string;
    readonly reason: 'held' | 'unreachable' | 'too-late';
    readonly holder: string | null;
  };
  'quorum-taken': { readonly node: string; readonly disk: string; readonly tookMs: number };
  'quorum-defended': { readonly node: string; readonly disk: string; readonly tookMs: number };
  /** An administrator makes a node go on without the votes. */
  'quorum-forced': { readonly node: string };
  'cluster-service-stopped': { readonly node: string; readonly reason: StopReason };
  'cluster-service-started': { readonly node: string; readonly to: 'join' | 'form' | 'force' };
  /** The node that formed the cluster has the quorum. */
  'cluster-formed': { readonly node: string };
  'cluster-service-hung': { readonly node: string };
  /** An administrator asks for it; it starts at once if it finds a member or a quorum. */
  'cluster-service-start-requested': { readonly node: string };
  /** An administrator asks for it; what the node hosts is handed over first. */
  'cluster-service-stopping': { readonly node: string; readonly hosts: string };
  /** It has told others, if it could reach any, who need no silence to believe it. */
  'node-left': { readonly node: string; readonly told: string };
  /** A server that stands alone has started and brings up what it hosts. */
  'services-started': { readonly node: string };
  'node-joined': { readonly node: string };
  'node-paused': { readonly node: string };
  'node-resumed': { readonly node: string };
  'group-taken': { readonly group: string; readonly from: string; readonly to: string };
  'move-started': { readonly group: string; readonly from: string; readonly to: string };
  'failover-started': {
    readonly group: string;
    readonly resource: string;
    readonly from: string;
    readonly to: string;
  };
  'failback-started': { readonly group: string; readonly from: string; readonly to: string };
  'group-moved': { readonly group: string; readonly from: string; readonly to: string };
  'group-failed': {
    readonly group: string;
    readonly resource: string;
    /** What stood in the way of a failover. */
    readonly obstacle: 'used-up' | 'no-member';
  };
  'group-brought-online': { readonly group: string };
  'group-taken-offline': { readonly group: string };
  'resource-brought-online': { readonly resource: string };
  'resource-taken-offline': { readonly resource: string };
  /** The retry that follows long after everything else was used up. */
  'resource-retried': { readonly resource: string };
  'resource-going-online': {
    readonly resource: string;
    readonly node: string;
    readonly attempt: number;
  };
  'resource-online': { readonly resource: string; readonly node: string; readonly tookMs: number };
  'resource-going-offline': { readonly resource: string; readonly node: string };
  'resource-offline': { readonly resource: string; readonly node: string };
  'resource-failed': {
    readonly resource: string;
    readonly node: string;
    readonly failures: number;
    readonly how: FailureSign;
  };
  'property-set': { readonly property: string; readonly value: number | string };
}
