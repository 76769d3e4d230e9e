import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

test('KB 309186 (facts 2.2 and section 11): the quorum owner loses its path: renewals fail within 3 s, its service stops', () => {
  const run = cluster().at('0s', 'cut NODE1.path-1').run();
  const [lost] = run.all('reservation-lost', 'Q');
  const stopped = run.the('cluster-service-stopped');
  expect(run.when('reservation-lost', 'Q')).toBeLessThanOrEqual(3_000);
  expect(stopped).toMatchObject({ at: lost?.at, values: { node: 'NODE1', reason: 'quorum-lost' } });
  expect(stopped.because).toEqual([lost?.id]);
});

test('facts 2.4: losing the quorum takes everything that the node hosts offline, and the other takes over', () => {
  const run = cluster().at('0s', 'cut NODE1.path-1').run();
  const world = run.world('4s');
  const states = Object.values(world.resources).map(({ state }) => state.value);
  expect(new Set(states)).toEqual(new Set(['offline']));
  expect(run.outcome()).toBe('online on NODE2');
});

test('facts section 11: a node that does not own the quorum disk loses its path: its disks fail, then the group moves', () => {
  const run = cluster().at('0s', 'move ClusterGroup NODE2').at('1m', 'cut NODE1.path-1').run();
  expect(run.all('cluster-service-stopped')).toEqual([]);
  const { resource, ...way } = run.the('failover-started').values;
  expect(run.all('resource-failed', resource).map(({ values }) => values.how)).toEqual([
    'reservation',
    'attempt',
    'attempt',
    'attempt',
  ]);
  expect(way).toMatchObject({ from: 'NODE1', to: 'NODE2' });
  expect(run.outcome()).toBe('online on NODE2');
});

test('the passive node loses its path: nothing is noticed until it is needed', () => {
  const run = cluster().at('0s', 'cut NODE2.path-1').run();
  expect([...run.kinds]).toEqual(['path-cut']);
});

test('aa997195 (facts 4.1, ten things 9): the array fails: an outage that no failover mends', () => {
  const run = cluster().at('0s', 'fail array').run();
  expect(run.all('cluster-service-stopped').map(({ values }) => values)).toEqual([
    { node: 'NODE1', reason: 'quorum-lost' },
    { node: 'NODE2', reason: 'arbitration-lost' },
  ]);
  expect(run.the('quorum-reserve-refused').values.reason).toBe('unreachable');
  expect(run.outcome()).toBe('down on NODE1');
  expect(run.all('resource-online')).toEqual([]);
});

test('the array is repaired: the cluster forms again and the service comes back by itself', () => {
  const run = cluster().at('0s', 'fail array').at('1h', 'repair array').run();
  expect(run.the('cluster-service-started', 'NODE1').values.to).toBe('form');
  expect(run.when('cluster-service-started', 'NODE1') - 3_600_000).toBeLessThanOrEqual(60_000);
  expect(run.the('node-joined').subject).toBe('NODE2');
  expect(run.outcome()).toBe('online on NODE1');
  expect(run.mail('2h').lost).toBe(0);
});

test('the array is away for less than a renewal: clients notice, the cluster does not', () => {
  const run = cluster().at('0s', 'fail array').at('200ms', 'repair array').run();
  expect(run.order('service-lost', 'service-restored', 'reservation-lost')).toEqual([
    'service-lost EXMBX',
    'service-restored EXMBX',
  ]);
});

test('facts 2.1 (single quorum device): the quorum disk alone takes the whole cluster down', () => {
  const run = cluster().at('0s', 'fail Q').run();
  expect(run.all('cluster-service-stopped')).toHaveLength(2);
  expect(run.outcome()).toBe('down on NODE1');
});

test('a bus reset needs the array, not the quorum disk: other disks are renewed after it', () => {
  const run = cluster({ publicRole: 'client', quorumOwner: 'NODE2' }).at('0s', 'fail Q').run();
  expect(
    run
      .all('reservation-renewed')
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(['E', 'L']);
});

test('switched off, a lost quorum reservation fails the quorum disk like any other', () => {
  const run = cluster({ parameters: { lostQuorumReservationStopsService: 0 } })
    .at('0s', 'cut NODE1.path-1')
    .run();
  expect(run.all('cluster-service-stopped')).toEqual([]);
  expect(
    run
      .all('failover-started')
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(['ClusterGroup', 'EXMBX']);
  expect(run.outcome()).toBe('online on NODE2');
});

test('a stopped cluster service is started again at the first minute at which it can succeed', () => {
  const run = cluster().at('0s', 'cut NODE1.path-1').at('150s', 'mend NODE1.path-1').run();
  const stopped = run.when('cluster-service-stopped');
  expect(run.the('cluster-service-started').values).toEqual({ node: 'NODE1', to: 'join' });
  expect((run.when('cluster-service-started') - stopped) % 60_000).toBe(0);
});
