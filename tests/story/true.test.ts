import { describe, expect, test } from 'vitest';
import type { Occurrence, OccurrenceKind } from '#model';
import { sentenceFor } from '#story/words';
import { cluster } from '../model/support/cluster.ts';
import type { Difference } from '../model/support/scenario.ts';

const on2008 = { profile: 'windows-server-2008' } as const;

/** The reasons of everything of a kind in a run in which these things are done. */
function reasons(
  difference: Difference,
  actions: readonly string[],
  kind: OccurrenceKind,
): readonly string[] {
  const { plan, occurrences } = cluster(difference)
    .do(...actions)
    .run();
  const found = occurrences.filter((one) => one.kind === kind);
  if (found.length === 0) throw new Error(`no ${kind}`);
  return found.map((one: Occurrence) => sentenceFor(plan, one, occurrences).why);
}

describe('a node that has started', () => {
  test('is not said to start a cluster service that nothing lets start', () => {
    const [why] = reasons({}, ['0s restart NODE1'], 'node-booted');
    expect(why).toContain('starts once it can join a cluster or form one');
  });

  test('is not said to start one that was stopped by hand', () => {
    const actions = ['0s stop-cluster-service NODE1', '1m restart NODE1'];
    const [why] = reasons({}, actions, 'node-booted');
    expect(why).toContain('was stopped by hand and stays so');
    const [again] = reasons(
      {},
      [...actions, '4m start-cluster-service NODE1', '5m restart NODE1'],
      'node-booted',
    ).slice(-1);
    expect(again).toContain('starts once');
  });
});

describe('how long it took', () => {
  test('is an assumption where the register says so', () => {
    for (const why of reasons({}, ['0s move EXMBX'], 'resource-online'))
      expect(why).toMatch(/^It took [\d.]+ m?s \(by assumption\)\./);
  });

  test('is none where the node stood still meanwhile', () => {
    const [why] = reasons(
      on2008,
      ['0s shut-down NODE1', '1800ms hang NODE2', '30s wake NODE2'],
      'resource-online',
    );
    expect(why).toMatch(/^It took \d{2}(?:\.\d)? s\. /);
  });

  test('is none for a mount whose time is mostly the replay of logs', () => {
    const told = reasons({}, ['0s power-off NODE1'], 'resource-online');
    expect(told.at(-1)).toMatch(/^It took 12 s\. /);
  });
});

describe('who still has a network when a cable is pulled', () => {
  test.each<[string, readonly string[], string]>([
    ['the other node has it', [], 'NODE2 still has the network'],
    ['the other has lost it before', ['0s cut NODE2.private'], 'no other node'],
    ['the other is off', ['0s power-off NODE2'], 'no other node'],
    ['the other is shut down', ['0s shut-down NODE2'], 'no other node'],
    ['the network itself is cut', ['0s cut private'], 'no other node'],
    [
      'the other has started again',
      ['0s power-off NODE2', '1s power-on NODE2'],
      'NODE2 still has the network',
    ],
  ])('%s', (_what, before, words) => {
    const told = reasons({}, [...before, '2m cut NODE1.private'], 'cable-cut');
    expect(told.at(-1)).toContain(words);
  });
});

describe('why a group stays failed', () => {
  test.each<[string, Difference, readonly string[], string]>([
    ['by default it may fail over once for each other node', on2008, [], 'one for each other node'],
    ['on Windows Server 2003 that is assumed', {}, [], 'an assumption'],
    ['none is allowed', {}, ['0s set EXMBX.FailoverThreshold 0'], 'may not fail over at all'],
    ['one is allowed', {}, ['0s set EXMBX.FailoverThreshold 1'], 'The one failover'],
    ['the other node is paused', {}, ['0s pause-node NODE2'], 'No other node can take it'],
  ])('%s', (_what, difference, before, words) => {
    const told = reasons(difference, [...before, '1s cut public'], 'group-failed');
    expect(told[0]).toContain(words);
  });
});

describe('what is documented is said to be, and no more', () => {
  const hung = ['0s hang-service NODE1'];

  test('a stop error by the watchdog is documented for Windows Server 2008 R2 (facts 1.19)', () => {
    expect(reasons(on2008, hung, 'node-crashed')[0]).toContain('2008 R2');
    expect(reasons(on2008, hung, 'cluster-service-hung')[0]).toContain('2008 R2');
    expect(reasons({}, hung, 'cluster-service-hung')[0]).not.toContain('2008');
  });

  test('a node that stops with a stop error may have been counted out long before', () => {
    const actions = [...hung, '1s cut NODE1.private', '1s cut NODE1.public'];
    const [why] = reasons(
      { ...on2008, quorum: 'node-majority', nodes: 3 },
      actions,
      'node-crashed',
    );
    expect(why).not.toContain('Nobody knows');
  });

  test('what an owner without clients does is documented for Windows 2000 alone (KB 286342)', () => {
    const apart = ['0s cut NODE1.private', '0s cut NODE1.public'];
    expect(reasons({}, apart, 'quorum-defence-started')[0]).toContain('could not be read');
    const whole = reasons({ publicRole: 'client' }, ['0s cut private'], 'quorum-defence-started');
    expect(whole[0]).not.toContain('could not be read');
    const gives = { parameters: { disconnectedOwnerGivesWay: 1 } };
    expect(reasons(gives, apart, 'quorum-defence-started')[0]).not.toContain('renewing');
  });

  test('/fixquorum brings online what the model does not have (KB 258078)', () => {
    const [why] = reasons({}, ['0s fail Q', '2m force-quorum NODE1'], 'quorum-forced');
    expect(why).toContain("the cluster's own address and name");
    expect(why).toContain('not modelled');
  });
});
