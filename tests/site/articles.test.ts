import { byYear, changedOn, newestFirst, summarise, topicsOf } from '#site';
import { describe, expect, test } from 'vitest';
import { article, part } from './support/articles.ts';

const slugs = (articles: readonly { slug: string }[]): string[] => articles.map(({ slug }) => slug);

test('the newest article comes first; of one day the later part, then by title', () => {
  const day = new Date('2026-11-01');
  const order = newestFirst([
    part('old', 1, '2026-10-01'),
    article('b', { date: day }),
    article('a', { date: day }),
    part('two', 2, '2026-11-01'),
    part('three', 3, '2026-11-01'),
  ]);
  expect(slugs(order)).toEqual(['three', 'two', 'a', 'b', 'old']);
});

test('an article that was never changed was last changed on the day it appeared', () => {
  expect(changedOn(article('a'))).toEqual(new Date('2026-11-22'));
  const updated = new Date('2027-01-05');
  expect(changedOn(article('a', { updated }))).toBe(updated);
});

test('years follow each other as their articles do, and the last second of a year is in it', () => {
  const years = byYear([
    article('c', { date: new Date('2027-01-01T00:00:00Z') }),
    article('b', { date: new Date('2026-12-31T23:59:59Z') }),
    article('a', { date: new Date('2026-01-01T00:00:00Z') }),
  ]);
  expect(years.map(({ year, articles }) => [year, slugs(articles)])).toEqual([
    [2027, ['c']],
    [2026, ['b', 'a']],
  ]);
});

describe('what front matter says', () => {
  const declared = (id: string) => [{ id, slug: id.toLowerCase(), title: id, description: id }];
  const topics = {
    tags: topicsOf('tag', declared('SCC')),
    categories: topicsOf('category', declared('Exchange')),
  };
  const data = {
    title: 'Title',
    description: 'Excerpt',
    date: new Date('2026-11-22'),
    tags: ['SCC'],
    category: 'Exchange',
    appliesTo: ['Exchange Server 2007'],
    aliases: [],
    draft: false,
  };
  const summaryOf = (wanted: object) =>
    summarise(
      { id: 'slug', collection: 'articles', body: 'word', data: { ...data, ...wanted } },
      topics,
    );

  test('names its tags and category by their addresses', () => {
    const { tags, category, path } = summaryOf({});
    expect(tags.map((topic) => topic.path)).toEqual(['/tags/scc/']);
    expect(category.path).toBe('/categories/exchange/');
    expect(path).toBe('/articles/slug/');
  });

  test('names its author, or leaves that to the configuration', () => {
    expect(summaryOf({ author: 'Jane Doe' }).author).toBe('Jane Doe');
    expect(summaryOf({}).author).toBe('The authors of Pull the Plug');
  });

  test.each([
    [{ tags: ['SSC'] }, /there is no tag "SSC"; .*SCC/],
    [{ category: 'Exchnage' }, /there is no category "Exchnage"; .*Exchange/],
    [{ part: 2 }, /"series" and "part" go together/],
  ])('%j is refused, with what would be right', (wanted, message) => {
    expect(() => summaryOf(wanted)).toThrow(message);
  });
});
