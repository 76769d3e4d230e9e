import { expect, test } from 'vitest';
import { relativeAddress, withRelativeAddresses } from '../../src/hosting/relative.ts';

test.each([
  ['/', '/', './'],
  ['/', '/articles/one/', './articles/one/'],
  ['/', '/assets/x.js', './assets/x.js'],
  ['/', '/#series', '#series'],
  ['/articles/one/', '/', '../../'],
  ['/articles/one/', '/articles/two/', '../two/'],
  ['/articles/one/', '/articles/one/', './'],
  ['/articles/one/', '/articles/one/#top', '#top'],
  ['/articles/one/', '/articles/one/share.png', './share.png'],
  ['/articles/one/', '/?run=1', '../../?run=1'],
  ['/tags/a/', '/articles/one/#b', '../../articles/one/#b'],
])('on %s, %s is %s', (page, target, expected) => {
  expect(relativeAddress(page, target)).toBe(expected);
});

test.each(['/', '/a/', '/a/b/', '/a/b/c/'])(
  'from %s every address leads to the same place under any path',
  (page) => {
    for (const target of ['/', '/a/', '/a/b/x.js', '/a/c/', '/z/?q#f', '/a/b/#f']) {
      for (const root of ['http://host/', 'http://host/some/path/']) {
        const seen = new URL(relativeAddress(page, target), new URL(page.slice(1), root));
        expect(seen.href).toBe(new URL(target.slice(1), root).href);
      }
    }
  },
);

const page = (html: string): string => withRelativeAddresses(html, '/articles/one/');

test('links, files, islands, sets of pictures, redirections and fonts become relative', () => {
  expect(page('<a href="/tags/a/">x</a>')).toBe('<a href="../../tags/a/">x</a>');
  expect(page('<astro-island component-url="/assets/x.js" props="{}">')).toBe(
    '<astro-island component-url="../../assets/x.js" props="{}">',
  );
  expect(page('<img srcset="/a.png 1x, /b.png 2x">')).toBe(
    '<img srcset="../../a.png 1x, ../../b.png 2x">',
  );
  expect(page('<meta http-equiv="refresh" content="0;url=/archive/">')).toBe(
    '<meta http-equiv="refresh" content="0;url=../../archive/">',
  );
  expect(page('<style>@font-face{src:url(/assets/x.woff2)}</style>')).toBe(
    '<style>@font-face{src:url(../../assets/x.woff2)}</style>',
  );
});

test.each([
  '<a href="https://example.org/x/">x</a>',
  '<a href="//example.org/">x</a>',
  '<a href="#here">x</a>',
  '<meta name="description" content="0;url=/archive/">',
  '<p title="/tags/a/">href="/tags/a/"</p>',
  '<script>const a = \'<a href="/tags/a/">\'</script>',
  '<!-- <a href="/tags/a/"> -->',
  '<pre><code>&lt;a href="/tags/a/"></code></pre>',
])('%s stays as it is', (html) => {
  expect(page(html)).toBe(html);
});
