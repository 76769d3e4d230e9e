import { must } from '../kernel/lookup.ts';
import type { PlannedResource } from '../scenario/group-plan.ts';
import type { ClusterGroup, ClusterResource, Formation } from '../world/cluster.ts';
import { formationOf } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';

/** A group as one part of the cluster sees it, with all that a decision on it looks at. */
export interface Hosted {
  readonly moment: Moment;
  readonly group: string;
  readonly state: ClusterGroup;
  readonly formation: number;
  readonly view: Formation;
  /** Its resources, providers first. */
  readonly steps: readonly PlannedResource[];
}

/** A group as one part of the cluster sees it now. */
export function hostedIn(moment: Moment, group: string, formation: number): Hosted {
  const view = formationOf(moment.world, formation);
  const steps = must(moment.plan.onlineOrder, group);
  return { moment, group, state: must(view.groups, group), formation, view, steps };
}

/** What a part of the cluster knows of a resource. */
export function stateOf({ numbered }: Formation, number: number): ClusterResource {
  return numbered[number] as ClusterResource;
}

/** Whether nothing of a resource is up or on its way. */
export function isDown({ state }: ClusterResource): boolean {
  return state.value === 'offline' || state.value === 'failed';
}
