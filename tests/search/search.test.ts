import { readIndex, search } from '#search';
import { expect, test } from 'vitest';
import { isNear, wordsOf } from '../../src/search/words.ts';

const library = readIndex({
  pages: [
    {
      address: 'articles/scc/',
      title: 'Single copy clusters',
      sections: [
        ['', '', 'NODE1 runs the mailbox server; the other node stands by.'],
        [
          'seconds',
          'Where the seconds went',
          'Detection, regroup, arbitration for the quorum disk.',
        ],
        ['quorum-talk', 'Quorum: who may act', 'The owner of the quorum disk. The quorum decides.'],
      ],
    },
    {
      address: 'glossary/',
      title: 'Glossary',
      sections: [
        ['quorum', 'Quorum', 'The rule that says who may act.'],
        ['failover', 'Failover', 'The move of a group to another node.'],
        ['policy', 'Policy', 'A café full of policies.'],
      ],
    },
  ],
});
const found = (query: string): string[] =>
  search(library, query).results.map(({ address }) => address);

test('the place that is about a word comes before those that mention it', () => {
  expect(found('quorum')).toEqual([
    'glossary/#quorum',
    'articles/scc/#quorum-talk',
    'articles/scc/#seconds',
  ]);
});

test('every word must be there; the beginning of a word is enough', () => {
  expect(found('quorum regroup')).toEqual(['articles/scc/#seconds']);
  expect(found('quor regr')).toEqual(['articles/scc/#seconds']);
  expect(found('quorum nonsense')).toEqual([]);
});

test('capitals, accents and plurals make no difference', () => {
  expect(found('FAILOVERS')).toEqual(['glossary/#failover']);
  expect(found('cafe policies')).toEqual(['glossary/#policy']);
});

test('the title of a page leads to its beginning', () => {
  expect(found('single copy cluster')).toEqual(['articles/scc/']);
});

test('a slip of the finger is forgiven, and said', () => {
  expect(search(library, 'quorumm')).toMatchObject({ count: 3, instead: 'quorum' });
  expect(search(library, 'fialover')).toMatchObject({ count: 1, instead: 'failover' });
  expect(search(library, 'zebra')).toEqual({ count: 0, results: [] });
});

test('nothing is found for nothing', () => {
  expect(search(library, ' ?! ')).toEqual({ count: 0, results: [] });
});

test('the number of places is told even where only the best are given', () => {
  const { count, results } = search(library, 'quorum', 1);
  expect([count, results.length]).toEqual([3, 1]);
});

test('an excerpt shows the first place in the text and marks what was searched for', () => {
  const text = `${'word '.repeat(40)}then the quorum decides${' more'.repeat(60)}`;
  const one = readIndex({ pages: [{ address: 'a/', title: 'A', sections: [['', '', text]] }] });
  const [result] = search(one, 'quorum').results;
  const excerpt = result?.excerpt ?? [];
  expect(excerpt.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['quorum']);
  const whole = excerpt.map((piece) => piece.text).join('');
  expect(whole).toMatch(/^… word .*then the quorum decides more.* …$/);
  expect(whole.length).toBeLessThan(260);
});

test('an excerpt from a place about what was searched for is its beginning', () => {
  const text = `${'word '.repeat(60)}quorum`;
  const pages = [{ address: 'a/', title: 'A', sections: [['q', 'Quorum', text] as const] }];
  const [result] = search(readIndex({ pages }), 'quorum').results;
  expect(result?.excerpt[0]?.text).toMatch(/^word /);
});

test('words know where they stand', () => {
  const text = 'NODE1’s disks (Q:)';
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'NODE1',
    's',
    'disks',
    'Q',
  ]);
  expect(wordsOf('buses classes status').map(({ form }) => form)).toEqual([
    'bus',
    'class',
    'status',
  ]);
});

test.each([
  ['quorum', 'quorumm', true],
  ['quorum', 'qourum', true],
  ['quorum', 'quorun', true],
  ['quorum', 'uorum', true],
  ['quorum', 'quorum', true],
  ['quorum', 'quoru', true],
  ['quorum', 'forum', false],
  ['quorum', 'qorumm', false],
])('%s is near %s: %s', (one, other, near) => {
  expect(isNear(one, other)).toBe(near);
  expect(isNear(other, one)).toBe(near);
});
