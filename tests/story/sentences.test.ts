import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { execute } from '#model';
import type { Occurrence, OccurrenceKind, Plan } from '#model';
import { refusalText, sentenceFor, weightOf } from '#story';
import { GOLDEN } from '../model/golden/cases.ts';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import { server } from '../model/support/server.ts';
import { KINDS } from './support/kinds.ts';
import { expectProse } from './support/prose.ts';

const LONGEST = 12;

/** Expects headlines to be short, and headline and reason to be words. */
function expectAllWellTold(
  all: readonly { readonly plan: Plan; readonly one: Occurrence }[],
): void {
  for (const { plan, one } of all) {
    const { text, why } = sentenceFor(plan, one);
    expectProse(text);
    expectProse(why);
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(LONGEST);
    expect(text, 'a headline has no full stop').not.toMatch(/\.$/);
    expect(why, 'a reason is a whole sentence').toMatch(/[.!]$/);
  }
}

const golden = GOLDEN.map(({ cluster: difference, actions }) =>
  actions
    .reduce((script, timed) => {
      const [when = '', ...action] = timed.split(' ');
      return script.at(when, action.join(' '));
    }, cluster(difference))
    .run(),
);
const alone = [
  server()
    .at('0s', 'fail E')
    .at('10m', 'repair E')
    .at('12m', 'restore-backup mailbox-database')
    .run(),
  server().at('0s', 'power-off SERVER1').at('10m', 'power-on SERVER1').run(),
  server()
    .at('0s', 'fail E')
    .at('10m', 'repair E')
    .at('12m', 'restore-backup mailbox-database')
    .at('13m', 'power-off SERVER1')
    .run(),
];
const runs = [...golden, ...alone];

describe('in the main runs', () => {
  test.each(KINDS)('%s is told in a short headline with its reason', (kind) => {
    expectAllWellTold(
      runs.flatMap(({ plan, occurrences }) =>
        occurrences.filter((one) => one.kind === kind).map((one) => ({ plan, one })),
      ),
    );
  });

  test('nearly everything that can happen does happen', () => {
    const seen = new Set<OccurrenceKind>(runs.flatMap(({ kinds }) => [...kinds]));
    const rare: readonly OccurrenceKind[] = ['cable-mended'];
    expect(KINDS.filter((kind) => !seen.has(kind) && !rare.includes(kind))).toEqual([]);
  });
});

test('whatever is done, everything that comes of it is told well', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const { occurrences } = execute(run);
      expectAllWellTold(occurrences.map((one) => ({ plan: run.plan, one })));
    }),
    { numRuns: 60 },
  );
});

test('whatever is refused, the reason is a sentence', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      for (const { reason } of execute(run).refusals) {
        const text = refusalText(run.plan, reason);
        expectProse(text);
        expect(text).toMatch(/\.$/);
      }
    }),
    { numRuns: 60 },
  );
});

test('what a reader does is always announced, heartbeats that are missed never', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const { occurrences } = execute(run);
      const weights = (wanted: (one: Occurrence) => boolean): ReadonlySet<string> =>
        new Set(occurrences.filter(wanted).map((one) => weightOf(run.plan, one)));
      const done = weights(({ because }) => because.length === 0);
      const missed = weights(({ kind }) => kind === 'heartbeat-missed');
      expect(done.isSubsetOf(new Set(['decision']))).toBe(true);
      expect(missed.isSubsetOf(new Set(['detail']))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
