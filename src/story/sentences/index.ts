import type { Occurrence, OccurrenceKind, Plan } from '#model';
import { membershipTellings } from './cluster.ts';
import { exchangeTellings } from './exchange.ts';
import { groupTellings } from './groups.ts';
import { hardwareTellings } from './hardware.ts';
import type { Sentence, Telling, Tellings, Weight } from './types.ts';

/** The one catalogue: log, caption, announcement, transcript and command line say the same. */
const TELLINGS: Tellings<OccurrenceKind> = {
  ...hardwareTellings,
  ...membershipTellings,
  ...groupTellings,
  ...exchangeTellings,
};

/** The telling of an occurrence's kind; the table's type guarantees that it fits. */
function tellingOf(occurrence: Occurrence): Telling<OccurrenceKind> {
  return TELLINGS[occurrence.kind] as Telling<OccurrenceKind>;
}

/** What happened, and why, in words. */
export function sentenceFor(plan: Plan, occurrence: Occurrence): Sentence {
  return tellingOf(occurrence).tell(occurrence, plan);
}

/** How much an occurrence matters to a reader. */
export function weightOf(plan: Plan, occurrence: Occurrence): Weight {
  const { weight } = tellingOf(occurrence);
  return typeof weight === 'function' ? weight(occurrence, plan) : weight;
}
