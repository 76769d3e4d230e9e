import { endStore, startStore } from '../../exchange/more/index.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import type { OccurrenceKind } from '../../occurrences/index.ts';
import type { ResourceType } from '../../scenario/types.ts';
import type { Health, ResourceState } from '../../world/cluster.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { runsOn } from '../../world/truth.ts';
import type { RefusalReason } from '../types.ts';

const PROCESSES: readonly ResourceType[] = ['system-attendant', 'information-store', 'generic'];

interface Doing {
  readonly kind: Extract<OccurrenceKind, `resource-${'crashed' | 'hung' | `${string}-outside`}`>;
  /** What the process may be doing before. */
  readonly from: readonly Health[];
  readonly to: Health;
}

const DOINGS = {
  crash: { kind: 'resource-crashed', from: ['well', 'hung'], to: 'crashed' },
  'hang-service': { kind: 'resource-hung', from: ['well'], to: 'hung' },
  'stop-service': { kind: 'resource-stopped-outside', from: ['well'], to: 'stopped' },
  'start-service': { kind: 'resource-started-outside', from: ['crashed', 'stopped'], to: 'well' },
} as const satisfies Record<string, Doing>;

/** There is a process from the first step up to the last step down; it can be started where one is missed. */
function hasProcess(state: ResourceState, verb: keyof typeof DOINGS): boolean {
  return state === 'online' || (verb !== 'start-service' && state.endsWith('-pending'));
}

/**
 * Does something to the process behind a resource, behind the back of the cluster. Refused for a
 * resource without a process of its own, while it does not run, and on a node that stands still.
 */
export function touchProcess(
  moment: Moment,
  resource: string,
  verb: keyof typeof DOINGS,
): RefusalReason | null {
  const { world, plan } = moment;
  const { kind, from, to }: Doing = DOINGS[verb];
  if (!PROCESSES.includes(must(plan.resources, resource).type))
    return { code: 'no-process', resource };
  const host = runsOn(plan, world, must(plan.groupOf, resource).id);
  const process = resourceIn(world, host.formation, resource);
  const { state, health } = process;
  if (!hasProcess(state.value, verb)) return { code: 'not-online', resource, state: state.value };
  const { value: system, since: systemSince } = must(world.systems, host.node);
  if (system === 'hung') return { code: 'system-not-up', node: host.node, state: system };
  if (!from.includes(health.value))
    return { code: 'already-so', part: resource, state: health.value };
  const because = causes([systemSince, state.since, health.since]);
  const since = moment.occur(
    kind,
    resource,
    { resource, node: host.node },
    { because, rule: null },
  );
  process.health = { value: to, since };
  if (to === 'crashed' || to === 'stopped') endStore(moment, resource, host, to, since);
  if (to === 'well') startStore(moment, resource, host, since);
  return null;
}
