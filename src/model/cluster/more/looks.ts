import type { OccurrenceKind } from '../../occurrences/index.ts';
import { DISKS, EVERYWHERE, MEMBERS, MOVES, POLLS, RETRIES, STARTS } from '../look.ts';

/** Where an occurrence can make a difference that only the whole model has. */
export const looks: Partial<Readonly<Record<OccurrenceKind, number>>> = {
  'node-shut-down': EVERYWHERE,
  'node-shutting-down': EVERYWHERE,
  'node-hung': EVERYWHERE,
  'node-woke': EVERYWHERE,
  'feed-failed': EVERYWHERE,
  'feed-repaired': EVERYWHERE,
  'resource-crashed': POLLS,
  'resource-hung': POLLS,
  'resource-stopped-outside': POLLS,
  'resource-started-outside': POLLS,
  'votes-counted': MEMBERS | STARTS | MOVES,
  'registration-removed': DISKS,
  'quorum-forced': EVERYWHERE,
  'cluster-service-hung': EVERYWHERE,
  'cluster-service-start-requested': STARTS,
  'node-left': EVERYWHERE,
  'node-paused': MEMBERS,
  'node-resumed': MEMBERS,
  'resource-retried': RETRIES,
  'property-set': EVERYWHERE,
};
