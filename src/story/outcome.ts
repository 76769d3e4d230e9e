import { countMail, endOf, worldAt } from '#model';
import type { Execution, Instant, MailCount, Milliseconds } from '#model';
import { chronicleOf } from './chronicle.ts';
import type { Chronicle, Stretch } from './chronicle.ts';
import type { PhaseKey } from './phases.ts';

/** What a run came to. Instants are those of the scenario. */
export interface Outcome {
  readonly downtimeMs: Milliseconds;
  readonly outages: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly messages: MailCount;
  readonly messagesLost: number;
  readonly phases: readonly { key: PhaseKey; fromMs: Instant; toMs: Instant }[];
}

/** The stretches during which the service was not online, joined. */
export function outagesIn(service: Chronicle['service']): { from: Instant; to: Instant }[] {
  const outages: { from: Instant; to: Instant }[] = [];
  for (const { value, from, to } of service) {
    if (value === 'online') continue;
    const last = outages.at(-1);
    if (last?.to === from) last.to = to;
    else outages.push({ from, to });
  }
  return outages;
}

/** How long something held before an instant. */
export function durationOf<Value extends string>(
  stretches: readonly Stretch<Value>[],
  values: readonly Value[],
  until: Instant,
): Milliseconds {
  return stretches
    .filter(({ value, from }) => values.includes(value) && from < until)
    .reduce((sum, { from, to }) => sum + Math.min(to, until) - from, 0);
}

/** What a run came to at its end, by default 60 s after it is steady. */
export function outcomeOf(execution: Execution, until: Instant = endOf(execution)): Outcome {
  const { plan } = execution.run;
  const chronicle = chronicleOf(execution, until);
  const outages = outagesIn(chronicle.service);
  const messages = countMail(plan, worldAt(execution, until), until);
  return {
    downtimeMs: outages.reduce((sum, { from, to }) => sum + to - from, 0),
    outages,
    messages,
    messagesLost: messages.lost,
    phases: chronicle.phases.map(({ value, from, to }) => ({ key: value, fromMs: from, toMs: to })),
  };
}
