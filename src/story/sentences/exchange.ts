import type { Plan } from '#model';
import { sayCount, sayDuration } from '../format.ts';
import { nameOf } from '../names.ts';
import type { Tellings } from './types.ts';

type ExchangeKind =
  | 'recovery-started'
  | 'recovery-ended'
  | 'database-damaged'
  | 'backup-started'
  | 'backup-ended'
  | 'backup-aborted'
  | 'restore-started'
  | 'restore-interrupted'
  | 'restore-ended'
  | 'address-learned'
  | 'service-lost'
  | 'service-restored'
  | 'clients-reconnected'
  | 'queue-delivered';

/** Whether people read mail on it; of other groups they use whatever it is. */
function isMailbox(plan: Plan, group: string): boolean {
  return plan.mailboxServers.includes(group);
}

/** What has to be there for an answer. */
function answerOf(plan: Plan, group: string): string {
  if (!isMailbox(plan, group)) return 'Everything in it is online';
  const databases = plan.groups[group]?.resources.filter(({ type }) => type === 'mailbox-database');
  return databases?.length === 1
    ? 'The name answers and the database is mounted'
    : 'The name answers and every database is mounted';
}

/** What databases, people and mail see of it. */
export const exchangeTellings: Tellings<ExchangeKind> = {
  'recovery-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} replays its logs`,
      why:
        values.after === 'checkpoint'
          ? `It was not closed in order: ${sayCount(values.logs, 'log')} since the checkpoint come first, ${sayDuration(values.takesMs)} by assumption.`
          : `The backup is old: ${sayCount(values.logs, 'log')} since then come first, ${sayDuration(values.takesMs)} by assumption.`,
    }),
  },
  'recovery-ended': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} is consistent again`,
      why: `${sayCount(values.logs, 'log')} replayed. What had been acknowledged was in the logs.`,
    }),
  },
  'database-damaged': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You damage a page of ${nameOf(plan, values.resource)}`,
      why: 'Nobody notices until the page is read. Every node would read the same file.',
    }),
  },
  'backup-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You back up ${nameOf(plan, values.resource)}`,
      why: `It stays mounted meanwhile: ${sayDuration(values.takesMs)} by assumption. A move would break it off.`,
    }),
  },
  'backup-ended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `The backup of ${nameOf(plan, values.resource)} is complete`,
      why: 'A restore brings back what is there now; older logs are no longer needed.',
    }),
  },
  'backup-aborted': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `The backup of ${nameOf(plan, values.resource)} breaks off`,
      why: 'The database is no longer mounted. The backup has to begin again.',
    }),
  },
  'restore-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You restore ${nameOf(plan, values.resource)} from the last backup`,
      why: `The backup is copied to the database disk: ${sayDuration(values.takesMs)} by assumption.`,
    }),
  },
  'restore-interrupted': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `The restore of ${nameOf(plan, values.resource)} breaks off`,
      why: 'The server that wrote it stopped. It has to begin again.',
    }),
  },
  'restore-ended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} is as it was at the last backup`,
      why:
        values.logs > 0
          ? `The logs since then are on another disk: ${sayCount(values.logs, 'log')} bring it up to date.`
          : `The logs since then are gone with their disk: ${sayDuration(values.backupAgeMs)} of mail cannot be brought back.`,
    }),
  },
  'address-learned': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `Routers find ${nameOf(plan, values.group)} on ${values.node}`,
      why: 'They had not taken notice of its announcement; what they remembered has run out.',
    }),
  },
  'service-lost': {
    weight: 'decision',
    tell: ({ values }, plan) =>
      isMailbox(plan, values.group)
        ? {
            text: `Nobody can read mail on ${nameOf(plan, values.group)}`,
            why: 'Something that an answer needs is gone. New mail waits in the transport queue.',
          }
        : {
            text: `Nobody can use ${nameOf(plan, values.group)}`,
            why: 'Something that an answer needs is gone.',
          },
  },
  'service-restored': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} answers again`,
      why: `${answerOf(plan, values.group)}, after ${sayDuration(values.outageMs)}.`,
    }),
  },
  'clients-reconnected': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `All ${sayCount(values.clients, 'client')} are connected`,
      why: `Each tries by itself; the last one was back ${sayDuration(values.tookMs)} after the service.`,
    }),
  },
  'queue-delivered': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `The transport queue delivers ${sayCount(values.messages, 'message')}`,
      why: `The queue had kept them, the first for ${sayDuration(values.longestWaitMs)}, and tries again at its own pace.`,
    }),
  },
};
