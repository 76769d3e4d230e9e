import type { OccurrenceId, OccurrenceValues, Plan } from '#model';
import { sayList } from '../format.ts';
import { lastBefore } from './past.ts';
import type { Past } from './past.ts';

/** What becomes of a cluster service that is not at work when its node shuts down. */
const IDLE = {
  hung: 'Its cluster service stands still and can tell nobody: the others notice by the silence.',
  joining: 'Its cluster service was still joining and has nothing to hand over.',
  forming: 'Its cluster service was still forming the cluster and has nothing to hand over.',
  stopped: 'Its cluster service does not run, so there is nothing to hand over.',
} as const;

/** What a shut-down means for what the node ran. */
export function shutDownReason(
  { service, hosts }: OccurrenceValues['node-shutting-down'],
  plan: Plan,
): string {
  if (!plan.quorum) return 'Its services are given time to close.';
  if (service !== 'running') return IDLE[service];
  if (plan.scenario.parameters.shutdownIsAnnounced === 0)
    return 'Its cluster service ends at once and says nothing: the others notice by the silence.';
  return hosts === ''
    ? 'It hosts nothing; its cluster service tells whom it reaches (an assumption).'
    : 'Its cluster service tells whom it reaches and hands over what it hosts, where another node can have it (an assumption).';
}

const BY_HAND = [
  'cluster-service-stopped',
  'cluster-service-start-requested',
  'quorum-forced',
] as const;

/** What follows when an operating system has started: a cluster service that was stopped by hand stays so. */
export function nextService(plan: Plan, past: Past, id: OccurrenceId, node: string): string {
  if (!plan.quorum) return 'its services come next';
  const last = lastBefore(past, id, node, BY_HAND);
  return last?.kind === 'cluster-service-stopped' &&
    last.values.reason === 'stopped-by-administrator'
    ? 'its cluster service was stopped by hand and stays so'
    : 'its cluster service starts once it can join a cluster or form one';
}

/** Whom a node that leaves has told; whoever it could not tell counts the silence. */
export function farewellReason({ told }: OccurrenceValues['node-left']): string {
  if (told === '') return 'It could tell nobody: no other member was there to hear it.';
  const peers = told.split(' ');
  return `It told ${sayList(peers)}, who ${peers.length > 1 ? 'need' : 'needs'} no silence to believe it.`;
}
