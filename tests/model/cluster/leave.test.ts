import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

describe('a node that leaves in order', () => {
  const preferredOwners = ['NODE1', 'NODE3', 'NODE2'];
  const five = cluster({
    nodes: 5,
    quorum: 'node-majority',
    group: { EXMBX: { preferredOwners } },
  });

  test('gives a group to another when the node that was to have it is counted out meanwhile', () => {
    const run = five.at('0s', 'hang NODE3').at('4s', 'stop-cluster-service NODE1').run();
    const moves = run.all('group-moved', 'EXMBX').map(({ values, rule }) => [rule, values.to]);
    expect(moves).toEqual([
      ['take-back', 'NODE1'],
      ['hand-over', 'NODE2'],
    ]);
    expect(run.the('node-left').at).toBeGreaterThanOrEqual(
      run.all('group-moved', 'EXMBX').at(-1)?.at ?? Infinity,
    );
    // Nobody has to take from it what it has handed over.
    expect(run.all('group-taken', 'EXMBX')).toEqual([]);
    expect(run.outcome()).toBe('online on NODE2');
  });

  test('gives what it still has to a node that is resumed before it has gone', () => {
    const run = cluster()
      .at('0s', 'pause-node NODE2')
      .at('1s', 'stop-cluster-service NODE1')
      .at('3s', 'resume-node NODE2')
      .run();
    expect(run.all('group-moved').map(({ values }) => [values.group, values.to])).toEqual([
      ['ClusterGroup', 'NODE2'],
      ['EXMBX', 'NODE2'],
    ]);
    expect(run.all('group-taken')).toEqual([]);
  });

  test('defends the quorum disk until it goes, though nobody can be given its groups', () => {
    const run = cluster({ publicRole: 'client' })
      .at('0s', 'cut private')
      .at('9.6s', 'shut-down NODE1')
      .run();
    expect(run.the('quorum-reserve-refused', 'NODE2').values.holder).toBe('NODE1');
    expect(run.all('resource-going-offline', 'disk-Q')).toEqual([]);
    expect(run.the('quorum-defended', 'NODE1').at).toBeLessThan(run.the('node-left').at);
  });

  test('gives nothing away while it is not settled who goes on', () => {
    const run = cluster({
      nodes: 3,
      profile: 'windows-server-2008',
      quorum: 'node-and-disk-majority',
      publicRole: 'client',
    })
      .at('0s', 'shut-down NODE3')
      .at('2s', 'shut-down NODE1')
      .run();
    const defended = run.the('quorum-defended', 'NODE1');
    for (const move of run.all('move-started')) expect(move.at).toBeGreaterThanOrEqual(defended.at);
    expect(run.all('group-moved').map(({ values }) => values.to)).toEqual(['NODE2', 'NODE2']);
  });

  test('goes off when its cluster service ends by something else on the way', () => {
    const run = cluster()
      .at('0s', 'power-off NODE2')
      .at('30s', 'shut-down NODE1')
      .at('30.1s', 'fail Q')
      .run();
    expect(run.the('cluster-service-stopped', 'NODE1').values.reason).toBe('quorum-lost');
    expect(run.the('node-shut-down', 'NODE1').at).toBeGreaterThan(
      run.the('cluster-service-stopped', 'NODE1').at,
    );
  });

  test('stays stopped when it was asked to stop and something else ended it on the way', () => {
    const run = cluster()
      .at('0s', 'power-off NODE2')
      .at('30s', 'stop-cluster-service NODE1')
      .at('30.1s', 'fail Q')
      .at('2m', 'repair Q')
      .run();
    expect(run.the('cluster-service-stopped', 'NODE1').values.reason).toBe('quorum-lost');
    expect(run.all('cluster-service-started')).toEqual([]);
  });
});

test('a node that could have given its group to another goes at once when that one is to stop too', () => {
  const run = cluster({ quorumOwner: 'NODE2' })
    .at('0s', 'restart NODE2')
    .at('0s', 'stop-cluster-service NODE1')
    .run();
  expect(run.when('node-left', 'NODE2')).toBe(0);
});

test('a group that only a paused node could have goes to it once it is resumed', () => {
  const run = cluster()
    .at('0s', 'pause-node NODE2')
    .at('10s', 'power-off NODE1')
    .at('4m', 'resume-node NODE2')
    .run();
  expect(run.the('group-taken', 'EXMBX').values.to).toBe('NODE2');
  expect(run.the('group-taken', 'EXMBX').at).toBe(run.the('node-resumed').at);
  expect(run.outcome()).toBe('online on NODE2');
});
