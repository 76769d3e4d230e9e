import { must } from '#model';
import type { Formation, Instant, Plan, ResourceDefinition, World } from '#model';
import { sayDuration } from '../format.ts';
import type { ResourceView, Tone } from './types.ts';

const TONES: Readonly<Record<string, Tone>> = {
  online: 'online',
  'online-pending': 'pending',
  'offline-pending': 'pending',
  offline: 'offline',
  failed: 'failed',
};

function wordOf(
  plan: Plan,
  world: World,
  part: Formation,
  { id, type }: ResourceDefinition,
  at: Instant,
): string {
  const { state, stateSince, preparing, attemptSince } = must(part.resources, id);
  switch (state.value) {
    case 'online':
      return type === 'mailbox-database' ? 'mounted' : 'online';
    case 'offline':
      return 'offline';
    case 'failed':
      return 'failed';
    case 'offline-pending':
      return `stopping, ${sayDuration(Math.floor((at - stateSince) / 1_000) * 1_000)}`;
    case 'online-pending': {
      if (!preparing) return 'starting';
      const { logsToReplay } = must(world.databases, id);
      const done = Math.floor(
        (at - attemptSince) / plan.scenario.parameters.recoveryDurationPerLog,
      );
      return `log ${Math.min(done + 1, logsToReplay)} of ${logsToReplay}`;
    }
  }
}

/** The level of each resource above those that depend on nothing. */
function levelsOf(plan: Plan, group: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { definition } of must(plan.onlineOrder, group)) {
    const { id, dependsOn } = definition;
    const below = dependsOn.map((provider) => levels.get(provider) ?? 0);
    levels.set(id, below.length === 0 ? 0 : Math.max(...below) + 1);
  }
  return levels;
}

/** The resources of the subject's group as a part of the cluster knows them, in the order of the file. */
export function resourceViews(
  plan: Plan,
  world: World,
  part: Formation,
  at: Instant,
): readonly ResourceView[] {
  const levels = levelsOf(plan, plan.subject.id);
  return plan.subject.resources.map((resource) => ({
    id: resource.id,
    label: resource.name,
    tone: TONES[must(part.resources, resource.id).state.value] ?? 'offline',
    word: wordOf(plan, world, part, resource, at),
    level: levels.get(resource.id) ?? 0,
    dependsOn: resource.dependsOn,
  }));
}
