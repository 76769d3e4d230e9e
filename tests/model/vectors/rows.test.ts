import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROWS } from './rows.ts';

const folder = new URL('.', import.meta.url);

/** Titles of tests in this folder that begin with the number of a row. */
const titles = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(/\btest\(\s*(['"`])(\d[\d.]* .+?)\1,/g)].map(
      ([, , title = '']) => title,
    );
  });

const numberOf = (title: string): string => title.split(' ')[0] ?? '';

const tested = ROWS.filter(({ onlyTold, sameAs }) => onlyTold === undefined && !sameAs);

test.each(tested)('row $id has a test that names its source: $says', ({ id, source }) => {
  const found = titles.filter((title) => numberOf(title) === id && title.includes(source));
  expect(found, `a title that begins with "${id} " and names ${source}`).not.toEqual([]);
});

test('every test of a row belongs to one, and to none that is only told', () => {
  const known = tested.map(({ id }) => id);
  expect(titles.filter((title) => !known.includes(numberOf(title)))).toEqual([]);
});

test('rows have numbers of their own, and what is said again is said somewhere', () => {
  const ids = ROWS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ROWS.flatMap(({ sameAs = [] }) => sameAs).filter((id) => !ids.includes(id))).toEqual([]);
});
