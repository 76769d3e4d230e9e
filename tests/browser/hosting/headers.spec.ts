// What hosts send with the files: the table of headers, as our server and nginx carry it out.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheControl, headers } from '#hosting';
import { expect, test } from './support/site.ts';
import type { Way } from './support/site.ts';

const ways: readonly Way[] = [
  { server: 'ours', path: '/' },
  { server: 'nginx', path: '/' },
  { server: 'nginx', path: '/a/b/' },
];

for (const way of ways) {
  test.describe(`${way.server} at ${way.path} @desktop`, () => {
    test.use({ way });

    test('sends the headers of the table with everything', async ({ request, site }) => {
      const [script = ''] = readdirSync(join(site.folder, 'assets')).filter((name) =>
        name.endsWith('.js'),
      );
      for (const path of [
        '',
        'articles/single-copy-clusters/',
        `assets/${script}`,
        'sw.js',
        'no',
      ]) {
        const sent = (await request.get(site.address + path)).headers();
        for (const [name, value] of Object.entries(headers)) {
          expect(sent[name.toLowerCase()], `${name} of /${path}`).toBe(value);
        }
        expect(sent['cache-control'], path).toBe(cacheControl(`/${path}`));
      }
      // That a file is missing today must not be believed for a year.
      const missing = await request.get(`${site.address}assets/missing.js`);
      expect([missing.status(), missing.headers()['cache-control']]).toEqual([404, 'no-cache']);
    });

    test('leads to the slash, knows Markdown, and shows no folders', async ({ request, site }) => {
      const moved = await request.get(`${site.address}archive`, { maxRedirects: 0 });
      expect(moved.status()).toBe(301);
      expect(moved.headers()['location']).toBe(`${way.path}archive/`);
      const twin = await request.get(`${site.address}articles/single-copy-clusters/index.md`);
      expect(twin.headers()['content-type']).toBe('text/markdown; charset=utf-8');
      const folder = await request.get(`${site.address}assets/`);
      expect(folder.status()).toBe(404);
    });
  });
}
