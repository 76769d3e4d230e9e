import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

const split = cluster({ publicRole: 'client' }).at('0s', 'cut private');

test('2.2.1 KB 309186: reservations of all disks are renewed each 3 s: a lost path shows within that, disk by disk', () => {
  const run = cluster({ quorumOwner: 'NODE2' }).at('0s', 'cut NODE1.path-1').run();
  for (const disk of ['E', 'L']) {
    const [at = Infinity] = run.times('reservation-lost', disk);
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThanOrEqual(3_000);
  }
  expect(run.all('reservation-lost', 'Q')).toEqual([]);
});

test('2.2.2 KB 309186: the reset comes with the challenge and clears the reservation of every disk', () => {
  const run = cluster().at('0s', 'power-off NODE1').run();
  expect(run.when('quorum-challenged') - run.when('regroup-ended')).toBe(0);
  expect(run.the('quorum-challenged').values.by).toBe('reset');
  const cleared = Object.values(run.world('15s').reservations).map(({ value }) => value);
  expect(cleared).toEqual([null, null, null]);
});

test('2.2.3 KB 309186: a living owner has its disks reserved again within 3 s of the reset', () => {
  const run = split.run();
  const reset = run.when('quorum-challenged');
  const renewed = run.times('reservation-renewed');
  expect(renewed).toHaveLength(3);
  for (const at of renewed) expect(at - reset).toBeLessThanOrEqual(3_000);
});

test('2.2.4 KB 309186: the challenger tries to reserve 7 s after the reset, whether it gets the disk or not', () => {
  const refused = split.run();
  const granted = cluster().at('0s', 'power-off NODE1').run();
  expect(refused.when('quorum-reserve-refused') - refused.when('quorum-challenged')).toBe(7_000);
  expect(granted.when('quorum-reserved') - granted.when('quorum-challenged')).toBe(7_000);
});

test('2.2.5 KB 309186: a challenger that is refused ends its cluster service at that instant', () => {
  const run = split.run();
  expect(run.when('cluster-service-stopped')).toBe(run.when('quorum-reserve-refused'));
  expect(run.the('cluster-service-stopped').subject).toBe('NODE2');
});

test('2.2.6 KB 309186: 10 s after the reset the quorum is online and every group of the dead node is taken', () => {
  const run = cluster({ generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }] })
    .at('0s', 'power-off NODE1')
    .run();
  expect(run.when('quorum-taken') - run.when('quorum-challenged')).toBe(10_000);
  for (const group of ['EXMBX', 'Jobs']) {
    expect(run.when('group-taken', group)).toBe(run.when('quorum-taken'));
  }
});

test('2.2.7 KB 309186: an owner that finds its reservation gone ends its cluster service at once', () => {
  const run = cluster().at('0s', 'hang NODE1').at('2m', 'wake NODE1').run();
  const [lost = 0] = run.times('reservation-lost', 'Q');
  expect(run.times('cluster-service-stopped', 'NODE1')).toContain(lost);
  expect(run.outcome()).toBe('online on NODE2');
});

test('2.2.9 KB 309186: a disk that goes offline is released, and only its next owner reserves it', () => {
  const run = cluster().at('0s', 'move EXMBX NODE2').run();
  const offline = run.when('resource-offline', 'disk-E');
  expect(run.world(`${offline}ms`).reservations['E']?.value).toBeNull();
  expect(run.world().reservations['E']?.value).toBe('NODE2');
});

test('2.2.12 KB Q289863: a defender takes nothing before 7 s and what a challenger may be late', () => {
  const run = cluster({ quorumOwner: 'NODE2' }).at('0s', 'power-off NODE1').run();
  expect(run.when('group-taken', 'EXMBX') - run.when('quorum-defence-started')).toBe(8_200);
});

test('2.2.15 KB Q252974: where a shut-down is not announced the heartbeat ends first, and 15 s are allowed at most', () => {
  const silent = cluster({ parameters: { shutdownIsAnnounced: 0 } })
    .at('0s', 'shut-down NODE1')
    .run();
  expect(silent.the('node-declared-down').values.node).toBe('NODE1');
  const slow = cluster({ parameters: { databaseDismountDuration: 100_000 } })
    .at('0s', 'shut-down NODE1')
    .run();
  expect(slow.when('cluster-service-stopped', 'NODE1')).toBe(15_000);
  expect(slow.all('recovery-started')).toHaveLength(1);
});

test('2.2.16 KB Q252974: groups moved before the shut-down are not harmed by slow services', () => {
  const run = cluster({ parameters: { databaseDismountDuration: 100_000 } })
    .at('0s', 'move EXMBX NODE2')
    .at('10m', 'shut-down NODE1')
    .run();
  expect(run.all('recovery-started')).toEqual([]);
  expect(run.all('service-lost')).toHaveLength(1);
});
