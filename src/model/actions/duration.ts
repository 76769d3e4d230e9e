import type { Milliseconds } from '../kernel/instant.ts';

const UNITS: Readonly<Record<string, Milliseconds>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A duration's text did not follow the grammar; the message says what would. */
export class DurationError extends Error {
  override readonly name = 'DurationError';
}

/**
 * Reads a duration such as `500ms`, `1.2s`, `5m`, `2h` or `1d`: one number, one unit, at most three
 * decimals, a whole number of milliseconds. Read as text, so `1.2s` is exactly 1,200.
 * Throws DurationError.
 */
export function parseDuration(text: string): Milliseconds {
  const match = /^(\d{1,12})(?:\.(\d{1,3}))?(ms|s|m|h|d)$/.exec(text);
  if (!match) {
    const hint = /^\d+(\.\d+)?$/.test(text) ? ` (did you mean "${text}s"?)` : '';
    throw new DurationError(
      `"${text}" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d${hint}`,
    );
  }
  const [, whole = '0', decimals = '', unit = 'ms'] = match;
  const size = UNITS[unit] ?? 1;
  const thousandths = Number(whole) * 1_000 + Number(decimals.padEnd(3, '0'));
  const milliseconds = (thousandths * size) / 1_000;
  if (!Number.isSafeInteger(milliseconds)) {
    throw new DurationError(`"${text}" is not a whole number of milliseconds`);
  }
  return milliseconds;
}

/** What is said of a duration where only whole hours are kept; null of one in whole hours. */
export function besideHours(milliseconds: Milliseconds): string | null {
  const hours = Math.ceil(milliseconds / 3_600_000);
  return hours * 3_600_000 === milliseconds
    ? null
    : `it takes whole hours, such as ${formatDuration(hours * 3_600_000)}`;
}

/** Writes a duration so that it reads back as the same: the largest unit that needs no more than three decimals. */
export function formatDuration(milliseconds: Milliseconds): string {
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const size = UNITS[unit] ?? 1;
    if (milliseconds >= size && Number.isInteger((milliseconds * 1_000) / size)) {
      return `${milliseconds / size}${unit}`;
    }
  }
  return `${milliseconds}ms`;
}
