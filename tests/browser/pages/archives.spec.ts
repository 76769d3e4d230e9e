import { expect, test } from '../support/test.ts';

const article = '/articles/single-copy-clusters/';

test('The page of a tag lists its posts with excerpts, and each link says where it leads', async ({
  page,
}) => {
  await page.goto('/tags/scc/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posts tagged SCC');
  const cards = page.locator('article.card');
  const names = await cards.getByRole('link', { name: 'Continue reading' }).allInnerTexts();
  expect(names.length).toBe(await cards.count());
  expect(new Set(names).size).toBe(names.length);
  await cards.getByRole('link', { name: /^Continue reading ?: Single copy clusters/ }).click();
  await expect(page).toHaveURL(new RegExp(`${article}$`));
});

test('The home page has the series first, then the latest posts with their excerpts', async ({
  page,
}) => {
  await page.goto('/');
  const headings = await page.locator('main h2').allInnerTexts();
  expect(headings.at(-1)).toBe('Latest articles');
  expect(headings[0]).toMatch(/high availability/);
  const series = page.locator('ol.series').first();
  await expect(series.getByRole('listitem')).toHaveCount(5);
  await expect(series.getByText('In preparation')).toHaveCount(2);
  const names = await page.getByRole('link', { name: 'Continue reading' }).allInnerTexts();
  expect(new Set(names).size).toBe(names.length);
});

test('The page of the series has all its parts, and only the written ones can be followed', async ({
  page,
}) => {
  await page.goto('/');
  await page.locator('.home-series h2 a').click();
  await expect(page).toHaveURL(/\/series\/exchange-2007-high-availability\/$/);
  const parts = page.locator('ol.series > li');
  await expect(parts).toHaveCount(5);
  const announced = parts.filter({ hasText: 'In preparation' });
  await expect(announced).toHaveCount(2);
  await expect(announced.getByRole('link')).toHaveCount(0);
  await parts.nth(2).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${article}$`));
});

test('An article says where it stands in its series, above and below, and what it is filed under', async ({
  page,
}) => {
  await page.goto(article);
  await expect(page.locator('.article-head')).toContainText('Part 3 of 5');
  await expect(page.locator('.article-head')).toContainText('Applies to Exchange Server 2007');
  const foot = page.locator('.article-foot');
  await expect(foot.locator('[aria-current="page"]')).toContainText('You are reading this part');
  await expect(foot).toContainText('Last changed');
  const onward = page.getByRole('navigation', { name: 'Before and after' });
  await expect(onward.locator('[rel="prev"]')).toBeVisible();
  await expect(onward).toContainText('Next part, in preparation: Cluster continuous replication');
  await foot.getByRole('link', { name: 'SCC', exact: true }).click();
  await expect(page).toHaveURL(/\/tags\/scc\/$/);
  await page.goto(article);
  await foot.getByRole('link', { name: 'Exchange Server', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posts in Exchange Server');
});

test('The archive has every post by year, every tag and every category', async ({ page }) => {
  await page.goto('/archive/');
  const years = page.locator('.year');
  await expect(years.getByRole('heading').first()).toHaveText(/^\d{4}$/);
  await expect(years.getByRole('link', { name: /^Single copy clusters/ })).toBeVisible();
  for (const name of ['Tags', 'Categories']) {
    const links = page.getByRole('region', { name }).getByRole('link');
    expect(await links.count(), name).toBeGreaterThan(0);
  }
});

test('An article has a twin in Markdown and a picture to share @desktop', async ({ page }) => {
  await page.goto(article);
  const twin = await page.locator('link[type="text/markdown"]').getAttribute('href');
  const text = await (await page.request.get(new URL(twin ?? '', page.url()).href)).text();
  expect(text).toMatch(/^---\ntitle: /);
  expect(text).toContain('> **Simulation.**');
  expect(text).toMatch(/\[\^kb309186\]:/);
  const picture = await page.request.get(`${article}share.png`);
  expect(picture.headers()['content-type']).toBe('image/png');
});

test('Structured data names article, series and the way there @desktop', async ({ page }) => {
  await page.goto(article);
  const data = JSON.parse(await page.locator('[type="application/ld+json"]').innerText()) as {
    '@graph': { '@type': string; url?: string; isPartOf?: { url: string } }[];
  };
  const [post, way] = data['@graph'];
  expect(post?.['@type']).toBe('BlogPosting');
  expect(way?.['@type']).toBe('BreadcrumbList');
  const series = new URL(post?.isPartOf?.url ?? '', page.url());
  expect(series.pathname).toMatch(/\/series\/exchange-2007-high-availability\/$/);
  expect(new URL(post?.url ?? '', page.url()).href).toBe(page.url());
});
