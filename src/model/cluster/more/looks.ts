import type { OccurrenceKind } from '../../occurrences/index.ts';
import {
  AROUND_NODE,
  DISKS,
  EVERYWHERE,
  LEAVING,
  MEMBERS,
  MOVES,
  POLLS,
  RETRIES,
  STARTS,
} from '../look.ts';

/** Where an occurrence can make a difference that only the whole model has. */
export const looks: Partial<Readonly<Record<OccurrenceKind, number>>> = {
  'node-shut-down': AROUND_NODE,
  'node-shutting-down': AROUND_NODE,
  'cluster-service-stopping': LEAVING,
  'node-hung': AROUND_NODE,
  'node-crashed': AROUND_NODE,
  'node-woke': AROUND_NODE,
  'feed-failed': EVERYWHERE,
  'feed-repaired': EVERYWHERE,
  'resource-crashed': POLLS,
  'resource-hung': POLLS,
  'resource-stopped-outside': POLLS,
  'resource-started-outside': POLLS,
  'votes-counted': MEMBERS | STARTS | MOVES,
  'registration-removed': DISKS,
  'quorum-forced': EVERYWHERE,
  'cluster-service-hung': AROUND_NODE,
  'cluster-service-start-requested': STARTS,
  'node-left': AROUND_NODE,
  'node-paused': MEMBERS,
  'node-resumed': MEMBERS | LEAVING,
  'resource-retried': RETRIES,
  'property-set': EVERYWHERE,
};
