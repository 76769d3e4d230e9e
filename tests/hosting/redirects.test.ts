import { expect, test } from 'vitest';
import { headersFile, redirectsFile } from '../../src/hosting/hosts/index.ts';
import { redirectOf } from '../../src/hosting/redirects.ts';
import { cacheControl, headers } from '../../src/hosting/table.ts';

test('a page that leads elsewhere at once is a redirect, another page is none', () => {
  const html = '<meta http-equiv="refresh" content="0; url=/tags/scc/"><a href="/tags/scc/">x</a>';
  expect(redirectOf(html, '/tag/scc/')).toEqual({ from: '/tag/scc/', to: '/tags/scc/' });
  expect(redirectOf('<a href="/tags/scc/">x</a>', '/')).toBeUndefined();
  expect(redirectsFile([{ from: '/tag/scc/', to: '/tags/scc/' }])).toBe(
    '/tag/scc/ /tags/scc/ 301\n/tag/scc /tags/scc/ 301\n',
  );
});

test('no header is named twice for one address, since hosts would join the values', () => {
  const names = [...headersFile().matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name);
  expect(names).toHaveLength(new Set(names).size);
  expect(names).toEqual([...Object.keys(headers), 'Cache-Control']);
});

test('only what has its content in its name is kept without asking', () => {
  expect(cacheControl('/assets/x.1.js')).toContain('immutable');
  for (const path of ['/', '/sw.js', '/search.json', '/share.png', '/x/assets/y']) {
    expect(cacheControl(path)).toBe('no-cache');
  }
});
