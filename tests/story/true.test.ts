import { describe, expect, test } from 'vitest';
import type { Occurrence, OccurrenceKind } from '#model';
import { sentenceFor } from '#story/words';
import { cluster } from '../model/support/cluster.ts';
import type { Ran } from '../model/support/cluster.ts';
import type { Difference } from '../model/support/scenario.ts';

const on2008 = { profile: 'windows-server-2008' } as const;

/** The reasons of everything of a kind in a run in which these things are done. */
function reasons(
  difference: Difference,
  actions: readonly string[],
  kind: OccurrenceKind,
): readonly string[] {
  const { plan, occurrences }: Ran = actions
    .reduce((before, timed) => {
      const [when = '', ...action] = timed.split(' ');
      return before.at(when, action.join(' '));
    }, cluster(difference))
    .run();
  return occurrences
    .filter((one) => one.kind === kind)
    .map((one: Occurrence) => sentenceFor(plan, one, occurrences).why);
}

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
