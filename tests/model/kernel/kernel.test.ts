import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peek, put, remove } from '../../../src/model/kernel/agenda.ts';
import type { Agenda, Entry } from '../../../src/model/kernel/agenda.ts';
import { draw, offsetWithin } from '../../../src/model/kernel/chance.ts';
import { given, START } from '../../../src/model/kernel/fact.ts';
import {
  firstTickFrom,
  lastTickBefore,
  RANK,
  ticksBetween,
} from '../../../src/model/kernel/instant.ts';
import { both, causes, every, is, judge, not } from '../../../src/model/kernel/rule.ts';
import type { Finding } from '../../../src/model/kernel/rule.ts';

const ranks = Object.values(RANK);

const nameOf = ({ place, ordinal }: Pick<Entry, 'place' | 'ordinal'>): string =>
  `${place} ${ordinal}`;

const entries = fc.uniqueArray(
  fc.record({
    at: fc.nat(3),
    rank: fc.constantFrom(...ranks),
    place: fc.nat(4),
    ordinal: fc.nat(4),
  }),
  { selector: nameOf, maxLength: 20 },
);

function emptied(agenda: Agenda<Entry>): string[] {
  const order: string[] = [];
  for (let next = peek(agenda); next; next = peek(agenda)) {
    order.push(nameOf(next));
    remove(agenda, next);
  }
  return order;
}

function filled(list: readonly Entry[]): Agenda<Entry> {
  const agenda: Agenda<Entry> = [];
  for (const entry of list) put(agenda, entry);
  return agenda;
}

test('the agenda gives the same order whatever the order of adding', () => {
  const lists = entries.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(lists, ([list, shuffled]) => {
      expect(emptied(filled(shuffled))).toEqual(emptied(filled(list)));
    }),
  );
});

test('the agenda is ordered by instant, rank, place, ordinal', () => {
  const numbers = ({ at, rank, place, ordinal }: Entry): number =>
    ((at * 10 + rank) * 10 + place) * 10 + ordinal;
  fc.assert(
    fc.property(entries, (list) => {
      const byKey = new Map(list.map((entry) => [nameOf(entry), entry]));
      const order = emptied(filled(list)).map((key) => numbers(byKey.get(key) as Entry));
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    }),
  );
});

test('an entry takes the place of an earlier one of its place and ordinal', () => {
  const entry = { at: 5, rank: RANK.timeOut, place: 0, ordinal: 0 };
  const agenda = filled([entry, { ...entry, at: 3 }]);
  expect(agenda).toHaveLength(1);
  expect(peek(agenda)?.at).toBe(3);
});

test('chance depends on its arguments only, and spreads them', () => {
  expect(draw(1, 'a', 0)).toBe(draw(1, 'a', 0));
  const values = Array.from({ length: 1_000 }, (_, index) => draw(7, 'stream', index) % 10);
  for (let digit = 0; digit < 10; digit += 1) {
    const share = values.filter((value) => value === digit).length;
    expect(share).toBeGreaterThan(60);
    expect(share).toBeLessThan(150);
  }
});

test('chance is the same in every version of the model: links to runs rely on it', () => {
  expect([draw(1, 'heartbeat', 0), draw(1, 'client', 239), draw(42, '', 0)]).toEqual([
    518524800, 675858725, 2434483295,
  ]);
});

test('an offset lies within its period', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.string(),
      fc.integer({ min: 1, max: 100_000 }),
      (seed, id, period) => {
        const offset = offsetWithin(seed, 'process', id, period);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(period);
      },
    ),
  );
});

test('ticks of a process: the first from, the last before, and how many between', () => {
  const numbers = fc.integer({ min: -10_000, max: 10_000 });
  const process = fc.record({ base: numbers, period: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(process, numbers, fc.nat(5_000), (periodic, from, length) => {
      const first = firstTickFrom(periodic, from);
      const last = lastTickBefore(periodic, from);
      expect(first).toBeGreaterThanOrEqual(from);
      expect(last).toBeLessThan(from);
      expect(first - last).toBe(periodic.period);
      let count = 0;
      for (let at = first; at < from + length; at += periodic.period) count += 1;
      expect(ticksBetween(periodic, from, from + length)).toBe(count);
    }),
  );
});

test('causes are ascending, each once, without what was so at the start', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: START, max: 9 })), (ids) => {
      const expected = [...new Set(ids)].filter((id) => id !== START).toSorted((a, b) => a - b);
      expect(causes(ids)).toEqual(expected);
    }),
  );
});

test('a rule gives all causes when it holds, and the first condition in its way when not', () => {
  const rule = {
    name: 'example',
    conditions: [
      { name: 'first', test: (x: number) => is({ value: x > 1, since: 4 }, true) },
      { name: 'second', test: (x: number) => is({ value: x > 2, since: 2 }, true) },
    ],
  };
  expect(judge(rule, 3)).toEqual({ holds: true, because: [2, 4] });
  expect(judge(rule, 2)).toMatchObject({ holds: false, condition: 'second' });
  expect(judge(rule, 1)).toMatchObject({ holds: false, condition: 'first' });
});

test('all findings together hold when each does; else the first that does not answers', () => {
  const yes = is({ value: 'on', since: 3 }, 'on');
  const no = is({ value: 'off', since: 5 }, 'on');
  expect(every([yes, is(given('on'), 'on')])).toEqual({ holds: true, since: [3] });
  expect(every([yes, no, no])).toBe(no);
  expect(every([]).holds).toBe(true);
});

test('both findings must hold, and what neither rests on is not named', () => {
  const since = (id: number): Finding => is({ value: 'on', since: id }, 'on');
  const no = is({ value: 'off', since: 5 }, 'on');
  expect(both(since(7), since(3)).since).toEqual([7, 3]);
  expect(both(since(START), since(3))).toEqual({ holds: true, since: [3] });
  expect(both(since(3), since(START))).toEqual({ holds: true, since: [3] });
  expect(both(no, since(3))).toBe(no);
  expect(both(since(3), no)).toBe(no);
});

test('that something is not so rests on the same as that it is', () => {
  for (const ids of [[], [4], [4, 9]])
    for (const holds of [true, false])
      expect(not({ holds, since: ids })).toEqual({ holds: !holds, since: ids });
});
