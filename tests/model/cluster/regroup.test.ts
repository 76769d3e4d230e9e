import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';
import { replayOfCauses, reproduces } from '../support/replay.ts';

/** What the actions among its causes do not bring about again. */
function unexplained({ execution, occurrences }: Ran): readonly unknown[] {
  return occurrences.filter(
    (occurrence) => !reproduces(replayOfCauses(execution, occurrence), occurrence),
  );
}

describe('a node that stands still while the others regroup', () => {
  const five = cluster({ nodes: 5, quorum: 'node-majority' });

  test('has no vote (bb676571)', () => {
    const run = five
      .at('0s', 'power-off NODE4')
      .at('0s', 'power-off NODE5')
      .at('9s', 'hang NODE3')
      .run();
    expect(run.the('regroup-ended').values.members).toBe('NODE1 NODE2');
    expect(run.the('votes-counted').values).toMatchObject({ votes: 2, needed: 3 });
    expect(run.the('cluster-service-stopped', 'NODE1').because).toEqual([
      run.the('votes-counted').id,
    ]);
    expect(unexplained(run)).toEqual([]);
  });

  test('finds out when it wakes that the one that led it has gone on without it, and joins again', () => {
    const run = five
      .at('0s', 'power-off NODE5')
      .at('9s', 'hang NODE3')
      .at('30s', 'wake NODE3')
      .run();
    expect(run.all('regroup-started').at(-1)).toMatchObject({
      rule: 'heed-exclusion',
      values: { node: 'NODE3', members: 'NODE3' },
    });
    expect(run.the('cluster-service-stopped').values).toEqual({
      node: 'NODE3',
      reason: 'quorum-lost',
    });
    expect(run.all('node-joined', 'NODE3')).toHaveLength(1);
    expect(unexplained(run)).toEqual([]);
  });
});

describe('a node that leads a regroup dies before it is over', () => {
  const run = cluster({ nodes: 5, quorum: 'node-majority' })
    .at('0s', 'power-off NODE5')
    .at('8s', 'power-off NODE1')
    .run();

  test('those who waited for it regroup together, and their votes are counted together', () => {
    expect(run.all('regroup-started').map(({ values }) => values.members)).toEqual([
      'NODE1 NODE2 NODE3 NODE4',
      'NODE2 NODE3 NODE4',
    ]);
    expect(run.the('votes-counted').values).toMatchObject({ node: 'NODE2', votes: 3, needed: 3 });
    expect(run.all('cluster-service-stopped')).toEqual([]);
    expect(run.world().service.value).toBe('online');
  });

  test('all of that follows from the two faults', () => {
    expect(unexplained(run)).toEqual([]);
  });
});

describe('a node that a regroup has counted out', () => {
  const run = cluster({ nodes: 3, quorumOwner: 'NODE3' })
    .at('0s', 'power-off NODE1')
    .at('12s', 'hang NODE3')
    .run();

  test('is removed once, also where the quorum has not agreed before another is missing (event 1135)', () => {
    expect(run.all('regroup-ended').map(({ values }) => values.members)).toEqual([
      'NODE2 NODE3',
      'NODE2',
    ]);
    expect(run.order('node-removed')).toEqual(['node-removed NODE1', 'node-removed NODE3']);
  });

  test('all of that follows from the two faults', () => {
    expect(unexplained(run)).toEqual([]);
  });
});

describe('a node that is counted out although its heartbeats come and go', () => {
  // It stands still when the others begin to regroup, and is back before they have ended.
  const run = cluster({ nodes: 3 })
    .at('0s', 'power-off NODE1')
    .at('5s', 'hang NODE3')
    .at('8s', 'wake NODE3')
    .run();

  test('learns it from the next heartbeat, regroups alone, loses, and joins again', () => {
    const removed = run.the('node-removed', 'NODE3');
    expect(run.the('contact-restored', 'NODE3.private').at).toBeLessThan(removed.at);
    const [, heeded] = run.all('regroup-started');
    expect(heeded).toMatchObject({ subject: 'NODE3', rule: 'heed-exclusion' });
    const waitedMs = (heeded?.at ?? 0) - removed.at;
    expect(waitedMs).toBeGreaterThan(0);
    expect(waitedMs).toBeLessThan(1_200);
    expect(run.the('cluster-service-stopped').values).toEqual({
      node: 'NODE3',
      reason: 'arbitration-lost',
    });
    expect(run.all('node-joined', 'NODE3')).toHaveLength(1);
    expect(run.outcome()).toBe('online on NODE2');
  });

  test('all of that follows from what was done', () => {
    expect(unexplained(run)).toEqual([]);
  });
});
