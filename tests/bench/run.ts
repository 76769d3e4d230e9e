// What the model costs: medians of several rounds, in CPU time of this process so that a busy
// machine disturbs little. Prints; decides nothing.
//   npm run bench              the model, and its kernel beside three baselines
//   npm run bench -- --peers   the kernel beside other libraries too, which are fetched once
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { worldAt } from '#model';
import { execute } from '#model/whole';
import { bytesOf } from './memory.ts';
import { millisecondsOf, warmUp } from './measure.ts';
import { busy, decade, failover, mixes, occurrencesOf, quiet, year } from './mix.ts';
import { heading, line } from './print.ts';

const { values } = parseArgs({ options: { peers: { type: 'boolean', default: false } } });

const YEARS = 10;

const first = performance.now();
execute(failover);
const cold = performance.now() - first;

heading('One run');
line('a failover, the first in this process', cold, 'ms', 'below 10 ms');
const one = millisecondsOf(() => execute(failover));
line('a failover, median', one, 'ms');
const whole = execute(failover);
const { start } = failover.plan.scenario;
const span = whole.steadyAt - start;
let step = 0;
const look = millisecondsOf(() => {
  step = (step + 7_919) % span;
  worldAt(whole, start + step);
});
line('the world at an instant of it', look, 'ms');
line('  as a share of the run', look / one);

heading('Occurrences a second, with their causes, on the mix of faults');
let occurrences = 0;
let milliseconds = 0;
warmUp(() => {
  for (const { runs } of mixes) for (const run of runs) execute(run);
});
for (const { name, runs } of mixes) {
  const many = occurrencesOf(runs);
  const taken = millisecondsOf(() => {
    for (const run of runs) execute(run);
  });
  line(name, (many * 1_000) / taken, 'a second');
  occurrences += many;
  milliseconds += taken;
}
line(
  'the whole mix',
  (occurrences * 1_000) / milliseconds,
  'a second',
  'at least 1,000,000; 3,000,000 is aimed at',
);

heading('Long runs of two nodes');
const oneYear = millisecondsOf(() => execute(year));
line('a cluster-year with 40 faults', 1_000 / oneYear, 'years a second');
line('  occurrences in it', occurrencesOf([year]));
const tenYears = millisecondsOf(() => execute(decade));
line('ten years with a dozen faults in each', tenYears, 'ms', 'below 20 ms');
line('  occurrences in them', occurrencesOf([decade]));
line('  cluster-years a second', (YEARS * 1_000) / tenYears, 'years a second');

heading('Memory of a run: the same two dozen faults within a day, and within ten years');
const day = bytesOf(busy);
const years = bytesOf(quiet);
line('within a day', day / 1_000, 'kB');
line('within ten years', years / 1_000, 'kB');
line('  as a ratio', years / day, '', 'about 1: quiet time costs nothing');

const queues = fileURLToPath(new URL('queue/run.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [queues, ...(values.peers ? ['--peers'] : [])], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
