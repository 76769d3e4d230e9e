import type { GroupDefinition } from '../scenario/types.ts';
import type { ClusterGroup, Formation } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';

/** A group as one part of the cluster sees it, with all that a decision on it looks at. */
export interface Hosted {
  readonly moment: Moment;
  readonly group: GroupDefinition;
  readonly state: ClusterGroup;
  readonly formation: number;
  readonly view: Formation;
}
