import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Execution, Run } from '#model';
import { execute } from '#model/whole';

const COPIES = 40;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that a run takes once it is carried out: several are kept, so that what else lives is small beside them. */
export function bytesOf(run: Run): number {
  execute(run);
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept: Execution[] = [];
  for (let copy = 0; copy < COPIES; copy += 1) kept.push(execute(run));
  collect();
  return (process.memoryUsage().heapUsed - before) / kept.length;
}
