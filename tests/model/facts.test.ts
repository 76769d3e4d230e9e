import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARAMETER_NAMES, REGISTER } from '#model/register';

const folder = new URL('.', import.meta.url);

const titles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(/\btest\(\s*(['"`])(.+?)\1,/g)].map(([, , title = '']) => title);
  });

/** How a test names a source: the number of the article, the name of the property, the first words. */
function namesOf(source: string): readonly string[] {
  const article = /\bKB (Q?\d+)/.exec(source);
  if (article) return [`KB ${article[1]}`];
  const property = /: (\w+)/.exec(source);
  if (property?.[1] !== undefined) return [property[1], property[1].replace(/^ClusSvc/, '')];
  return [source.split(' ').slice(0, 2).join(' ').toLowerCase()];
}

const cited = [...new Set(PARAMETER_NAMES.flatMap((name) => REGISTER[name].source?.title ?? []))];

test.each(cited)('a test names the fact: %s', (source) => {
  const names = namesOf(source);
  const found = titles.filter((title) => names.some((name) => title.includes(name)));
  expect(found, `no title of a test contains ${names.join(' or ')}`).not.toEqual([]);
});

test('every documented number of the register has a source', () => {
  const without = PARAMETER_NAMES.filter(
    (name) => REGISTER[name].confidence === 'documented' && REGISTER[name].source === undefined,
  );
  expect(without).toEqual([]);
});
