import { expect, test } from 'vitest';
import { eventsFor } from '#story/words';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';

/** The first occurrence with an event, in seconds since the start. */
function logged(run: Ran, event: number): number | undefined {
  const { profile } = run.plan.scenario;
  return run.occurrences.find((one) => eventsFor(one, profile).includes(event))?.at;
}

test('event 1061 (facts 2.4): the cluster is formed once the node that tries has the quorum disk', () => {
  const run = cluster()
    .at('0s', 'power-off NODE1')
    .at('0s', 'power-off NODE2')
    .at('1m', 'power-on NODE1')
    .run();
  const { at } = run.the('cluster-formed', 'NODE1');
  expect(at - run.the('cluster-service-started').at).toBe(10_000);
  expect(at).toBe(run.the('quorum-taken').at);
  expect(logged(run, 1061)).toBe(at);
});

test('event 1009 (facts 2.4): on 2003 a node that can neither join nor form says so, not that it halts', () => {
  const run = cluster({ parameters: { arbitrationTimeMax: 8_000 } })
    .at('0s', 'power-off NODE1')
    .at('0s', 'power-off NODE2')
    .at('1m', 'power-on NODE1')
    .run('4m');
  const stopped = run.all('cluster-service-stopped', 'NODE1')[0];
  expect(stopped?.values.reason).toBe('form-failed');
  expect(logged(run, 1009)).toBe(stopped?.at);
  expect(logged(run, 1061)).toBeUndefined();
  expect(logged(run, 1073)).toBeUndefined();
});

test('KB 921181 (facts 2.1): a cluster that forms anew counts the votes that stand ready, and takes groups because of that', () => {
  const run = cluster({ quorum: 'node-majority', nodes: 3 })
    .at('0s', 'power-off NODE2')
    .at('0s', 'power-off NODE3')
    .at('1m', 'power-on NODE2')
    .run();
  const counted = run.all('votes-counted').at(-1);
  expect(counted?.values).toMatchObject({ votes: 2, of: 3, needed: 2, witness: 'none' });
  expect(counted?.at).toBe(run.the('cluster-formed').at);
  expect(run.the('cluster-formed').because).toContain(counted?.id);
  const taken = run.all('group-taken').at(-1);
  expect(taken?.because).toContain(counted?.id);
});

test('facts 2.1: the vote of a file share that a lone node needs counts when it forms the cluster', () => {
  const run = cluster({ profile: 'windows-server-2008', quorum: 'node-and-file-share-majority' })
    .at('0s', 'power-off NODE1')
    .at('0s', 'power-off NODE2')
    .at('1m', 'power-on NODE2')
    .run();
  expect(run.the('votes-counted').values).toMatchObject({ votes: 1, of: 3, witness: 'counted' });
});
