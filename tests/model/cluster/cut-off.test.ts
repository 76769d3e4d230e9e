import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

const server2008: Difference = {
  profile: 'windows-server-2008',
  quorum: 'node-and-disk-majority',
};

const givesWay: Difference = {
  publicRole: 'client',
  parameters: { disconnectedOwnerGivesWay: 1 },
};

test('events 1553 and 1554 (facts 1, 2008): a node without any network ends its cluster service', () => {
  const run = cluster(server2008)
    .at('0s', 'cut NODE1.private')
    .at('1s', 'cut NODE1.public')
    .run('1m');
  const stopped = run.the('cluster-service-stopped', 'NODE1');
  expect(stopped.values.reason).toBe('no-connectivity');
  // Two heartbeats of 1 s and 3 s for the interfaces, from the loss of the last network on.
  expect(run.when('cluster-service-stopped', 'NODE1')).toBe(6_000);
  expect(run.outcome('1m')).toBe('online on NODE2');
});

test('facts 1, 2008: it waits in the rhythm that was set, also where that is set while it waits', () => {
  const cut = cluster(server2008).at('0s', 'cut NODE1.private').at('0s', 'cut NODE1.public');
  const slower = cut.at('1s', 'set SameSubnetDelay 2s').run('1m');
  expect(slower.when('cluster-service-stopped', 'NODE1')).toBe(7_000);
  expect(slower.the('cluster-service-stopped', 'NODE1').because).toContain(
    slower.the('property-set').id,
  );
  const faster = cut.at('1s', 'set SameSubnetDelay 250ms').run('1m');
  expect(faster.when('cluster-service-stopped', 'NODE1')).toBe(3_500);
});

test('facts 1, 2008: a network that is back in time changes nothing, and one that is left is enough', () => {
  const back = cluster(server2008)
    .at('0s', 'cut NODE1.private')
    .at('0s', 'cut NODE1.public')
    .at('3s', 'mend NODE1.public')
    .run('1m');
  expect(back.all('cluster-service-stopped')).toEqual([]);
  const one = cluster(server2008).at('0s', 'cut NODE1.public').run('1m');
  expect(one.all('cluster-service-stopped')).toEqual([]);
});

test('facts 1, 2008: switched off, a node without any network goes on', () => {
  const run = cluster({ ...server2008, parameters: { disconnectedOwnerGivesWay: 0 } })
    .at('0s', 'cut private')
    .at('0s', 'cut public')
    .run('1m');
  expect(run.world('1m').nodes['NODE1']?.service.value).toBe('running');
});

test('facts 1, 2008: a node without any network that stood still ends as soon as it goes on', () => {
  const run = cluster(server2008)
    .at('0s', 'hang NODE1')
    .at('0s', 'cut NODE1.private')
    .at('0s', 'cut NODE1.public')
    .at('20s', 'wake NODE1')
    .run('1m');
  const stopped = run.the('cluster-service-stopped', 'NODE1');
  expect(run.when('cluster-service-stopped', 'NODE1')).toBe(20_000);
  expect(stopped.values.reason).toBe('no-connectivity');
});

test('KB 286342 (facts 1, 2003): as on Windows 2000 an owner that no client reaches keeps the quorum', () => {
  const run = cluster({ publicRole: 'client' })
    .at('0s', 'cut NODE1.public')
    .at('0s', 'cut private')
    .run();
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
  expect(run.all('quorum-given-up')).toEqual([]);
});

test('KB 286342 (facts 1, 2003): where it gives way, the node that clients reach wins', () => {
  const run = cluster(givesWay).at('0s', 'cut NODE1.public').at('0s', 'cut private').run();
  expect(run.the('quorum-taken').values.node).toBe('NODE2');
  expect(run.the('quorum-reserved').because).toContain(run.the('quorum-given-up').id);
  expect(run.outcome()).toBe('online on NODE2');
});

test('KB 286342 (facts 1, 2003): an owner that clients reach does not give way, nor does one that nobody challenges', () => {
  const reached = cluster(givesWay).at('0s', 'cut private').run();
  expect(reached.the('quorum-defended').values.node).toBe('NODE1');
  const alone = cluster(givesWay).at('0s', 'cut NODE1.public').at('0s', 'power-off NODE2').run();
  expect(alone.the('quorum-defended').values.node).toBe('NODE1');
});

test('KB 286342 (facts 1, 2003): where no network is for clients, none is lost and nobody gives way', () => {
  const run = cluster({ ...givesWay, publicRole: 'internal' })
    .at('0s', 'cut private')
    .at('0s', 'cut public')
    .run();
  expect(run.all('quorum-given-up')).toEqual([]);
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
});
