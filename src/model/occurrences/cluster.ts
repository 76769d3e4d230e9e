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
  'node-declared-down': {
    readonly by: string;
    readonly node: string;
    readonly missed: number;
    readonly silentMs: number;
  };
  'regroup-started': { readonly node: string };
  'regroup-ended': { readonly node: string; readonly tookMs: number };
  'quorum-challenged': { readonly node: string; readonly disk: string; readonly waitMs: number };
  'quorum-defence-started': {
    readonly node: string;
    readonly disk: string;
    readonly waitMs: number;
  };
  'reservation-renewed': { readonly node: string; readonly disk: string };
  'reservation-lost': { readonly node: string; readonly disk: string };
  'quorum-reserved': { readonly node: string; readonly disk: string };
  'quorum-reserve-refused': {
    readonly node: string;
    readonly disk: string;
    readonly reason: 'held' | 'unreachable';
    readonly holder: string | null;
  };
  'quorum-taken': { readonly node: string; readonly disk: string; readonly tookMs: number };
  'quorum-defended': { readonly node: string; readonly disk: string; readonly tookMs: number };
  'cluster-service-stopped': {
    readonly node: string;
    readonly reason: 'quorum-lost' | 'arbitration-lost' | 'join-failed';
  };
  'cluster-service-started': { readonly node: string; readonly to: 'join' | 'form' };
  /** A server that stands alone has started and brings up what it hosts. */
  'services-started': { readonly node: string };
  'node-joined': { readonly node: string };
  'group-taken': { readonly group: string; readonly from: string; readonly to: string };
  'move-started': { readonly group: string; readonly from: string; readonly to: string };
  'failover-started': {
    readonly group: string;
    readonly resource: string;
    readonly from: string;
    readonly to: string;
  };
  'group-moved': { readonly group: string; readonly from: string; readonly to: string };
  'group-failed': {
    readonly group: string;
    readonly resource: string;
    /** What stood in the way of a failover. */
    readonly obstacle: 'used-up' | 'no-member';
  };
  'group-brought-online': { readonly group: string };
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
    readonly how: 'poll' | 'reservation' | 'access' | 'attempt';
  };
}
