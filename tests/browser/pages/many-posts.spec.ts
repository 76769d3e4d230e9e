import { expect } from '../support/test.ts';
import { posts, siteUrl, test } from './support/fixture-site.ts';
import { filesOf, textOf } from './support/site.ts';

// One build serves all of these tests.
test.describe.configure({ mode: 'default' });

const isPost = /^Continue reading ?: Post \d+$/;

test('A long tag has pages, and all its posts are on exactly one of them @desktop', async ({
  page,
}) => {
  await page.goto('/tags/scc/');
  const titles: string[] = [];
  for (let number = 1; ; number += 1) {
    await expect(page.getByText(`Page ${number} of 3`, { exact: true })).toBeVisible();
    titles.push(...(await page.getByRole('link', { name: isPost }).allInnerTexts()));
    const older = page.getByRole('link', { name: 'Older posts' });
    if ((await older.count()) === 0) break;
    await older.click();
    await expect(page).toHaveURL(new RegExp(`/tags/scc/${number + 1}/$`));
  }
  expect(new Set(titles).size).toBe(posts);
  expect(titles).toHaveLength(posts);
  await page.getByRole('link', { name: 'Newer posts' }).click();
  await page.getByRole('link', { name: 'Newer posts' }).click();
  await expect(page).toHaveURL(/\/tags\/scc\/$/);
});

test('Another tag has its own pages @desktop', async ({ page }) => {
  await page.goto('/tags/clustering/2/');
  await expect(page).toHaveTitle(/^Posts tagged Clustering, page 2 ·/);
  await expect(page.getByText('Page 2 of 2', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Older posts' })).toHaveCount(0);
});

test('An alias leads to its article @desktop', async ({ page }) => {
  await page.goto('/2001/post-7/');
  await expect(page).toHaveURL(/\/articles\/post-7\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Post 7');
});

test('Code can be copied, and is coloured without style attributes @desktop', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/articles/post-7/');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('title: Post 7 # as in the file');
  await expect(page.locator('pre .tk-comment')).toHaveText('# as in the file');
  expect(await page.locator('pre').evaluate((code) => code.outerHTML)).not.toContain('style=');
});

test('Neighbours by date lead through articles of no series @desktop', async ({ page }) => {
  await page.goto('/articles/post-7/');
  const onward = page.getByRole('navigation', { name: 'Before and after' });
  await expect(onward.getByRole('listitem')).toHaveText([/^Older article: /, /^Newer article: /]);
  const older = await onward.getByRole('link').first().innerText();
  await onward.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(older);
});

test('A site that knows its address says so to machines on every page @desktop', ({
  fixtureSite,
}) => {
  const { folder } = fixtureSite;
  const pages = filesOf(folder).filter((file) => file.endsWith('/index.html'));
  const told = pages.filter((file) => !textOf(file, folder).includes('http-equiv="refresh"'));
  for (const file of told) {
    const html = textOf(file, folder);
    const address = siteUrl + file.replace('index.html', '');
    expect(html, file).toContain(`<link rel="canonical" href="${address}">`);
    expect(html, file).toMatch(/property="og:image" content="https:\/\/example\.org\/blog\/.*png"/);
  }
  const locations = [...textOf('/sitemap.xml', folder).matchAll(/<loc>([^<]*)<\/loc>/g)];
  expect(locations.map(([, location]) => location)).toEqual(
    told.map((file) => siteUrl + file.replace('index.html', '')).sort(),
  );
  expect(textOf('/robots.txt', folder)).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
  expect(textOf('/feed.xml', folder)).toContain(`xml:base="${siteUrl}/"`);
});

test('Its RSS has the full addresses of its posts @desktop', async ({ page, fixtureSite }) => {
  await page.goto('/404.html');
  const links = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return [...document.querySelectorAll('rss[version="2.0"] item > link')].map(
        ({ textContent }) => textContent,
      );
    },
    textOf('/rss.xml', fixtureSite.folder),
  );
  expect(links.length).toBeGreaterThanOrEqual(posts);
  expect(links).toContain(`${siteUrl}/articles/post-7/`);
});
