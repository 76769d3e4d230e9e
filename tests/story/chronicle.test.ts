import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '#model/whole';
import { believersIn, chronicleOf, outagesIn, outcomeOf, valueAt } from '#story';
import type { Stretch } from '#story';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import type { Script } from '../model/support/cluster.ts';
import { server } from '../model/support/server.ts';

/** The phases of a run in order, without rest before and steadiness after. */
function phasesOf(script: Script): readonly string[] {
  const { execution } = script.run();
  const { phases } = chronicleOf(execution, execution.steadyAt + 1);
  expect([phases.at(0)?.value, phases.at(-1)?.value]).toEqual(['rest', 'done']);
  return phases.slice(1, -1).map(({ value }) => value);
}

test('a power cut runs through every phase once, in order', () => {
  expect(phasesOf(cluster().at('0s', 'power-off NODE1'))).toEqual([
    'fault',
    'silence',
    'detection',
    'regroup',
    'arbitration',
    'disks',
    'services',
    'recovery',
    'clients',
  ]);
});

test('a planned move knows no silence, no regroup and no arbitration', () => {
  const phases = phasesOf(cluster().at('0s', 'move EXMBX NODE2'));
  for (const phase of ['silence', 'detection', 'regroup', 'arbitration', 'recovery']) {
    expect(phases).not.toContain(phase);
  }
  expect(phases).toContain('disks');
  expect(phases.at(-1)).toBe('clients');
});

test('a private network that is cut beside a mixed one comes to detection and no further', () => {
  const phases = new Set(phasesOf(cluster().at('0s', 'cut private')));
  for (const phase of ['regroup', 'arbitration', 'disks', 'services', 'clients']) {
    expect(phases).not.toContain(phase);
  }
});

test('detection ends when the last heartbeat that could matter is missing, also in a longer run', () => {
  const { execution } = cluster().at('0s', 'cut private').at('5m', 'power-off NODE1').run();
  const { phases } = chronicleOf(execution, execution.steadyAt + 1);
  const [detection] = phases.filter(({ value }) => value === 'detection');
  expect((detection?.to ?? 0) - (detection?.from ?? 0)).toBeLessThan(10_000);
});

test('a server that stands alone restarts without anybody to agree with', () => {
  const phases = phasesOf(server().at('0s', 'power-off SERVER1').at('5m', 'power-on SERVER1'));
  for (const phase of ['silence', 'detection', 'regroup', 'arbitration']) {
    expect(phases).not.toContain(phase);
  }
  expect(phases).toContain('recovery');
});

test('a shutdown in order goes down and comes up again, with nothing to find out', () => {
  const phases = phasesOf(cluster().at('0s', 'shut-down NODE1'));
  for (const phase of ['silence', 'detection', 'regroup', 'arbitration', 'recovery']) {
    expect(phases).not.toContain(phase);
  }
  expect(phases.slice(0, 2)).toEqual(['services', 'disks']);
});

test('a node that stands still is a fault until somebody misses it', () => {
  const phases = phasesOf(cluster().at('0s', 'hang NODE1'));
  expect(phases.slice(0, 4)).toEqual(['fault', 'silence', 'detection', 'regroup']);
});

test('a process that crashes is a fault until the next poll', () => {
  const script = cluster().at('0s', 'crash information-store');
  const ran = script.run();
  const [fault] = chronicleOf(ran.execution, ran.execution.steadyAt + 1).phases.slice(1);
  expect(fault?.value).toBe('fault');
  expect((fault?.to ?? 0) - (fault?.from ?? 0)).toBe(ran.when('resource-failed'));
});

test('counting votes and waiting for a witness is arbitration too', () => {
  for (const quorum of ['node-majority', 'node-and-file-share-majority'] as const) {
    expect(phasesOf(cluster({ nodes: 3, quorum }).at('0s', 'power-off NODE1'))).toContain(
      'arbitration',
    );
  }
});

test('clients wait while routers send to the old node, though everything is online (KB 244331)', () => {
  const script = cluster({ parameters: { gratuitousArpAccepted: 0 } }).at('0s', 'move EXMBX NODE2');
  const ran = script.run();
  const { phases, service } = chronicleOf(ran.execution, ran.execution.steadyAt + 1);
  const database = ran.the('resource-online', 'mailbox-database').at;
  expect(valueAt(service, database + 1)).toBe('down');
  expect(valueAt(phases, database + 1)).toBe('clients');
});

test('nothing done is rest all along', () => {
  const { execution } = cluster().run();
  const { phases, service } = chronicleOf(execution, 90_000);
  expect(phases).toEqual([{ value: 'rest', from: 0, to: 90_000 }]);
  expect(service).toEqual([{ value: 'online', from: 0, to: 90_000 }]);
});

/** Expects stretches to follow one another from a run's beginning to its end, each another value. */
function expectGapless(stretches: readonly Stretch<string>[], to: number): void {
  expect(stretches.at(0)?.from).toBe(0);
  expect(stretches.at(-1)?.to).toBe(to);
  for (const [index, { value, from, to: until }] of stretches.entries()) {
    expect(until).toBeGreaterThan(from);
    const next = stretches[index + 1];
    if (!next) continue;
    expect(next.from).toBe(until);
    expect(next.value).not.toBe(value);
  }
}

test('whatever is done, every lane is told without a gap and without a repetition', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const execution = execute(run);
      const to = execution.steadyAt + 5_000;
      const { phases, service, owner, nodes } = chronicleOf(execution, to);
      const believers = believersIn(execution, to);
      for (const lane of [phases, service, owner, believers, ...Object.values(nodes)])
        expectGapless(lane, to);
    }),
    { numRuns: 60 },
  );
});

test('the downtime of an outcome is the time in which the lane of the service is not online', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const execution = execute(run);
      const to = execution.steadyAt + 5_000;
      const { service } = chronicleOf(execution, to);
      const down = service.filter(({ value }) => value !== 'online');
      const sum = down.reduce((total, stretch) => total + stretch.to - stretch.from, 0);
      expect(outcomeOf(execution, to).downtimeMs).toBe(sum);
      expect(outagesIn(service).every(({ from, to: until }) => until > from)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('the value at an instant is that of the stretch it is in; the last one afterwards', () => {
  const stretches = [
    { value: 'up', from: 0, to: 10 },
    { value: 'down', from: 10, to: 20 },
  ] as const;
  expect([0, 9, 10, 19, 20, 99].map((at) => valueAt(stretches, at))).toEqual([
    'up',
    'up',
    'down',
    'down',
    'down',
    'down',
  ]);
  expect(valueAt([], 5)).toBeUndefined();
});
