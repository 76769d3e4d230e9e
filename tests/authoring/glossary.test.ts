import { describe, expect, test } from 'vitest';
import { findTerm, readGlossary } from '#authoring';

const { terms } = readGlossary();

describe('the glossary of the site', () => {
  test('has the terms that the series stands on', () => {
    const short = terms.flatMap((term) => term.short ?? []);
    expect(short).toEqual(
      expect.arrayContaining(['SCC', 'LCR', 'CCR', 'SCR', 'CMS', 'MTTR', 'FSW']),
    );
    for (const name of ['quorum', 'arbitration', 'split brain', 'checkpoint depth', 'failback']) {
      expect(findTerm(terms, name)?.term, name).toBe(name);
    }
  });

  test('states no number: those come from the register, with their sources', () => {
    const numbers = terms.filter(({ definition }) =>
      /\d/.test(
        definition.replaceAll(/Exchange 20\d\d|Windows Server 20\d\d|Service Pack \d/g, ''),
      ),
    );
    expect(numbers.map(({ term }) => term)).toEqual([]);
  });

  test('cites no mirror and no bare address', () => {
    const addresses = terms.flatMap(({ sources }) =>
      sources.flatMap(({ address }) => address ?? []),
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(
      addresses.filter((address) => /\/\/[\d.]+[/:]|unifiedpeople|mskb/.test(address)),
    ).toEqual([]);
  });

  test('is in the order of the alphabet', () => {
    const names = terms.map(({ term }) => term.toLowerCase());
    expect(names).toEqual(names.toSorted());
  });

  test('has tips that are whole sentences', () => {
    for (const { tip, definition } of terms) {
      expect(definition.startsWith(tip)).toBe(true);
      expect(tip).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});

test.each([
  ['quorum disk', 'quorum-disk'],
  ['Quorum disks', 'quorum-disk'],
  ['quorum\n  disk', 'quorum-disk'],
  ['SCC', 'single-copy-cluster'],
  ['scc', 'single-copy-cluster'],
  ['single-copy-cluster', 'single-copy-cluster'],
  ['dirty shutdown', 'unclean-stop'],
])('"%s" leads to %s', (words, slug) => {
  expect(findTerm(terms, words)?.slug).toBe(slug);
});

test('words that nobody explains lead nowhere', () => {
  expect(findTerm(terms, 'quorum dsk')).toBeUndefined();
  expect(findTerm(terms, '')).toBeUndefined();
});
