import type { Fact, OccurrenceId } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';

export interface DatabaseFiles {
  /** `dirty`: stopped without time to write everything, so logs must be replayed first. */
  state: Fact<'mounted' | 'clean' | 'dirty'>;
  /** The node that mounted it last; the only one whose end makes it dirty. */
  mountedBy: string;
  /** Null: so long ago that the checkpoint is as far behind as it gets. */
  mountedAt: Instant | null;
  mountedSince: OccurrenceId;
  logsToReplay: number;
  /** The database file; a replaced disk does not have it. */
  file: Fact<'kept' | 'gone'>;
  /** The logs that a recovery after an unclean stop needs. */
  logs: Fact<'kept' | 'gone'>;
  /** Every log since the last backup, which a restore replays. */
  logsSinceBackup: Fact<'kept' | 'gone'>;
  /** When it was last in use and then not. */
  stoppedAt: Instant;
  /** The restore that is under way. */
  restoringSince: OccurrenceId | null;
  /** The backup that is under way. */
  backingUpSince: OccurrenceId | null;
  /** The node that carries out the backup or restore that is under way; only kept while one is. */
  jobNode: string;
  /** When it ends. */
  jobEndsAt: Instant;
  /** When the last backup was made. */
  backupAt: Instant;
  /** Whether a page of the file has gone bad, which shows only when it is read. */
  pages: Fact<'sound' | 'damaged'>;
  /** When the damaged page is going to be read; null where none is, or somebody has read it. */
  pageReadAt: Instant | null;
}

/** Messages that arrived in `[from, to)`, treated alike; `to` is null while more join it. */
export interface MailCohort {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly fate: 'prompt' | 'waiting' | 'late' | 'lost';
  /** What made messages wait, or go on, at `from`. */
  readonly since: OccurrenceId;
  /** When those that waited were delivered. */
  readonly deliveredAt?: Instant;
}

export interface ExchangeWorld {
  readonly databases: Record<string, DatabaseFiles>;
  /** The databases of which a backup or a restore is under way. */
  jobs: readonly string[];
  /** Whether a client that asks now is answered: for every database, for some, for none. */
  service: Fact<'online' | 'degraded' | 'down'>;
  serviceSince: Instant;
  /** Set while clients are still reconnecting: when the last of them will be back. */
  clientsBackAt: Instant | null;
  mail: readonly MailCohort[];
  /** The node that routers send the subject's address to. */
  addressKnownAt: Fact<string>;
}
