import { address, addressUnder, articleAddress, linker, pagePath, relativeAddress } from '#site';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

test.each([
  ['/', '/', '/'],
  ['/', '/articles/one/', '/articles/one/'],
  ['/a/b', '/articles/one/', '/a/b/articles/one/'],
  ['/a/b/', '/#series', '/a/b/#series'],
])('under %s, %s is %s', (base, path, expected) => {
  expect(addressUnder(base, path)).toBe(expected);
});

test.each(['articles/one/', '', '//example.org/', 'https://example.org/'])(
  'refuses "%s", which leaves the site or depends on the page',
  (path) => {
    expect(() => addressUnder('/', path)).toThrow(/starts with one slash/);
    expect(() => relativeAddress('/', path)).toThrow(/starts with one slash/);
  },
);

test('the address of an article ends with a slash', () => {
  expect(articleAddress('single-copy-clusters')).toBe(address('/articles/single-copy-clusters/'));
  expect(articleAddress('single-copy-clusters')).toMatch(/\/$/);
});

test('the first page of a list has the address of the list', () => {
  expect([1, 2, 10].map((number) => pagePath('/tags/scc/', number))).toEqual([
    '/tags/scc/',
    '/tags/scc/2/',
    '/tags/scc/10/',
  ]);
});

describe('from one page to another', () => {
  test.each([
    ['/', '/', './'],
    ['/', '/feed.xml', 'feed.xml'],
    ['/feed.xml', '/', './'],
    ['/articles/one/', '/articles/two/', '../two/'],
    ['/articles/one/', '/articles/one/', './'],
    ['/articles/one/', '/articles/one/index.md', 'index.md'],
    ['/articles/one/index.md', '/tags/scc/', '../../tags/scc/'],
    ['/tags/scc/feed.xml', '/', '../../'],
    ['/tag/scc/', '/tags/scc/', '../../tags/scc/'],
    ['/tags/scc/2/', '/tags/scc/', '../'],
  ])('%s says %s as %s', (from, to, expected) => {
    expect(relativeAddress(from, to)).toBe(expected);
  });

  test('a browser finds the way, wherever the site is hosted', () => {
    const folder = fc.constantFrom('a', 'b', 'tags', 'x1');
    const path = fc
      .tuple(fc.array(folder, { maxLength: 4 }), fc.constantFrom('', 'feed.xml', 'index.md'))
      .map(([folders, file]) => `/${folders.map((name) => `${name}/`).join('')}${file}`);
    const base = fc.constantFrom('https://example.org', 'https://example.org/a/b');
    fc.assert(
      fc.property(base, path, path, (host, from, to) => {
        expect(new URL(relativeAddress(from, to), host + from).href).toBe(host + to);
      }),
    );
  });

  test.each([
    [undefined, '../../archive/'],
    ['https://example.org', 'https://example.org/archive/'],
    ['https://example.org/a/b', 'https://example.org/a/b/archive/'],
    ['https://example.org/a/b/', 'https://example.org/a/b/archive/'],
  ])('where the site is %s, a feed or a machine is told %s', (site, expected) => {
    const home = site === undefined ? undefined : new URL(site);
    expect(linker('/tags/scc/', home)('/archive/')).toBe(expected);
  });
});
