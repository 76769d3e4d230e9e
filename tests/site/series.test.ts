import { newestFirst, partsOf } from '#site';
import type { ArticleSummary } from '#site';
import { expect, test } from 'vitest';

function article(slug: string, part: number | undefined, day = '2026-11-22'): ArticleSummary {
  return {
    slug,
    href: `/articles/${slug}/`,
    title: slug,
    description: slug,
    date: new Date(day),
    updated: undefined,
    series: part === undefined ? undefined : 'availability',
    part,
    tags: [],
    minutes: 1,
    simulations: 0,
  };
}

const announced = ['one', 'two', 'three'].map((title) => ({ title, description: title }));

test('a series lists all parts in order, those without an article too', () => {
  const parts = partsOf('availability', announced, [
    article('second', 2),
    article('loose', undefined),
  ]);
  expect(parts.map(({ number, article: found }) => [number, found?.slug])).toEqual([
    [1, undefined],
    [2, 'second'],
    [3, undefined],
  ]);
});

test('articles of another series take no place', () => {
  expect(partsOf('other', announced, [article('second', 2)]).some((part) => part.article)).toBe(
    false,
  );
});

test('two articles cannot be the same part', () => {
  expect(() => partsOf('availability', announced, [article('a', 2), article('b', 2)])).toThrow(
    'b and a are both part 2 of availability',
  );
});

test('an article cannot be a part that was not announced', () => {
  expect(() => partsOf('availability', announced, [article('a', 4)])).toThrow(
    'a is part 4 of availability, which has 3 parts',
  );
});

test('the newest article comes first, those of one day by title', () => {
  const order = newestFirst([
    article('old', 1, '2026-10-01'),
    article('b', 2, '2026-11-01'),
    article('a', 3, '2026-11-01'),
  ]);
  expect(order.map(({ slug }) => slug)).toEqual(['a', 'b', 'old']);
});
