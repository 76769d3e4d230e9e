import { expect, test } from 'vitest';
import type { Profile } from '#model';
import { cluster } from '../support/cluster.ts';

const fixed = cluster().at('0s', 'fail Q').at('2m', 'force-quorum NODE1');

test('KB 258078: after /fixquorum the service runs without the quorum disk, and groups stay offline', () => {
  const run = fixed.run('10m');
  const { groups, resources, nodes } = run.world('10m');
  expect(nodes['NODE1']?.service.value).toBe('running');
  expect(groups['EXMBX']?.aim.value).toBe('offline');
  expect(resources['disk-Q']?.state.value).toBe('offline');
  expect(run.all('resource-failed', 'disk-Q')).toEqual([]);
});

test('KB 258078: somebody tries the quorum disk by hand, once it has been repaired', () => {
  const run = fixed.at('3m', 'repair Q').at('4m', 'bring-online disk-Q').run('10m');
  expect(run.world('10m').resources['disk-Q']?.state.value).toBe('online');
  expect(run.outcome('10m')).toBe('down on NODE1');
});

test('KB 258078: no second node joins one started with /fixquorum, not even when it is asked to', () => {
  const run = fixed.at('5m', 'start-cluster-service NODE2').run('10m');
  expect(run.all('cluster-service-started', 'NODE2')).toEqual([]);
  expect(run.refusals).toEqual(['kept-out']);
});

test('KB 258078: the next ordinary start brings everything online again', () => {
  const run = fixed
    .at('3m', 'repair Q')
    .at('4m', 'stop-cluster-service NODE1')
    .at('4m', 'power-off NODE2')
    .at('5m', 'start-cluster-service NODE1')
    .run();
  expect(run.outcome()).toBe('online on NODE1');
  expect(run.world().resources['disk-Q']?.state.value).toBe('online');
});

test('KB 258078 and KB 947713: others stay out of a forced majority on 2003, and join it on 2008', () => {
  const joins = (profile: Profile) =>
    cluster({ profile, quorum: 'node-majority', nodes: 3 })
      .at('0s', 'power-off NODE2')
      .at('0s', 'power-off NODE3')
      .at('1m', 'force-quorum NODE1')
      .at('2m', 'power-on NODE2')
      .run('10m')
      .all('node-joined').length;
  expect(joins('windows-server-2003')).toBe(0);
  expect(joins('windows-server-2008')).toBe(1);
});

test('KB 258078: a node joins an ordinary member, not one that runs by force beside it', () => {
  const run = cluster({ nodes: 5, quorum: 'node-majority', publicRole: 'client' })
    .at('0s', 'cut NODE1.private')
    .at('3m', 'force-quorum NODE1')
    .at('4m', 'mend NODE1.private')
    .at('5m', 'stop-cluster-service NODE5')
    .at('6m', 'start-cluster-service NODE5')
    .run('10m');
  const { nodes } = run.world('10m');
  expect(run.when('node-joined', 'NODE5')).toBeGreaterThan(6 * 60_000);
  expect(nodes['NODE5']?.formation).toBe(nodes['NODE2']?.formation);
  expect(nodes['NODE5']?.peers['NODE1']?.value).toBe('down');
});

test('what was offline before /fixquorum stays so after the next ordinary start', () => {
  const run = cluster()
    .at('0s', 'take-offline EXMBX')
    .at('30s', 'fail Q')
    .at('3m', 'force-quorum NODE1')
    .at('5m', 'repair Q')
    .at('310s', 'stop-cluster-service NODE1')
    .run('20m');
  expect(run.all('cluster-formed')).not.toEqual([]);
  expect(run.world('20m').resources['disk-Q']?.state.value).toBe('online');
  expect(run.world('20m').groups['EXMBX']?.aim.value).toBe('offline');
});
