import { expect, test } from 'vitest';
import { valueOf } from '#model/register';
import type { Profile } from '#model';
import { cluster } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

/** Whether clients are served after the last so many nodes have lost power, the disk before them if told. */
function survives(difference: Difference, failures: number, more: readonly string[] = []): boolean {
  const { nodes = 2 } = difference;
  let script = cluster(difference);
  for (const action of more) script = script.at('0s', action);
  for (let lost = 0; lost < failures; lost += 1) {
    script = script.at('5m', `power-off NODE${nodes - lost}`);
  }
  return script.run().world('10m').service.value === 'online';
}

/** The most failures that are survived. */
function survivable(difference: Difference, more: readonly string[] = []): number {
  const { nodes = 2 } = difference;
  let most = 0;
  while (most + 1 < nodes && survives(difference, most + 1, more)) most += 1;
  return most;
}

const on2008 = { profile: 'windows-server-2008' } as const;

test('2.1.1 TechNet bb676571: with a quorum disk all nodes but one may fail; without it nobody serves', () => {
  for (const profile of ['windows-server-2003', 'windows-server-2008'] as const) {
    expect([2, 4, 8].map((nodes) => survivable({ profile, nodes }))).toEqual([1, 3, 7]);
    expect(survives({ profile, nodes: 4 }, 0, ['fail Q'])).toBe(false);
  }
});

test('2.1.2 KB 921181: a majority of nodes survives half of them rounded up, less one; two survive none', () => {
  for (const profile of ['windows-server-2003', 'windows-server-2008'] as const) {
    const most = (nodes: number): number => survivable({ profile, nodes, quorum: 'node-majority' });
    const nodes = [2, 3, 4, 5, 6, 7, 8];
    expect(nodes.map(most)).toEqual(nodes.map((number) => Math.ceil(number / 2) - 1));
  }
});

test('2.1.3 KB 921181: a file share is a third vote for two nodes, and only one side of a split can have it', () => {
  const share: Difference = { quorum: 'node-and-file-share-majority' };
  expect(survivable(share)).toBe(1);
  expect(survivable(share, ['fail witness'])).toBe(0);
  const split = cluster({ ...share, publicRole: 'client' })
    .at('0s', 'cut private')
    .run();
  const running = Object.values(split.world().nodes).filter(
    ({ service }) => service.value === 'running',
  );
  expect(running).toHaveLength(1);
});

test('2.1.4 TechNet cc773510: six nodes and a disk survive three failures, two without the disk; so for even numbers', () => {
  const model: Difference = { ...on2008, quorum: 'node-and-disk-majority' };
  const nodes = [2, 4, 6, 8];
  expect(nodes.map((number) => survivable({ ...model, nodes: number }))).toEqual([1, 2, 3, 4]);
  expect(nodes.map((number) => survivable({ ...model, nodes: number }, ['fail Q']))).toEqual([
    0, 1, 2, 3,
  ]);
});

test('2.1.5 counted votes, for the published rule is for even numbers: three nodes and a disk are four: one failure with it, none without', () => {
  const model: Difference = { ...on2008, quorum: 'node-and-disk-majority', nodes: 3 };
  expect([survivable(model), survivable(model, ['fail Q'])]).toEqual([1, 0]);
});

test('2.2.8 KB 309186: who announces that it leaves is no danger: no reset, no wait', () => {
  const announced = cluster().at('0s', 'shut-down NODE1').run();
  expect(announced.all('quorum-challenged')).toEqual([]);
  const silent = cluster({ parameters: { shutdownIsAnnounced: 0 } })
    .at('0s', 'shut-down NODE1')
    .run();
  expect(silent.all('quorum-challenged')).toHaveLength(1);
});

test('2.2.11 QuorumArbitrationTimeMax: 20 s on 2003, 60 s on 2008; a node that needs longer gives up', () => {
  expect(valueOf('arbitrationTimeMax', 'windows-server-2003').default).toBe(20_000);
  expect(valueOf('arbitrationTimeMax', 'windows-server-2008').default).toBe(60_000);
  const taken = (arbitrationOnlineDelay: number): number =>
    cluster({ parameters: { arbitrationOnlineDelay } })
      .at('0s', 'power-off NODE1')
      .run('50s')
      .all('quorum-taken').length;
  expect([taken(19_000), taken(21_000)]).toEqual([1, 0]);
});

test('2.3.1 msmvps clusterhelp 2007: on 2008 a challenge resets no bus, so no reservation is ever missing', () => {
  const heldAt = (profile: Profile) =>
    cluster({ profile }).at('0s', 'power-off NODE1').run().world('12s').reservations['Q']?.value;
  expect(heldAt('windows-server-2003')).toBeNull();
  expect(heldAt('windows-server-2008')).toBe('NODE1');
});

test('2.4.1 KB 309186: a node that loses the quorum takes everything it hosts offline', () => {
  const run = cluster({ quorum: 'node-majority' }).at('0s', 'power-off NODE2').run();
  expect(run.the('cluster-service-stopped').values.reason).toBe('quorum-lost');
  const { resources } = run.world();
  expect(Object.values(resources).filter(({ state }) => state.value === 'online')).toEqual([]);
  const before = cluster({ quorum: 'node-majority' }).run().world('0s').resources;
  expect(Object.values(before).every(({ state }) => state.value === 'online')).toBe(true);
});

test('2.4.2 TechNet cc787665: a node is made to go on without the quorum disk, and only when it is asked to', () => {
  const lost = cluster().at('0s', 'fail Q');
  expect(lost.run().outcome('10m')).toBe('down on NODE1');
  const run = lost.at('2m', 'force-quorum NODE1').at('5m', 'bring-online EXMBX').run();
  expect(run.the('quorum-forced').values.node).toBe('NODE1');
  expect(run.outcome('4m')).toBe('down on NODE1');
  expect(run.outcome('10m')).toBe('online on NODE1');
});
