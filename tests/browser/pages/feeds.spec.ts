import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { filesOf, textOf } from './support/site.ts';

const feeds = filesOf().filter((file) => file.endsWith('/feed.xml'));

/** What a browser reads in a feed, the addresses of its links worked out. */
function read(page: Page, xml: string, address: string) {
  return page.evaluate(
    ([text, at]) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const root = document.documentElement;
      const base = new URL(root.getAttribute('xml:base') ?? '', at);
      const textsOf = (selector: string) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
      return {
        error: document.querySelector('parsererror')?.textContent ?? null,
        root: `${root.namespaceURI} ${root.localName}`,
        ids: textsOf('id'),
        dates: [...textsOf('updated'), ...textsOf('published')],
        entries: document.querySelectorAll('entry').length,
        summaries: textsOf('entry > summary').length,
        self: textsOf('feed > title').length,
        links: [...document.querySelectorAll('link')].map((link) => ({
          rel: link.getAttribute('rel'),
          href: new URL(link.getAttribute('href') ?? '', base).href,
        })),
      };
    },
    [xml, address] as const,
  );
}

test('the site, every tag and every category have a feed @desktop', () => {
  const folders = filesOf().filter((file) =>
    /^\/(?:tags|categories)\/[^/]+\/index\.html$/.test(file),
  );
  const expected = ['/feed.xml', ...folders.map((file) => file.replace('index.html', 'feed.xml'))];
  expect(feeds).toEqual(expected.sort());
});

for (const path of feeds) {
  test(`${path} is a sound Atom feed whose links lead somewhere @desktop`, async ({
    page,
    baseURL,
  }) => {
    await page.goto('/404.html');
    const address = new URL(path, baseURL).href;
    const feed = await read(page, textOf(path), address);
    expect(feed.error).toBeNull();
    expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
    expect(feed.entries).toBeGreaterThan(0);
    expect(feed.summaries).toBe(feed.entries);
    expect(new Set(feed.ids).size).toBe(feed.entries + 1);
    expect(feed.dates.every((date) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))).toBe(true);
    expect(feed.links.find(({ rel }) => rel === 'self')?.href).toBe(address);
    for (const { href } of feed.links) {
      expect((await page.request.get(href)).status(), href).toBe(200);
    }
  });
}
