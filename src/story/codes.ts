import type { ResourceState } from '#model';

/**
 * The numbers by which the cluster's own tools and scripts know states (Microsoft KB 286052): groups
 * 0 online, 1 offline, 2 failed, 3 partially online; nodes 0 up, 1 down, 2 paused, 3 joining; networks
 * 0 unavailable, 1 down, 2 partitioned, 3 up (by GetClusterNetworkState, Failover Cluster API); -1
 * anywhere: unknown. A group that is pending was given
 * a number only later, so it is unknown here. Resources know 0 (inherited), 1 (initialising) and 128
 * (pending) too, in which nothing of the model ever is.
 */
export const STATE_CODES = {
  resource: {
    unknown: -1,
    online: 2,
    offline: 3,
    failed: 4,
    'online-pending': 129,
    'offline-pending': 130,
  } satisfies Record<ResourceState | 'unknown', number>,
  group: { pending: -1, online: 0, offline: 1, failed: 2, 'partially-online': 3 },
  node: { up: 0, down: 1, paused: 2, joining: 3 },
  network: { unavailable: 0, down: 1, partitioned: 2, up: 3 },
} as const;
