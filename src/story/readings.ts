import { countMail } from '#model';
import type { Execution, Instant, World } from '#model';
import type { Chronicle } from './chronicle.ts';
import { valueAt } from './chronicle.ts';
import { sayClock, sayDuration } from './format.ts';
import { ownerOf, serviceOf } from './measured.ts';
import type { PhaseKey } from './phases.ts';
import { durationOf, outagesIn } from './outcome.ts';

/** Every number and word that a sentence can take from a run. */
export const READINGS = [
  'outage',
  'detection',
  'regroup',
  'arbitration',
  'disks',
  'services',
  'recovery',
  'clients',
  'messages-lost',
  'messages-late',
  'messages-waiting',
  'owner',
  'service',
  'instant',
] as const;

export type ReadingName = (typeof READINGS)[number];

/**
 * The phases that a reading adds up. Detection is the time from the fault to the verdict: nothing
 * noticed yet, first heartbeats missing, contact lost.
 */
const PHASES_OF: Partial<Readonly<Record<ReadingName, readonly PhaseKey[]>>> = {
  detection: ['fault', 'silence', 'detection'],
  regroup: ['regroup'],
  arbitration: ['arbitration'],
  disks: ['disks'],
  services: ['services'],
  recovery: ['recovery'],
  clients: ['clients'],
};

const SERVICE_WORDS = {
  online: 'online',
  degraded: 'degraded',
  'coming-back': 'coming back',
  down: 'down',
} as const;

/** What readings are taken from: a run, told, and its world at the instant. */
export interface Readable {
  readonly execution: Execution;
  readonly chronicle: Chronicle;
  readonly world: World;
  readonly at: Instant;
}

/** A reading as it stands in a sentence, such as `43 s`, `0` or `NODE2`. */
export function readingText(
  name: ReadingName,
  { execution, chronicle, world, at }: Readable,
): string {
  const { plan } = execution.run;
  const phases = PHASES_OF[name];
  if (phases) return sayDuration(durationOf(chronicle.phases, phases, at));
  const mail = countMail(plan, world, at);
  switch (name) {
    case 'outage': {
      const outages = outagesIn(chronicle.service).filter(({ from }) => from < at);
      return sayDuration(outages.reduce((sum, { from, to }) => sum + Math.min(to, at) - from, 0));
    }
    case 'messages-lost':
      return String(mail.lost);
    case 'messages-late':
      return String(mail.late);
    case 'messages-waiting':
      return String(mail.waiting);
    case 'owner':
      return ownerOf(plan, world);
    case 'service':
      return SERVICE_WORDS[serviceOf(plan, world)];
    default:
      return sayClock(at, execution.occurrences[0]?.at ?? at);
  }
}

/** The phase at an instant of a told run. */
export function phaseAt(chronicle: Chronicle, at: Instant): PhaseKey {
  return valueAt(chronicle.phases, at) ?? 'rest';
}
