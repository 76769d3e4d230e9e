// What the model costs: medians of several rounds, in CPU time of this process so that a busy
// machine disturbs little. Prints; decides nothing. `npm run bench`
import { execute, worldAt } from '#model';
import { failover, mix, occurrencesOfMix, year } from './mix.ts';

const ROUNDS = 15;
const ROUND_MS = 200;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds that one call takes: the median of several rounds, after two that warm up. */
function median(call: () => void): number {
  const rounds: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const from = cpuMs();
    let calls = 0;
    while (cpuMs() - from < ROUND_MS) {
      for (let index = 0; index < 8; index += 1) call();
      calls += 8;
    }
    if (round >= 0) rounds.push((cpuMs() - from) / calls);
  }
  return rounds.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN;
}

function line(what: string, value: number, unit: string, target: string): void {
  const digits = value >= 1_000 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
  console.log(`${what.padEnd(44)} ${digits.padStart(10)} ${unit.padEnd(16)} ${target}`);
}

const first = performance.now();
execute(failover);
const cold = performance.now() - first;
line('a failover run, the first in this process', cold, 'ms', 'below 10 ms');

const one = median(() => execute(failover));
line('a failover run, median', one, 'ms', '');

const all = median(() => {
  for (const run of mix) execute(run);
});
line(
  'occurrences of the mix of faults',
  (occurrencesOfMix() * 1_000) / all,
  'a second',
  'at least 300,000',
);

const whole = execute(failover);
const span = whole.steadyAt - failover.plan.scenario.start;
let step = 0;
const look = median(() => {
  step = (step + 7_919) % span;
  worldAt(whole, failover.plan.scenario.start + step);
});
line('the world at an instant of a failover', look, 'ms', '');
line('  as a share of the run', look / one, '', '');

const oneYear = median(() => execute(year, year.plan.scenario.start + 365 * 86_400_000));
line('a cluster-year with 40 faults', 1_000 / oneYear, 'years a second', '');
line('  occurrences in it', execute(year).occurrences.length, '', '');
