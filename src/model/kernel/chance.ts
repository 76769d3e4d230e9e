import type { Milliseconds } from './instant.ts';

/** Spreads the bits of a 32-bit integer; integer arithmetic only, so equal in every engine. */
function mix(bits: number): number {
  let value = bits;
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * The chance of a run: a whole number from 0 to 2^32 - 1 that depends only on its arguments.
 * Because nothing is consumed, an extra action never shifts the draws of something else.
 */
export function draw(seed: number, stream: string, index: number): number {
  let hash = mix(seed ^ 0x9e3779b9);
  for (let position = 0; position < stream.length; position += 1) {
    hash = mix(hash ^ Math.imul(stream.charCodeAt(position) + 1, 0x01000193));
  }
  return mix(hash ^ Math.imul(index + 1, 0x85ebca6b));
}

/** Where within its period a periodic process of a subject stands: 0 ≤ offset < period. */
export function offsetWithin(
  seed: number,
  process: string,
  subject: string,
  period: Milliseconds,
): Milliseconds {
  return draw(seed, `${process} ${subject}`, 0) % period;
}
