/** The times of a queue with one server: how long until the next customer comes, and how long each is served. */
export interface Times {
  /** In milliseconds. Used in turn, from the start again when all are used up. */
  readonly gaps: Int32Array;
  readonly services: Int32Array;
}

/** What an engine has done: how many customers came and went, and how long they waited together. */
export interface Served {
  readonly events: number;
  readonly waitedMs: number;
}

/** A queue with one server, carried out by one engine for a number of customers. */
export type Queue = (customers: number, times: Times) => Served | Promise<Served>;

const LENGTH = 1 << 16;
const STEPS = 1_024;

/**
 * Exponential times by what an engine computes exactly: the quantiles of the geometric distribution
 * of whole milliseconds, found by multiplying, so that no logarithm is needed.
 */
function quantiles(meanMs: number): Int32Array {
  const table = new Int32Array(STEPS);
  let milliseconds = 1;
  let surviving = 1 - 1 / meanMs;
  for (let step = 0; step < STEPS; step += 1) {
    const wanted = 1 - (step + 0.5) / STEPS;
    for (; surviving > wanted; milliseconds += 1) surviving *= 1 - 1 / meanMs;
    table[step] = milliseconds;
  }
  return table;
}

/** Drawn from the table by a generator of whole numbers (xorshift, Marsaglia 2003). */
function drawn(meanMs: number, seed: number): Int32Array {
  const table = quantiles(meanMs);
  let state = seed;
  return Int32Array.from({ length: LENGTH }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return table[(state >>> 8) % STEPS] ?? 0;
  });
}

/** Four fifths of the server's time are used. */
export const TIMES: Times = { gaps: drawn(1_000, 1), services: drawn(800, 2) };

/** The one at a place, counted round. */
export function timeAt(list: Int32Array, place: number): number {
  return list[place & (LENGTH - 1)] ?? 0;
}

/** What every engine must find, without any engine: each waits for what was left when it came (Lindley 1952). */
export function expected(customers: number, { gaps, services }: Times): Served {
  let waits = 0;
  let waitedMs = 0;
  for (let customer = 1; customer < customers; customer += 1) {
    waits = Math.max(0, waits + timeAt(services, customer - 1) - timeAt(gaps, customer));
    waitedMs += waits;
  }
  return { events: 2 * customers, waitedMs };
}
