import type { Unit } from '#model/register';
import { sayDuration } from '#story';

/** A number of the register as people read it: `1.2 s`, `15 min`, `6`, `on`. Nothing is rounded. */
export function parameterText(unit: Unit, value: number): string {
  if (unit === 'switch') return value === 1 ? 'on' : 'off';
  if (unit === 'count') return value.toLocaleString('en-GB');
  if (value < 1_000) return `${value} ms`;
  return value < 60_000 ? `${value / 1_000} s` : sayDuration(value);
}
