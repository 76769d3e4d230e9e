import { SOURCES } from './sources.ts';
import type { Parameter } from './types.ts';

/** Databases and their logs, the clients, and the mail that arrives meanwhile. */
export const exchangeParameters = {
  checkpointDepthLogs: {
    label: 'Logs between the checkpoint and the newest log',
    unit: 'count',
    default: 20,
    range: [1, 10_000],
    confidence: 'reported',
    source: SOURCES.checkpointDepth,
    note: 'A checkpoint depth of 20 MB and log files of 1 MB: so many logs are replayed after an unclean stop of a database that has been in use for a while.',
  },
  logGenerationPeriod: {
    label: 'Time in which the users fill one log of 1 MB',
    unit: 'ms',
    default: 15_000,
    range: [100, 3_600_000],
    confidence: 'assumption',
    note: 'Decides how many logs have gathered since a database was mounted. 240 mailboxes in a working day.',
  },
  recoveryDurationPerLog: {
    label: 'Recovery: time to replay one log',
    unit: 'ms',
    default: 500,
    range: [10, 60_000],
    confidence: 'assumption',
    note: 'No official figure was found. Two to ten logs a second are remembered from disks of that time; the model takes the slow end.',
  },
  mailboxes: {
    label: 'Mailboxes',
    unit: 'count',
    default: 240,
    range: [1, 100_000],
    confidence: 'assumption',
    note: 'One Outlook for each.',
  },
  clientRetryPeriod: {
    label: 'Time between two attempts of a client to connect again',
    unit: 'ms',
    default: 10_000,
    range: [100, 3_600_000],
    confidence: 'assumption',
    note: 'That Outlook reconnects by itself is documented; how often it tries is not.',
  },
  messagePeriod: {
    label: 'Time between two messages that arrive for the mailboxes',
    unit: 'ms',
    default: 500,
    range: [10, 3_600_000],
    confidence: 'assumption',
    note: 'Two a second, evenly spread.',
  },
  queueRetryPeriod: {
    label: 'Time between two attempts to deliver what waits in the transport queue',
    unit: 'ms',
    default: 60_000,
    range: [1_000, 3_600_000],
    confidence: 'assumption',
    note: 'A Hub Transport server keeps what it cannot deliver and tries again. Mail that arrives once the mailboxes answer is delivered at once here, before what waits.',
  },
  backupAge: {
    label: 'Age of the last backup when the scenario starts',
    unit: 'ms',
    default: 43_200_000,
    range: [0, 31_536_000_000],
    confidence: 'assumption',
    note: 'Half a day: the middle between two daily backups. Microsoft reckons with the same average for a lost array.',
  },
  restoreDuration: {
    label: 'Time to copy the backup of a database back',
    unit: 'ms',
    default: 1_800_000,
    range: [1_000, 31_536_000_000],
    confidence: 'assumption',
    note: '36 GB at 20 MB a second; finding the tape is not counted. The model lets a restore write to a disk that is not online in its group yet.',
  },
} as const satisfies Record<string, Parameter>;
