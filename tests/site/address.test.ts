import { address, addressUnder, articleAddress } from '#site';
import { expect, test } from 'vitest';

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
  },
);

test('the address of an article ends with a slash', () => {
  expect(articleAddress('single-copy-clusters')).toBe(address('/articles/single-copy-clusters/'));
  expect(articleAddress('single-copy-clusters')).toMatch(/\/$/);
});
