import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import { replayOfCauses, reproduces } from '../support/replay.ts';

test('a node joins those who have counted it out, not one that has just woken and does not know', () => {
  const run = cluster({ nodes: 4, quorum: 'node-and-file-share-majority' })
    .at('0s', 'hang NODE1')
    .at('20s', 'stop-cluster-service NODE2')
    .at('30s', 'start-cluster-service NODE2')
    .at('34.9s', 'wake NODE1')
    .run();
  expect(run.when('node-joined', 'NODE2')).toBe(35_000);
  const { peers } = run.world('35s').nodes['NODE2'] ?? {};
  expect(peers).toMatchObject({
    NODE1: { value: 'down' },
    NODE3: { value: 'up' },
    NODE4: { value: 'up' },
  });
  // Only the node that was left behind regroups, and stops.
  expect(run.all('regroup-started').map(({ values }) => values.members)).toEqual([
    'NODE2 NODE3 NODE4',
    'NODE1',
  ]);
  for (const occurrence of run.occurrences)
    expect(reproduces(replayOfCauses(run.execution, occurrence), occurrence)).toBe(true);
});

test('a node that stands by alone asks for a quorum disk that nobody has, be it for the moment of a move', () => {
  // Its second attempt to start comes 1.1 s after the disk was released, 0.9 s before it is online again.
  const run = cluster({ nodes: 3, publicRole: 'client' })
    .at('0s', 'cut NODE3.private')
    .at('75s', 'move ClusterGroup NODE2')
    .run();
  const started = run.the('cluster-service-started', 'NODE3');
  expect(started.values.to).toBe('form');
  expect(started.at).toBeGreaterThan(run.the('resource-offline', 'disk-Q').at);
  expect(started.at).toBeLessThan(run.the('resource-online', 'disk-Q').at);
  expect(run.all('quorum-reserve-refused', 'NODE3').at(-1)?.values.holder).toBe('NODE2');
  expect(run.outcome()).toBe('online on NODE1');
});

test('a node that starts again says nothing of what it did not hear in its former life', () => {
  const run = cluster({ nodes: 4, quorum: 'node-and-file-share-majority', publicRole: 'client' })
    .at('0.8s', 'cut NODE2.private')
    .at('10.4s', 'restart NODE1')
    .run();
  const joined = run.the('node-joined', 'NODE1');
  const later = run.all('interface-state-changed').filter(({ at }) => at > joined.at);
  expect(later.map(({ subject, values }) => [subject, values.state])).toEqual([]);
});
