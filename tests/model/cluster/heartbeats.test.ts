import { expect, test } from 'vitest';
import fc from 'fast-check';
import { parseDuration, planOf } from '#model';
import type { Scenario } from '#model';
import { cluster, Script } from '../support/cluster.ts';
import { START, twoNodes } from '../support/scenario.ts';

const powerCut = cluster().at('0s', 'power-off NODE1');

test('KB 892422 (fact 1.1): heartbeats leave every interface every 1.2 s, each at its own moment', () => {
  const misses = powerCut.run().all('heartbeat-missed');
  const last = misses.map(({ at, subject }) => [subject, at - 1_200 - START]);
  expect(last).toEqual([
    ['NODE1.public', -595],
    ['NODE1.private', -491],
  ]);
  const shifted = cluster().at('1.2s', 'power-off NODE1').run().times('heartbeat-missed');
  expect(shifted).toEqual(misses.map(({ at }) => at - START + 1_200));
});

test('KB 892422 (fact 1.4, event 1123): two missed heartbeats are lost contact, 2.4 s after the last one', () => {
  for (const { values, at, because } of powerCut.run().all('contact-lost')) {
    expect(values).toMatchObject({ by: 'NODE2', node: 'NODE1', missed: 2, silentMs: 2_400 });
    expect(at).toBeGreaterThan(START);
    expect(because.length).toBeGreaterThan(0);
  }
  expect(powerCut.run().all('contact-lost')).toHaveLength(2);
});

test('KB 892422 (fact 1.5, event 1122): contact that returns after 2.4 s is restored, and nobody is down', () => {
  const run = cluster().at('0s', 'cut private').at('3s', 'mend private').run();
  expect(run.order('contact-lost', 'contact-restored')).toEqual([
    'contact-lost NODE2.private',
    'contact-lost NODE1.private',
    'contact-restored NODE1.private',
    'contact-restored NODE2.private',
  ]);
  expect(run.all('node-declared-down')).toEqual([]);
});

test('KB 892422 (fact 1.5): heartbeats that return before the second is missed leave no trace but the first', () => {
  const run = cluster().at('0s', 'cut private').at('1s', 'mend private').run();
  expect([...run.kinds]).toEqual(['network-cut', 'heartbeat-missed', 'network-mended']);
});

test('KB 892422 (fact 1.6): six missed on every internal-capable network, and the node is down', () => {
  const run = powerCut.run();
  const down = run.the('node-declared-down');
  expect(down.values).toEqual({ by: 'NODE2', node: 'NODE1', missed: 6, silentMs: 7_200 });
  const lastLost = Math.max(...run.times('contact-lost'));
  expect(down.at - START - lastLost).toBe(7_200 - 2_400);
});

test('fact 1.6 (7.2 s = 6 × 1.2 s): declared down 6.0 to 7.2 s after a power cut at any moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (milliseconds) => {
      const run = cluster().at(`${milliseconds}ms`, 'power-off NODE1').run();
      const after = run.when('node-declared-down') - milliseconds;
      expect(after).toBeGreaterThan(6_000);
      expect(after).toBeLessThanOrEqual(7_201);
    }),
    { numRuns: 60 },
  );
});

test('fact 1.6: it is exactly 7.2 s after the last heartbeat on the last network', () => {
  const { execution } = powerCut.run();
  const down = powerCut.run().the('node-declared-down');
  const misses = powerCut.run().all('heartbeat-missed');
  const lastHeard = Math.max(...misses.map(({ at }) => at - 1_200));
  expect(down.at - lastHeard).toBe(7_200);
  expect(execution.unfinished).toBe(false);
});

test('KB 892422 (fact 1.7): the regroup starts with the verdict; each cause is named', () => {
  const run = powerCut.run();
  const regroup = run.the('regroup-started');
  const down = run.the('node-declared-down');
  expect(regroup.at).toBe(down.at);
  expect(regroup.because).toEqual([down.id]);
  expect(down.because).toEqual(run.all('contact-lost').map(({ id }) => id));
});

test('a heartbeat that is due at the instant of the cut does not leave any more (order: actions first)', () => {
  const misses = (when: string): number[] =>
    cluster().at(when, 'cut NODE1.private').run().times('heartbeat-missed', 'NODE1.private');
  const [before = 0] = misses('0s');
  const sent = before - 1;
  expect(misses(`${sent}ms`)).toEqual([before]);
  expect(misses(`${sent + 1}ms`)).toEqual([before]);
  expect(misses(`${sent + 2}ms`)).toEqual([before + 1_200]);
});

test('a heartbeat on the way when its sender loses power still arrives', () => {
  const misses = (when: string): number[] =>
    cluster().at(when, 'power-off NODE1').run().times('heartbeat-missed', 'NODE1.private');
  const [before = 0] = misses('0s');
  expect(misses(`${before - 1}ms`)).toEqual([before]);
  expect(misses(`${before}ms`)).toEqual([before + 1_200]);
});

test('a heartbeat on the way is lost when its switch loses power together with its sender', () => {
  const script = cluster({
    publicRole: 'client',
    switches: { private: ['switch-1'] },
    feeds: { NODE1: ['feed-1'], 'switch-1': ['feed-1'] },
  });
  const misses = (when: string, fault: string): number[] =>
    script.at(when, fault).run().times('heartbeat-missed', 'NODE1.private');
  const [arrives = 0] = misses('0s', 'power-off NODE1');
  expect(misses(`${arrives}ms`, 'power-off NODE1')).toEqual([arrives + 1_200]);
  expect(misses(`${arrives}ms`, 'fail feed-1')).toEqual([arrives]);
});

test('a cable mended at the instant of a heartbeat lets it through (order: actions first)', () => {
  const cut = cluster().at('0s', 'cut NODE1.private');
  const missed = cut.run().when('heartbeat-missed', 'NODE1.private');
  expect(
    cut
      .at(`${missed - 1}ms`, 'mend NODE1.private')
      .run()
      .all('heartbeat-missed', 'NODE1.private'),
  ).toEqual([]);
  expect(
    cut.at(`${missed}ms`, 'mend NODE1.private').run().all('heartbeat-missed', 'NODE1.private'),
  ).toHaveLength(1);
});

test('the thresholds are parameters: three and four heartbeats of 2 s', () => {
  const parameters = {
    heartbeatPeriod: 2_000,
    missedHeartbeatsUntilContactLost: 3,
    missedHeartbeatsUntilNodeDown: 4,
  };
  const run = cluster({ parameters }).at('0s', 'power-off NODE1').run();
  expect(run.all('contact-lost').map(({ values }) => values.silentMs)).toEqual([6_000, 6_000]);
  expect(run.the('node-declared-down').values.silentMs).toBe(8_000);
});

test('a node can be declared down before contact counts as lost, if the thresholds say so', () => {
  const parameters = { missedHeartbeatsUntilContactLost: 9, missedHeartbeatsUntilNodeDown: 2 };
  const run = cluster({ parameters }).at('0s', 'power-off NODE1').run();
  expect(run.the('node-declared-down').values.silentMs).toBe(2_400);
  expect(run.all('contact-lost')).toEqual([]);
});

test('a message between nodes takes as long as its parameter says', () => {
  const parameters = { nodeMessageDelay: 50 };
  const slow = cluster({ parameters }).at('0s', 'power-off NODE1').run();
  const difference = powerCut
    .run()
    .times('heartbeat-missed')
    .map((at, index) => (slow.times('heartbeat-missed')[index] ?? 0) - at);
  expect(difference).toEqual([49, 49]);
  expect(parseDuration('49ms')).toBe(49);
});

test('SameSubnetThreshold: set lower during a silence it counts when the next heartbeat is missing', () => {
  const off = cluster({ profile: 'windows-server-2008' }).at('0s', 'power-off NODE1');
  const usual = off.run().the('node-declared-down');
  const run = off.at('3s', 'set SameSubnetThreshold 3').run();
  const down = run.the('node-declared-down');
  expect(usual.values).toMatchObject({ missed: 5, silentMs: 5_000 });
  expect(down.values.silentMs).toBeLessThan(5_000);
  expect(down.at - run.the('property-set').at).toBeLessThanOrEqual(1_000);
  expect(down.because).toContain(run.the('property-set').id);
});

test('SameSubnetDelay: set shorter during a silence it counts when the next heartbeat is missing', () => {
  const run = cluster({ profile: 'windows-server-2008' })
    .at('0s', 'power-off NODE1')
    .at('2s', 'set SameSubnetDelay 250ms')
    .run();
  const waitedMs = run.the('node-declared-down').at - run.the('property-set').at;
  expect(waitedMs).toBeGreaterThan(0);
  expect(waitedMs).toBeLessThanOrEqual(1_000);
  expect(run.the('node-declared-down').because).toContain(run.the('property-set').id);
});

/** Two nodes of 2008 in subnets of their own. */
const apart = cluster({ profile: 'windows-server-2008', node: { NODE2: { subnet: '2' } } });

test('CrossSubnetDelay: a sender goes on from its next heartbeat, and listeners expect it then', () => {
  for (const when of ['0s', '1s', '2s', '3s']) {
    const next = apart.at(when, 'power-off NODE1').run().when('heartbeat-missed', 'NODE1.private');
    const run = apart
      .at(when, 'set CrossSubnetDelay 4s')
      .at(`${next + 1}ms`, 'power-off NODE1')
      .run();
    expect(run.when('heartbeat-missed', 'NODE1.private')).toBe(next + 4_000);
  }
});

test('SameSubnetDelay, however often it is set, leaves heartbeats to other subnets as they are', () => {
  const script = (settings: readonly string[]) =>
    settings
      .reduce((before, setting, index) => before.at(`${index * 130}ms`, setting), apart)
      .at('10s', 'power-off NODE1');
  const set = ['set SameSubnetDelay 250ms', 'set SameSubnetDelay 1s', 'set SameSubnetDelay 700ms'];
  const missed = script([]).run().times('heartbeat-missed');
  expect(missed).toHaveLength(2);
  expect(script(set).run().times('heartbeat-missed')).toEqual(missed);
});

/** How long the quorum disk takes to be had, in Windows Server 2008, when something was set before. */
function tookAfter(setting: string, script = apart): number {
  const run = script.at('0s', setting).at('10s', 'power-off NODE1').run();
  return run.the('quorum-taken').values.tookMs;
}

test('who may go on waits as long as the slowest heartbeat of the cluster (assumption: defenceMargin)', () => {
  const slower = tookAfter('set CrossSubnetDelay 3s');
  expect(slower - tookAfter('set CrossSubnetDelay 1s')).toBe(2_000);
  // Between these two nodes no heartbeat stays within a subnet.
  expect(tookAfter('set SameSubnetDelay 2s')).toBe(tookAfter('set SameSubnetDelay 1s'));
  const together = cluster({ profile: 'windows-server-2008' });
  const slowerHere = tookAfter('set SameSubnetDelay 2s', together);
  expect(slowerHere - tookAfter('set SameSubnetDelay 1s', together)).toBe(1_000);
});

test('so does whoever has it where votes decide', () => {
  const run = cluster({ profile: 'windows-server-2008', quorum: 'node-majority', nodes: 3 })
    .at('0s', 'set SameSubnetDelay 2s')
    .at('10s', 'power-off NODE1')
    .run('1m');
  const [counted] = run.all('votes-counted');
  expect(run.the('group-taken', 'EXMBX').at - (counted?.at ?? 0)).toBe(2_000);
});

test('a node declares others down in the order of the file, also where names are numbers', () => {
  const text = JSON.stringify(twoNodes({ nodes: 3, quorum: 'node-majority' }))
    .replaceAll('NODE1', '30')
    .replaceAll('NODE2', '20')
    .replaceAll('NODE3', '10');
  const run = new Script(planOf(JSON.parse(text) as Scenario))
    .do('0s hang 30', '500ms cut private', '500ms cut public', '1s wake 30')
    .run();
  const declared = run.all('node-declared-down').filter(({ values }) => values.by === '30');
  expect(declared.map(({ subject }) => subject)).toEqual(['20', '10']);
});
