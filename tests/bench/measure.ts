/** CPU time of this process so far: a busy machine disturbs it less than the time on the clock. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The middle one of several figures. */
function medianOf(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[figures.length >> 1] ?? Number.NaN;
}

const ROUNDS = 11;
const ROUND_MS = 120;
const CALLS = 4;

const WARM_UP_MS = 6_000;

/**
 * Calls something for a while before parts of it are measured one after another: what the engine
 * compiles for all of them would else be counted to the first.
 */
export function warmUp(call: () => void): void {
  const from = cpuMs();
  while (cpuMs() - from < WARM_UP_MS) call();
}

/** Milliseconds of CPU that one call takes: the median of several rounds, after as many that warm up. */
export function millisecondsOf(call: () => void): number {
  const rounds: number[] = [];
  for (let round = -ROUNDS; round < ROUNDS; round += 1) {
    const from = cpuMs();
    let calls = 0;
    while (cpuMs() - from < ROUND_MS) {
      for (let index = 0; index < CALLS; index += 1) call();
      calls += CALLS;
    }
    if (round >= 0) rounds.push((cpuMs() - from) / calls);
  }
  return medianOf(rounds);
}

/** What is measured beside others: a call, and how many events it carries out. */
export interface Competitor {
  readonly name: string;
  readonly call: () => number | Promise<number>;
}

/**
 * Events a second of CPU of each, taken in turns within one process: whatever slows the machine down
 * meanwhile slows all of them, so that their ratios hold.
 */
export async function alternating(
  competitors: readonly Competitor[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number[]>(competitors.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, call } of competitors) {
      const from = cpuMs();
      const events = await call();
      if (round >= 0) rates.get(name)?.push((events * 1_000) / (cpuMs() - from));
    }
  }
  return new Map([...rates].map(([name, figures]) => [name, medianOf(figures)]));
}
