import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import type { Moment } from '../../world/moment.ts';
import { BACKUP_ENDS } from '../../world/task.ts';
import { jobsChanged } from './under-way.ts';

/** Begins to copy a database on the node that has it mounted, which takes `backupDuration`. */
export function beginBackup(
  moment: Moment,
  id: string,
  node: string,
  because: readonly OccurrenceId[],
): void {
  const files = must(moment.world.databases, id);
  const takesMs = moment.parameters.backupDuration;
  const values = { resource: id, takesMs };
  files.backingUpSince = moment.occur('backup-started', id, values, { because, rule: null });
  files.jobNode = node;
  files.jobEndsAt = moment.at + takesMs;
  jobsChanged(moment.world);
  moment.later(files.jobEndsAt, BACKUP_ENDS, id);
}

/** The database went offline, or cannot be read as a whole: a backup that is under way is worth nothing. */
export function abortBackup(moment: Moment, id: string, since: OccurrenceId): void {
  const files = must(moment.world.databases, id);
  const started = files.backingUpSince;
  if (started === null) return;
  files.backingUpSince = null;
  jobsChanged(moment.world);
  moment.cancel(BACKUP_ENDS, id);
  const reason = { because: causes([started, since]), rule: 'back-up' };
  moment.occur('backup-aborted', id, { resource: id }, reason);
}

/**
 * The database has been copied to the end. A restore would now begin from here, and older logs are
 * needed no more. A copy with a damaged page is none: making it reads every page.
 */
export function endBackup(moment: Moment, id: string): void {
  const files = must(moment.world.databases, id);
  const { backingUpSince: started, pages, state } = files;
  if (started === null) return;
  if (pages.value === 'damaged') {
    abortBackup(moment, id, pages.since);
    return;
  }
  files.backingUpSince = null;
  jobsChanged(moment.world);
  const because = causes([started, pages.since, state.since]);
  const since = moment.occur('backup-ended', id, { resource: id }, { because, rule: 'back-up' });
  files.backupAt = moment.at;
  files.logsSinceBackup = { value: 'kept', since };
}
