import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARAMETER_NAMES, REGISTER } from '#model/register';
import type { Value } from '#model/register';

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
  const page = /\bTechNet (\w+)/.exec(source);
  if (page?.[1] !== undefined) return [page[1]];
  const property = /: (\w+)/.exec(source);
  if (property?.[1] !== undefined) return [property[1], property[1].replace(/^ClusSvc/, '')];
  return [source.split(' ').slice(0, 2).join(' ').toLowerCase()];
}

/** What the register says of a number on both systems. */
const valuesOf = (name: (typeof PARAMETER_NAMES)[number]): readonly Value[] => {
  const { windowsServer2008 } = REGISTER[name];
  return [REGISTER[name], ...(windowsServer2008 ? [windowsServer2008] : [])];
};

const cited = [
  ...new Set(
    PARAMETER_NAMES.flatMap((name) => valuesOf(name).flatMap(({ source }) => source?.title ?? [])),
  ),
];

test.each(cited)('a test names the fact: %s', (source) => {
  const names = namesOf(source);
  const found = titles.filter((title) => names.some((name) => title.includes(name)));
  expect(found, `no title of a test contains ${names.join(' or ')}`).not.toEqual([]);
});

test('every number of the register that is not an assumption has a source, on both systems', () => {
  const without = PARAMETER_NAMES.filter((name) =>
    valuesOf(name).some(
      ({ confidence, source }) => confidence !== 'assumption' && source === undefined,
    ),
  );
  expect(without).toEqual([]);
});

test('what differs on Windows Server 2008 lies within the range and differs in number or in confidence', () => {
  for (const name of PARAMETER_NAMES) {
    const { windowsServer2008, range, default: number, confidence } = REGISTER[name];
    if (!windowsServer2008) continue;
    expect(windowsServer2008.default, name).toBeGreaterThanOrEqual(range[0]);
    expect(windowsServer2008.default, name).toBeLessThanOrEqual(range[1]);
    const isSame =
      windowsServer2008.default === number && windowsServer2008.confidence === confidence;
    expect(isSame, name).toBe(false);
  }
});
