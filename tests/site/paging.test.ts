import { archivesOf, archiveTitle, pageParameter, pagesOf, topicsOf } from '#site';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article, category, tag } from './support/articles.ts';

describe('pages of a list', () => {
  test('a short list is one page, an empty one too', () => {
    expect(pagesOf([1, 2, 3], 10)).toEqual([{ number: 1, count: 1, items: [1, 2, 3] }]);
    expect(pagesOf([], 10)).toEqual([{ number: 1, count: 1, items: [] }]);
  });

  test('a full page is not followed by an empty one', () => {
    expect(pagesOf([1, 2, 3, 4], 2).map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test('every item stands on one page, in order, and only the last page may be short', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, size) => {
        const pages = pagesOf(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true);
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN])('a size of %d is refused', (size) => {
    expect(() => pagesOf([1], size)).toThrow(/is none/);
  });

  test('the first page has nothing in its address, the others their number', () => {
    expect(pagesOf([1, 2, 3], 1).map(pageParameter)).toEqual([undefined, '2', '3']);
  });
});

describe('archives', () => {
  const [scc, backup] = [tag('SCC'), tag('Backup')];
  const many = Array.from({ length: 23 }, (_, index) =>
    article(`post-${index}`, { tags: index % 2 === 0 ? [scc] : [scc, backup] }),
  );

  test('two tags with many posts have pages of their own', () => {
    const counts = archivesOf([scc, backup], many).map(({ title, articles }) => [
      title,
      pagesOf(articles, 10).map(({ items }) => items.length),
    ]);
    expect(counts).toEqual([
      ['Backup', [10, 1]],
      ['SCC', [10, 10, 3]],
    ]);
  });

  test('a tag that no article has gets no page', () => {
    expect(archivesOf([tag('LCR')], many)).toEqual([]);
  });

  test('a tag and a category of one name are two things', () => {
    const posts = [article('a', { tags: [tag('Backup')], category: category('SCC') })];
    expect(archivesOf([tag('SCC')], posts)).toEqual([]);
    expect(archivesOf([category('SCC')], posts)).toHaveLength(1);
  });

  test('an archive says what it holds', () => {
    expect(archiveTitle(tag('SCC'))).toBe('Posts tagged SCC');
    expect(archiveTitle(category('Exchange Server'))).toBe('Posts in Exchange Server');
  });

  test.each(['id', 'slug'] as const)('two tags cannot have one %s', (key) => {
    const one = { id: 'a', slug: 'a', title: 'A', description: 'A' };
    const other = { id: 'b', slug: 'b', title: 'B', description: 'B', [key]: 'a' };
    expect(() => topicsOf('tag', [one, other])).toThrow(`the ${key} "a"`);
  });
});
