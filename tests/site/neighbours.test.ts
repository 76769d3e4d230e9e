import { neighboursOf, newestFirst, seriesOf } from '#site';
import { expect, test } from 'vitest';
import { article, part } from './support/articles.ts';

const [one, two, four] = [
  part('one', 1, '2026-11-01'),
  part('two', 2, '2026-11-20'),
  part('four', 4, '2026-11-10'),
];
const loose = article('loose', { date: new Date('2026-11-15') });
const articles = newestFirst([one, two, four, loose]);
const announced = ['1', '2', '3', '4'].map((title) => ({ title, description: title }));
const series = seriesOf(
  'availability',
  { title: 'A', description: 'B', parts: announced },
  articles,
);

/** What is before and after an article, by the numbers of parts and the slugs of articles. */
function around(middle: typeof one) {
  const found = neighboursOf(middle, articles, middle.series === undefined ? undefined : series);
  const { previousPart, nextPart, older, newer } = found;
  return [previousPart?.number, nextPart?.number, older?.slug, newer?.slug];
}

test('a part has its series before and after it, and the other articles by date', () => {
  expect(around(two)).toEqual([1, 3, 'loose', undefined]);
  expect(around(four)).toEqual([3, undefined, 'one', 'loose']);
});

test('an announced part is named although there is nothing to read', () => {
  expect(neighboursOf(two, articles, series).nextPart?.article).toBeUndefined();
});

test('what the series leads to is not named again by date', () => {
  const adjacent = newestFirst([one, part('two', 2, '2026-11-02')]);
  const short = seriesOf(
    'availability',
    { title: 'A', description: 'B', parts: announced },
    adjacent,
  );
  expect(neighboursOf(one, adjacent, short)).toMatchObject({
    nextPart: { number: 2 },
    newer: undefined,
  });
});

test('an article of no series has neighbours by date only', () => {
  expect(around(loose)).toEqual([undefined, undefined, 'four', 'two']);
});

test('the only article has none', () => {
  expect(Object.values(neighboursOf(loose, [loose], undefined))).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});
