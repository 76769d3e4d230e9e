import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Occurrence, OccurrenceKind, Plan } from '#model';
import { execute } from '#model/whole';
import { refusalText, sentenceFor, weightOf } from '#story/words';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import type { Ran } from '../model/support/cluster.ts';
import { KINDS } from './support/kinds.ts';
import { expectProse } from './support/prose.ts';
import { RUNS } from './support/runs.ts';

const LONGEST = 12;

/** Expects headlines to be short, and headline and reason to be words. */
function expectAllWellTold(
  all: readonly {
    readonly plan: Plan;
    readonly one: Occurrence;
    readonly past?: readonly Occurrence[];
  }[],
): void {
  for (const { plan, one, past } of all) {
    const { text, why } = sentenceFor(plan, one, past);
    expectProse(text);
    expectProse(why);
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(LONGEST);
    expect(text, 'a headline has no full stop').not.toMatch(/\.$/);
    expect(why, 'a reason is a whole sentence').toMatch(/[.!]$/);
  }
}

describe('in the main runs', () => {
  test.each(KINDS)('%s is told in a short headline with its reason', (kind) => {
    expectAllWellTold(
      RUNS.flatMap(({ plan, occurrences }) =>
        occurrences
          .filter((one) => one.kind === kind)
          .map((one) => ({ plan, one, past: occurrences })),
      ),
    );
  });

  test('everything that can happen does happen', () => {
    const seen = new Set<OccurrenceKind>(RUNS.flatMap(({ kinds }) => [...kinds]));
    expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

/** Everything that is said in a run, headlines and reasons. */
function saidIn({ plan, occurrences }: Ran): readonly string[] {
  return occurrences.flatMap((one) => Object.values(sentenceFor(plan, one)) as string[]);
}

describe('true of the cluster it is about', () => {
  test('nobody resets a bus on Windows Server 2008, where reservations persist', () => {
    const ran = cluster({ profile: 'windows-server-2008', publicRole: 'client' })
      .at('0s', 'cut private')
      .run();
    const { values } = ran.the('quorum-challenged');
    expect(values.by).toBe('registration');
    for (const said of saidIn(ran)) expect(said).not.toMatch(/\breset\b/);
    expect(sentenceFor(ran.plan, ran.the('quorum-challenged')).why).toContain('key');
  });

  test('nobody asks a quorum disk where the votes of nodes decide', () => {
    const ran = cluster({ nodes: 3, quorum: 'node-majority', publicRole: 'client' })
      .at('0s', 'cut NODE1.private')
      .run();
    for (const said of saidIn(ran)) expect(said).not.toContain('quorum disk');
    const headlines = ran.all('votes-counted').map((one) => sentenceFor(ran.plan, one).text);
    expect(headlines).toEqual(['NODE1 counts 1 of 3 votes', 'NODE2 counts 2 of 3 votes']);
  });

  test('a share is locked, not reserved', () => {
    const ran = cluster({ quorum: 'node-and-file-share-majority' })
      .at('0s', 'power-off NODE1')
      .run();
    expect(sentenceFor(ran.plan, ran.the('quorum-reserved')).text).toBe(
      'NODE2 locks the file share witness',
    );
    for (const said of saidIn(ran)) expect(said).not.toMatch(/\breserv/);
  });

  test('a cluster of one is one; several who are left are named', () => {
    const left = (nodes: number): string => {
      const ran = cluster({ nodes }).at('0s', 'power-off NODE1').run();
      return sentenceFor(ran.plan, ran.the('regroup-ended')).text;
    };
    expect(left(2)).toBe('NODE2 is a cluster of one');
    expect(left(4)).toBe('NODE2, NODE3 and NODE4 are left');
  });

  test('what each of many nodes says alike is announced once', () => {
    const ran = cluster({ nodes: 4 }).at('0s', 'power-off NODE1').run();
    const announced = ran.occurrences.filter((one) => weightOf(ran.plan, one) === 'decision');
    const about = announced.filter(
      ({ subject, kind }) => subject === 'NODE1' && kind !== 'node-powered-off',
    );
    expect(ran.all('node-declared-down')).toHaveLength(3);
    expect(about.map(({ kind }) => kind)).toEqual(['node-removed']);
  });

  test('failback is said to be on where it is, and off where it is not', () => {
    const joined = (ran: Ran): string => sentenceFor(ran.plan, ran.the('node-joined')).why;
    const group = { EXMBX: { preferredOwners: ['NODE1'], failback: 'immediate' as const } };
    expect(joined(cluster({ group }).at('0s', 'restart NODE1').run())).toContain('Failback is on');
    expect(joined(cluster().at('0s', 'restart NODE1').run())).toContain('failback is off');
  });

  test('who loses its power because its feed fails was not cut off by hand', () => {
    const ran = cluster({ feeds: { NODE1: ['feed-1'] } })
      .at('0s', 'fail feed-1')
      .run();
    expect(sentenceFor(ran.plan, ran.the('node-powered-off')).text).toBe('NODE1 loses its power');
  });

  test('a disk is called by its letter', () => {
    const ran = cluster().at('0s', 'cut NODE1.path-1').run();
    const texts = ran.all('reservation-lost').map((one) => sentenceFor(ran.plan, one).text);
    expect(texts[0]).toMatch(/ of disk [ELQ]:$/);
  });

  test('a property is set in the units of the command line', () => {
    const ran = cluster().at('0s', 'set EXMBX.FailoverPeriod 2h').run();
    expect(sentenceFor(ran.plan, ran.the('property-set')).text).toBe(
      'You set EXMBX.FailoverPeriod to 2h',
    );
  });
});

test('whatever is done, everything that comes of it is told well', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const { occurrences } = execute(run);
      expectAllWellTold(occurrences.map((one) => ({ plan: run.plan, one })));
      expectAllWellTold(occurrences.map((one) => ({ plan: run.plan, one, past: occurrences })));
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
