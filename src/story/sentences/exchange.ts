import { sayCount, sayDuration } from '../format.ts';
import { nameOf } from '../names.ts';
import type { Tellings } from './types.ts';

type ExchangeKind =
  | 'recovery-started'
  | 'recovery-ended'
  | 'restore-started'
  | 'restore-interrupted'
  | 'restore-ended'
  | 'service-lost'
  | 'service-restored'
  | 'clients-reconnected'
  | 'queue-delivered';

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
  'service-lost': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `Nobody can read mail on ${nameOf(plan, values.group)}`,
      why: 'Something that an answer needs is gone. New mail waits in the transport queue.',
    }),
  },
  'service-restored': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} answers again`,
      why: `The name answers and the database is mounted, after ${sayDuration(values.outageMs)}.`,
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
