import { expect, test } from 'vitest';
import { ActionError, parseAction } from '#model';
import { valueOf } from '#model/register';
import type { Profile } from '#model';
import { cluster } from '../support/cluster.ts';
import { planFor } from '../support/scenario.ts';
import type { Difference } from '../support/scenario.ts';

const on2008: Difference = { profile: 'windows-server-2008' };
const clientOnly2008: Difference = { ...on2008, publicRole: 'client' };

/** The smallest and the largest value that a property of the cluster takes; a step beyond is refused. */
function expectRange(property: string, least: string, most: string, beyond: readonly string[]) {
  const plan = planFor(on2008);
  for (const value of [least, most]) {
    expect(parseAction(plan, `set ${property} ${value}`)).toMatchObject({ property });
  }
  for (const value of beyond) {
    expect(() => parseAction(plan, `set ${property} ${value}`)).toThrow(ActionError);
  }
}

test('1.1 KB 892422: an interface sends each 1.2 s, whatever the others do; every node hears every other', () => {
  expect(valueOf('heartbeatPeriod', 'windows-server-2003').default).toBe(1_200);
  const run = cluster({ nodes: 3 }).at('0s', 'cut private').run();
  const pairs = run.all('heartbeat-missed').map(({ subject, values }) => `${subject} ${values.by}`);
  expect(pairs.toSorted()).toEqual([
    'NODE1.private NODE2',
    'NODE1.private NODE3',
    'NODE2.private NODE1',
    'NODE2.private NODE3',
    'NODE3.private NODE1',
    'NODE3.private NODE2',
  ]);
  for (const at of run.times('heartbeat-missed')) expect(at).toBeLessThanOrEqual(1_200);
});

test('1.4 KB 892422: contact is lost with the second missed heartbeat, 2.4 s after the last (event 1123)', () => {
  const run = cluster().at('0s', 'cut private').run();
  for (const { at, values } of run.all('contact-lost')) {
    expect(values).toMatchObject({ missed: 2, silentMs: 2_400 });
    const missed = run.all('heartbeat-missed').find(({ values: one }) => one.by === values.by);
    expect(at - (missed?.at ?? 0)).toBe(1_200);
  }
  expect(run.all('contact-lost')).toHaveLength(2);
});

test('1.5 KB 892422: heartbeats that return after 2.4 to 4.8 s of silence are told (1122) and decide nothing', () => {
  const run = cluster({ publicRole: 'client' })
    .at('0s', 'cut private')
    .at('3s', 'mend private')
    .run();
  for (const restored of run.all('contact-restored')) {
    const lost = run.all('contact-lost', restored.subject)[0];
    const silent = restored.at - (lost?.at ?? 0) + 2_400;
    expect(silent).toBeGreaterThanOrEqual(2_400);
    expect(silent).toBeLessThanOrEqual(4_801);
  }
  expect(run.all('contact-restored')).toHaveLength(2);
  expect(run.all('regroup-started')).toEqual([]);
});

test('1.6 KB 892422: only silence on every internal network makes a node down, 7.2 s after the last of them', () => {
  const both = cluster().at('0s', 'cut private').at('30s', 'cut public');
  const [declared] = both.run().all('node-declared-down', 'NODE1');
  expect(declared?.values).toMatchObject({ missed: 6, silentMs: 7_200 });
  const [at = 0] = both.run().times('node-declared-down', 'NODE1');
  expect(at).toBeGreaterThan(36_000);
  expect(at).toBeLessThanOrEqual(37_200);
  const mended = both.at('35s', 'mend public').run();
  expect(mended.all('node-declared-down')).toEqual([]);
});

test('1.7 KB 892422: a regroup says that the interface of a dead node is unreachable (1126), then that the node is removed (1135)', () => {
  const run = cluster().at('0s', 'power-off NODE1').run();
  const told = run.all('interface-state-changed', 'NODE1.private')[0];
  const ended = run.the('regroup-ended');
  expect(told?.values.state).toBe('unreachable');
  expect(told?.at).toBe(ended.at);
  expect(told?.because).toContain(ended.id);
  expect(run.the('node-removed', 'NODE1').id).toBeGreaterThan(told?.id ?? Infinity);
});

test('1.10 TechNet dd197562: SameSubnetDelay is 1 s and can be 250 ms to 2 s', () => {
  expect(valueOf('heartbeatPeriod', 'windows-server-2008').default).toBe(1_000);
  expectRange('SameSubnetDelay', '250ms', '2s', ['249ms', '2001ms']);
});

test('1.11 TechNet dd197562: SameSubnetThreshold is 5 and can be 3 to 10', () => {
  expectRange('SameSubnetThreshold', '3', '10', ['2', '11']);
  const run = cluster(on2008).at('0s', 'power-off NODE1').run();
  expect(run.the('node-declared-down').values).toMatchObject({ missed: 5, silentMs: 5_000 });
});

test('1.12 TechNet dd197562: CrossSubnetDelay is 1 s and can be 250 ms to 4 s', () => {
  expect(valueOf('crossSubnetHeartbeatPeriod', 'windows-server-2008').default).toBe(1_000);
  expectRange('CrossSubnetDelay', '250ms', '4s', ['249ms', '4001ms']);
});

test('1.13 TechNet dd197562: CrossSubnetThreshold is 5, can be 3 to 10, and concerns other subnets only', () => {
  expectRange('CrossSubnetThreshold', '3', '10', ['2', '11']);
  const missed = (subnet: string): number | undefined =>
    cluster({ ...on2008, node: { NODE1: { subnet } } })
      .at('0s', 'set CrossSubnetThreshold 8')
      .at('1m', 'power-off NODE1')
      .run()
      .all('node-declared-down')[0]?.values.missed;
  expect([missed('1'), missed('2')]).toEqual([5, 8]);
});

test('1.16 askcore 2012: on 2008 heartbeats go over every network the cluster may use, so one is enough', () => {
  const mixed = cluster(on2008).at('0s', 'cut private').run();
  expect(mixed.all('node-declared-down')).toEqual([]);
  const alone = cluster(clientOnly2008).at('0s', 'cut private').run();
  expect(alone.all('node-declared-down')).toHaveLength(2);
});

test('1.17 askcore 2012: with all its routes down a node is removed, and its peers say so, not itself (1135)', () => {
  const run = cluster({ ...clientOnly2008, nodes: 3, quorum: 'node-majority' })
    .at('0s', 'cut NODE3.private')
    .run();
  const removed = run.the('node-removed', 'NODE3');
  expect(['NODE1', 'NODE2']).toContain(removed.values.by);
  expect(run.world().nodes['NODE3']?.service.value).toBe('stopped');
});

test('1.18 ClusSvcHangTimeout: a cluster service that stands still is found after 60 s, on both systems', () => {
  for (const profile of ['windows-server-2003', 'windows-server-2008'] as const) {
    expect(valueOf('clusterServiceHangTimeout', profile).default).toBe(60_000);
    const run = cluster({ profile }).at('0s', 'hang-service NODE1').run();
    expect(run.order('node-crashed', 'cluster-service-stopped')).toHaveLength(1);
    const [ended] = [...run.times('node-crashed'), ...run.times('cluster-service-stopped')];
    expect(ended).toBe(60_000);
  }
});

test('1.19 HangRecoveryAction: Windows Server 2008 stops the node that it stands still on', () => {
  const hung = (profile: Profile) => cluster({ profile }).at('0s', 'hang-service NODE1').run();
  expect(hung('windows-server-2003').the('cluster-service-stopped').values.reason).toBe('hung');
  expect(hung('windows-server-2008').the('node-crashed').subject).toBe('NODE1');
});
