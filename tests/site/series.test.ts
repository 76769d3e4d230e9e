import { partsOf, seriesOf } from '#site';
import { expect, test } from 'vitest';
import { article, part } from './support/articles.ts';

const announced = ['one', 'two', 'three'].map((title) => ({ title, description: title }));

test('a series lists all parts in order, those without an article too', () => {
  const parts = partsOf('availability', announced, [part('second', 2), article('loose')]);
  expect(parts.map(({ number, article: found }) => [number, found?.slug])).toEqual([
    [1, undefined],
    [2, 'second'],
    [3, undefined],
  ]);
});

test('articles of another series take no place', () => {
  expect(partsOf('other', announced, [part('second', 2)]).some((one) => one.article)).toBe(false);
});

test('two articles cannot be the same part', () => {
  expect(() => partsOf('availability', announced, [part('a', 2), part('b', 2)])).toThrow(
    'b and a are both part 2 of availability',
  );
});

test('an article cannot be a part that was not announced', () => {
  expect(() => partsOf('availability', announced, [part('a', 4)])).toThrow(
    'a is part 4 of availability, which has 3 parts',
  );
});

test('a series has a page of its own', () => {
  const series = seriesOf('availability', { title: 'A', description: 'B', parts: announced }, []);
  expect(series.path).toBe('/series/availability/');
  expect(series.parts).toHaveLength(3);
});
