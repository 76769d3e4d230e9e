import { expect, test } from 'vitest';
import { withLinksHome } from '../../src/hosting/not-found.ts';

const page = '<body><a href="/">home</a><a href="https://example.org/">x</a></body>';

test.each([
  ['/', '<a href="/">home</a>'],
  ['/repo/', '<a href="/repo/">home</a>'],
])('a site expected at %s is linked there as long as no script has looked', (expected, link) => {
  const html = withLinksHome(page, expected);
  expect(html).toContain(link);
  expect(html).toContain('<a href="https://example.org/">x</a>');
});

test('it asks for no file by name, and its script ends where it should', () => {
  const html = withLinksHome(page, '/');
  expect(html).not.toMatch(/\ssrc=|<link/);
  expect(html.match(/<\/script>/g)).toHaveLength(1);
});
