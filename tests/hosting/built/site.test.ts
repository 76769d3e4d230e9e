// What has to be true of every page of the built site, wherever it is put.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IndexedPage } from '#search';
import { attributeOf, tokensOf } from '../../../src/hosting/html/tokens.ts';
import { addressOfPage, siteFiles } from '../../../src/hosting/site-files.ts';
import { dist } from '../support/dist.ts';

const files = siteFiles(dist);
const paths = new Set(files.map(({ path }) => path));
const text = (path: string): string =>
  files.find((file) => file.path === path)?.bytes.toString() ?? '';
const pages = files
  .filter(({ path }) => path.endsWith('.html'))
  .map(({ path, bytes }) => ({ path, tokens: tokensOf(bytes.toString()) }));
const others = pages.filter(({ path }) => path !== '404.html');

/** All attributes of a page's tags, as `name="value"`. */
function attributesOf({ tokens }: (typeof pages)[number]): string[] {
  return tokens.flatMap((token) =>
    token.type === 'open'
      ? [...token.text.matchAll(/\s([^\s=]+="[^"]*")/g)].map(([, a]) => a ?? '')
      : [],
  );
}

test('there are pages to look at', () => {
  expect(others.length, 'pages in dist; build the site first').toBeGreaterThan(3);
});

test('no address begins at the root of the host', () => {
  const found = others.flatMap((page) =>
    attributesOf(page)
      .filter((attribute) => attribute !== 'aria-keyshortcuts="/"')
      .filter((attribute) => /="\/(?!\/)/.test(attribute) || /url\(["']?\//.test(attribute))
      .map((attribute) => `${page.path}: ${attribute}`),
  );
  expect(found).toEqual([]);
  const styles = others.flatMap(({ tokens }) => tokens.filter(({ type }) => type === 'raw'));
  expect(styles.filter((token) => /url\(["']?\/(?!\/)/.test(token.text))).toEqual([]);
});

test('no script names a file of the site by an address from the root of the host', () => {
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  const inline = pages.flatMap(({ path, tokens }) =>
    tokens
      .filter((token) => token.type === 'raw' && token.name === 'script')
      .map((token) => ({ path, bytes: Buffer.from(token.text) })),
  );
  const found = [...scripts, ...inline].filter(({ bytes }) =>
    /["'`]\/assets\//.test(bytes.toString()),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('what a page asks for is there', () => {
  const missing = others.flatMap(({ path, tokens }) => {
    const here = new URL(addressOfPage(path) ?? '', 'http://site');
    return tokens.flatMap((token) => {
      if (token.type !== 'open') return [];
      const names = ['src', 'component-url', 'renderer-url', 'data-index'];
      if (token.name === 'link') names.push('href');
      return names
        .map((name) => attributeOf(token.text, name))
        .filter((address) => address !== undefined && !/^[a-z]+:/.test(address))
        .map((address) => decodeURI(new URL(address ?? '', here).pathname))
        .filter((file) => !existsSync(join(dist, file)))
        .map((file) => `${path}: ${file}`);
    });
  });
  expect(missing).toEqual([]);
});

test('no element has a style or a handler of its own', () => {
  const found = pages.flatMap((page) =>
    attributesOf(page)
      .filter((attribute) => /^(?:style|on[a-z]+)=/i.test(attribute))
      .map((attribute) => `${page.path}: ${attribute}`),
  );
  expect(found).toEqual([]);
});

test('every page has a strict policy with the hashes of what it has, and no others', () => {
  for (const { path, tokens } of pages) {
    const metas = tokens.filter(
      (token) =>
        token.type === 'open' &&
        attributeOf(token.text, 'http-equiv') === 'Content-Security-Policy',
    );
    expect(metas, path).toHaveLength(1);
    const policy = attributeOf(metas[0]?.text ?? '', 'content') ?? '';
    expect(policy, path).toMatch(/^default-src 'none';/);
    expect(policy, path).toMatch(/;base-uri 'none';form-action 'none'$/);
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    const hashes = tokens
      .filter((token) => token.type === 'raw' && /^(?:script|style)$/.test(token.name))
      .filter((token) => token.type !== 'raw' || !/application\/(?:ld\+)?json/.test(token.tag))
      .map((token) => `sha256-${createHash('sha256').update(token.text).digest('base64')}`);
    expect(new Set(policy.match(/sha256-[^']+/g)), path).toEqual(new Set(hashes));
  }
});

test('the page for missing addresses needs no file', () => {
  const [page] = pages.filter(({ path }) => path === '404.html');
  const names = page?.tokens.flatMap((token) => (token.type === 'open' ? token.name : [])) ?? [];
  expect(names).toContain('a');
  const asking = page
    ? attributesOf(page).filter((a) => /^(?:src|srcset|data-index)=/.test(a))
    : [];
  expect(asking).toEqual([]);
  expect(names.filter((name) => /^(?:img|astro-island|iframe)$/.test(name))).toEqual([]);
  const icons = page?.tokens.filter(({ text }) => text.startsWith('<link')) ?? [];
  expect(icons.map((icon) => attributeOf(icon.text, 'href'))).toEqual(['data:,']);
});

test('what searching finds is there', () => {
  const { pages: found } = JSON.parse(text('search.json')) as { pages: IndexedPage[] };
  expect(found.map(({ address }) => address)).toContain('glossary/');
  expect(found.map(({ address }) => address)).toContain('parameters/');
  expect(found.filter(({ address }) => address.startsWith('articles/'))).not.toEqual([]);
  for (const { address, sections } of found) {
    const html = text(`${address}index.html`);
    const lost = sections.filter(([id]) => id !== '' && !html.includes(`id="${id}"`));
    expect(lost, address).toEqual([]);
    expect(new Set(sections.map(([id]) => id)).size, address).toBe(sections.length);
  }
});

test('hosts find their files, and no other name begins in a way that some hosts leave out', () => {
  for (const path of ['_headers', '_redirects', '.nojekyll', 'sw.js'])
    expect(paths).toContain(path);
  const odd = [...paths].filter((path) => /(?:^|\/)[._]/.test(path));
  expect(odd).toEqual(['.nojekyll', '_headers', '_redirects']);
});

test('no file names the folder in which it was built', () => {
  const project = join(dist, '..');
  expect(files.filter(({ bytes }) => bytes.includes(project)).map(({ path }) => path)).toEqual([]);
});

test('redirects lead to pages', () => {
  const lines = text('_redirects').trim().split('\n');
  expect(lines).toContain('/tag/scc/ /tags/scc/ 301');
  const lost = lines
    .map((line) => line.split(' ')[1] ?? '')
    .filter((to) => !paths.has(`${to.slice(1)}index.html`));
  expect(lost).toEqual([]);
});

test('the worker keeps every page and everything pages ask for', () => {
  const kept = text('sw.js');
  const unkept = [...paths]
    .filter((path) => path.endsWith('.html') || path.startsWith('assets/'))
    .filter((path) => path !== '404.html')
    .map((path) => path.replace(/index\.html$/, ''))
    .filter((path) => !kept.includes(`${JSON.stringify(path)}:`));
  expect(unkept).toEqual([]);
});
