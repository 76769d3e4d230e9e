import { atom, feedPath, rss, sitemapOf } from '#site';
import type { Feed } from '#site';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { article } from '../support/articles.ts';

const home = new URL('https://example.org/blog/');
const feed: Feed = {
  title: 'Posts tagged <SCC> & friends',
  description: 'About "SCC".',
  page: '/tags/scc/',
  articles: [
    article('new', { title: 'A < B & "C"', updated: new Date('2027-01-05') }),
    article('old', { date: new Date('2025-03-01') }),
  ],
};

/** The elements of a document, which has to be well-formed. */
function parse(xml: string) {
  const document = new new Window().DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

type Parsed = ReturnType<typeof parse>;

const texts = (document: Parsed, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('Atom', () => {
  const document = parse(atom(feed, undefined));

  test('has what RFC 4287 asks of a feed and of every entry', () => {
    for (const name of ['id', 'title', 'updated', 'author > name']) {
      expect(texts(document, `feed > ${name}`), name).toHaveLength(1);
      expect(texts(document, `entry > ${name}`), name).toHaveLength(2);
    }
    expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
  });

  test('says what is meant, whatever the characters', () => {
    expect(texts(document, 'feed > title')).toEqual([feed.title]);
    expect(texts(document, 'entry > title')[0]).toBe('A < B & "C"');
    expect(texts(document, 'entry > summary')[0]).toBe('About new.');
  });

  test('names entries the same on every host', () => {
    const ids = texts(document, 'id');
    expect(ids.every((id) => /^tag:[a-z.-]+,\d{4}:\//.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(texts(parse(atom(feed, home)), 'id')).toEqual(ids);
  });

  test('was changed when its articles were', () => {
    expect(texts(document, 'feed > updated')).toEqual(['2027-01-05T00:00:00Z']);
    expect(texts(document, 'entry > updated')).toEqual([
      '2027-01-05T00:00:00Z',
      '2025-03-01T00:00:00Z',
    ]);
    expect(texts(document, 'entry > published')[0]).toBe('2026-11-22T00:00:00Z');
  });

  test.each([
    ['of no known address', undefined, 'http://host/any/where/'],
    ['of a known address', home, home.href],
  ])('links of a site %s lead to its pages', (_, site, root) => {
    const parsed = parse(atom(feed, site));
    const base = parsed.documentElement.getAttribute('xml:base') ?? '';
    const at = new URL(base, root + feedPath(feed.page).slice(1));
    const links = [...parsed.querySelectorAll('link')].map((link) => [
      link.getAttribute('rel'),
      new URL(link.getAttribute('href') ?? '', at).href.replace(root, '/'),
    ]);
    expect(links.slice(0, 4)).toEqual([
      ['self', '/tags/scc/feed.xml'],
      ['alternate', '/tags/scc/'],
      ['alternate', '/articles/new/'],
      ['alternate', '/articles/new/index.md'],
    ]);
  });

  test('carries the newest of very many articles', () => {
    const articles = Array.from({ length: 100 }, (_, index) => article(`post-${index}`));
    const ids = texts(parse(atom({ ...feed, articles }, undefined)), 'entry > id');
    expect(ids).toHaveLength(40);
    expect(ids[0]).toContain('post-0');
  });

  test('of nothing is a feed too', () => {
    const empty = parse(atom({ ...feed, articles: [] }, undefined));
    expect(texts(empty, 'feed > updated')).toEqual(['1970-01-01T00:00:00Z']);
  });

  test('leaves out what XML cannot hold', () => {
    const title = 'a\u0000b\u0008c';
    expect(texts(parse(atom({ ...feed, title }, undefined)), 'feed > title')).toEqual(['abc']);
  });
});

describe('RSS', () => {
  const document = parse(rss(feed, '/rss.xml', home));

  test('has full addresses and lasting names', () => {
    expect(texts(document, 'item > link')).toEqual([
      'https://example.org/blog/articles/new/',
      'https://example.org/blog/articles/old/',
    ]);
    expect(texts(document, 'channel > link')).toEqual(['https://example.org/blog/tags/scc/']);
    expect(texts(document, 'item > guid')).toEqual(texts(parse(atom(feed, home)), 'entry > id'));
  });

  test('has what RSS 2.0 asks of a channel and its items', () => {
    for (const name of ['title', 'link', 'description']) {
      expect(texts(document, `channel > ${name}`), name).toHaveLength(1);
      expect(texts(document, `item > ${name}`), name).toHaveLength(2);
    }
    expect(texts(document, 'item > pubDate')[0]).toBe('Sun, 22 Nov 2026 00:00:00 GMT');
  });
});

test('a sitemap lists each page once, sorted, without what has moved or is missing', () => {
  const paths = ['/tags/scc/', '/', '/404/', '/tag/scc/', '/', '/archive/'];
  expect(texts(parse(sitemapOf(paths, home, ['/tag/scc/'])), 'loc')).toEqual([
    'https://example.org/blog/',
    'https://example.org/blog/archive/',
    'https://example.org/blog/tags/scc/',
  ]);
});
