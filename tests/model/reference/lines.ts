import type { Occurrence } from '#model';
import type { Line } from './machine.ts';

/** Which values of an occurrence are compared beside its instant, kind and subject. */
const DETAILS: Readonly<Record<string, readonly string[]>> = {
  'heartbeat-missed': ['by'],
  'contact-lost': ['by'],
  'contact-restored': ['by'],
  'interface-state-changed': ['state'],
  'network-state-changed': ['state'],
  'node-declared-down': ['by'],
  'regroup-started': ['members'],
  'regroup-ended': ['members'],
  'node-removed': ['by'],
  'votes-counted': ['votes', 'witness'],
  'quorum-challenged': ['by'],
  'quorum-reserve-refused': ['reason'],
  'registration-removed': ['node'],
  'reservation-renewed': ['node'],
  'reservation-lost': ['node'],
  'quorum-given-up': ['node'],
  'cluster-service-stopped': ['reason'],
  'cluster-service-started': ['to'],
  'group-taken': ['to'],
  'move-started': ['to'],
  'failover-started': ['to'],
  'failback-started': ['to'],
  'group-moved': ['to'],
  'resource-going-online': ['node'],
  'resource-online': ['node'],
  'resource-going-offline': ['node'],
  'resource-offline': ['node'],
  'resource-failed': ['how'],
  'recovery-started': ['logs'],
  'restore-ended': ['logs'],
  'queue-delivered': ['messages'],
  'property-set': ['value'],
};

/** An occurrence of the model as the reference says it. */
export function lineOf({ at, kind, subject, values }: Occurrence): Line {
  const of: Readonly<Record<string, unknown>> = { ...values };
  const details = (DETAILS[kind] ?? []).map((name) => String(of[name]));
  return { at, text: [kind, subject, ...details].join(' ').trimEnd() };
}

/** In the order of their instants; within one by the alphabet. */
function sorted(lines: readonly Line[]): readonly string[] {
  return lines
    .toSorted((one, other) => one.at - other.at || (one.text < other.text ? -1 : 1))
    .map(({ at, text }) => `${at} ${text}`);
}

/** The first line that differs, with ten lines before it; null: none does. */
export function difference(model: readonly Line[], reference: readonly Line[]): string | null {
  const [ours, theirs] = [sorted(model), sorted(reference)];
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index += 1) {
    if (ours[index] === theirs[index]) continue;
    return [
      ...ours.slice(Math.max(0, index - 10), index).map((line) => `    ${line}`),
      `  model:     ${ours[index] ?? 'nothing more'}`,
      `  reference: ${theirs[index] ?? 'nothing more'}`,
    ].join('\n');
  }
  return null;
}
