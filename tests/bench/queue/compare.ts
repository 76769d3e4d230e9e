import { oneServerQueue } from '../../model/kernel/one-server-queue.ts';
import { alternating } from '../measure.ts';
import type { Competitor } from '../measure.ts';
import { loadPeers } from '../peers/load.ts';
import { heading, line } from '../print.ts';
import { closures, noQueue, typedHeap } from './baselines.ts';
import { expected, TIMES } from './times.ts';
import type { Queue } from './times.ts';

const CUSTOMERS = 500_000;
const ROUNDS = 7;
const KERNEL = 'the model’s kernel';

/** A queue as something to measure. A wrong answer ends the benchmark: speed would say nothing. */
function competitor(name: string, queue: Queue, customers: number): Competitor {
  const right = expected(customers, TIMES);
  return {
    name,
    async call() {
      const found = await queue(customers, TIMES);
      if (found.events !== right.events || found.waitedMs !== right.waitedMs)
        throw new Error(`${name} found ${JSON.stringify(found)}, not ${JSON.stringify(right)}`);
      return found.events;
    },
  };
}

/** Prints how fast the kernel is beside others, in one process and in turns. */
export async function compareQueues(withPeers: boolean): Promise<void> {
  heading('A queue with one server (M/M/1), a million events; events a second, and as a ratio');
  const peers = withPeers ? loadPeers() : [];
  const rates = await alternating(
    [
      competitor(KERNEL, oneServerQueue, CUSTOMERS),
      competitor('closures on a heap of objects', closures, CUSTOMERS),
      competitor('a heap in typed arrays and a branch', typedHeap, CUSTOMERS),
      competitor('no queue at all, two variables', noQueue, CUSTOMERS),
      ...peers.map(({ name, queue, customers }) => competitor(name, queue, customers)),
    ],
    ROUNDS,
  );
  const kernel = rates.get(KERNEL) ?? Number.NaN;
  for (const [name, rate] of rates)
    line(name, rate, 'a second', `kernel × ${(kernel / rate).toPrecision(3)}`);
  if (!withPeers) console.log('  With other libraries beside it: npm run bench -- --peers');
}
