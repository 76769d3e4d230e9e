import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldAt } from '#model';
import type { Execution, Instant } from '#model';
import { execute } from '#model/whole';
import { READINGS, chronicleOf, readingText } from '#story';
import type { ReadingName } from '#story';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import type { Ran } from '../model/support/cluster.ts';
import { START } from '../model/support/scenario.ts';
import { expectProse } from './support/prose.ts';

function read(name: ReadingName, execution: Execution, at: Instant): string {
  const chronicle = chronicleOf(execution, Math.max(at, execution.steadyAt) + 1);
  return readingText(name, { execution, chronicle, world: worldAt(execution, at), at });
}

function atEnd({ execution }: Ran, name: ReadingName): string {
  return read(name, execution, execution.steadyAt);
}

const powerCut = cluster().at('0s', 'power-off NODE1').run();

test('the outage of a power cut is the time from the cut to the answer', () => {
  const lasted = powerCut.when('service-restored') - powerCut.when('service-lost');
  expect(atEnd(powerCut, 'outage')).toBe(`${Math.round(lasted / 1_000)} s`);
});

test('detection counts from the fault to the verdict, and its parts add up to the outage', () => {
  const seconds = (name: ReadingName): number => Number.parseFloat(atEnd(powerCut, name));
  expect(seconds('detection')).toBeCloseTo(powerCut.when('node-declared-down') / 1_000, 1);
  const parts = ['detection', 'regroup', 'arbitration', 'disks', 'services', 'recovery'] as const;
  const sum = parts.reduce((total, name) => total + seconds(name), 0);
  expect(Math.abs(sum - powerCut.when('service-restored') / 1_000)).toBeLessThan(1);
});

test('in the middle of a run the outage goes up to the cursor and no further', () => {
  expect(read('outage', powerCut.execution, START + 12_000)).toBe('12 s');
  expect(read('instant', powerCut.execution, START + 12_000)).toBe('0:12');
});

test('owner and service are those of the moment', () => {
  expect(read('owner', powerCut.execution, START + 1_000)).toBe('NODE1');
  expect(read('service', powerCut.execution, START + 1_000)).toBe('down');
  expect(atEnd(powerCut, 'owner')).toBe('NODE2');
  expect(atEnd(powerCut, 'service')).toBe('online');
});

test('mail that waited is late and not lost', () => {
  const late = powerCut.the('queue-delivered').values.messages;
  expect(atEnd(powerCut, 'messages-late')).toBe(String(late));
  expect(atEnd(powerCut, 'messages-lost')).toBe('0');
  expect(atEnd(powerCut, 'messages-waiting')).toBe('0');
});

test('a run without a failover has no outage to read', () => {
  const quiet = cluster().at('0s', 'cut private').run();
  expect(atEnd(quiet, 'outage')).toBe('0 s');
  expect(atEnd(quiet, 'arbitration')).toBe('0 s');
});

test('whatever is done and whenever one looks, every reading can stand in a sentence', () => {
  const moment = fc.integer({ min: 0, max: START + 600_000 });
  fc.assert(
    fc.property(randomRuns(), moment, (run, at) => {
      const execution = execute(run);
      for (const name of READINGS) expectProse(read(name, execution, at));
    }),
    { numRuns: 40 },
  );
});
