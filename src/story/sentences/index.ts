import type { Occurrence, OccurrenceKind, Plan } from '#model';
import { sayLogged } from '../events.ts';
import { exchangeTellings } from './exchange.ts';
import { groupTellings } from './groups.ts';
import { hardwareTellings } from './hardware.ts';
import { membershipTellings } from './membership.ts';
import { quorumTellings } from './quorum.ts';
import { resourceTellings } from './resources.ts';
import type { Past } from './past.ts';
import type { Sentence, Telling, Tellings, Weight } from './types.ts';

/** The one catalogue: log, caption, announcement, transcript and command line say the same. */
const TELLINGS: Tellings<OccurrenceKind> = {
  ...hardwareTellings,
  ...membershipTellings,
  ...quorumTellings,
  ...groupTellings,
  ...resourceTellings,
  ...exchangeTellings,
};

/** The telling of an occurrence's kind; the table's type guarantees that it fits. */
function tellingOf(occurrence: Occurrence): Telling<OccurrenceKind> {
  return TELLINGS[occurrence.kind] as Telling<OccurrenceKind>;
}

/**
 * What happened, and why, in words; in a cluster also what Windows logs for it. Given the occurrences
 * of its run, reasons that lie further back are told as well; what happened is the same without them.
 */
export function sentenceFor(plan: Plan, occurrence: Occurrence, past: Past = []): Sentence {
  const { text, why } = tellingOf(occurrence).tell(occurrence, plan, past);
  const logged = plan.quorum ? sayLogged(occurrence, plan.scenario.profile, past) : '';
  return { text, why: why + logged };
}

/** How much an occurrence matters to a reader. */
export function weightOf(plan: Plan, occurrence: Occurrence): Weight {
  const { weight } = tellingOf(occurrence);
  return typeof weight === 'function' ? weight(occurrence, plan) : weight;
}
