// The search, by keyboard and by ear.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'articles/single-copy-clusters/';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
const links = (page: Page): Locator => dialogOf(page).getByRole('link');

test('nothing of it is asked for until it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  const ofSearch = (): string[] => asked.filter((url) => /SearchDialog|search\.json/.test(url));
  expect(ofSearch()).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.poll(ofSearch).toHaveLength(2);
});

test('the whole search goes by keyboard @desktop', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press('/');
  const field = dialogOf(page).getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('quorum');
  await expect(links(page).first()).toContainText('Quorum');

  await page.keyboard.press('ArrowDown');
  await expect(links(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#quorum$/);
});

test('Esc closes it, and the focus returns to where it was @desktop', async ({ page }) => {
  await page.goto(ARTICLE);
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('disk');
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test('the number of results is announced', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Search' }).click();
  const status = dialogOf(page).getByRole('status');
  await dialogOf(page).getByRole('searchbox').fill('quorum');
  await expect(status).toHaveText(/^\d+ results/);
  await dialogOf(page).getByRole('searchbox').fill('quorrum');
  await expect(status).toHaveText(/^\d+ results for “quorum”/);
  await dialogOf(page).getByRole('searchbox').fill('zebra');
  await expect(status).toHaveText('Nothing found');
  await dialogOf(page).getByRole('searchbox').fill('');
  await expect(status).toHaveText('');
});

test('terms, numbers and sections are found, each at its own place', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Search' }).click();
  const field = dialogOf(page).getByRole('searchbox');
  const leadsTo = async (query: string, address: RegExp): Promise<void> => {
    await field.fill(query);
    await expect(links(page).first()).toHaveAttribute('href', address);
  };
  await leadsTo('split brain', /\/glossary\/#split-brain$/);
  await leadsTo('regroupDuration', /\/parameters\/#regroupDuration$/);
  await leadsTo('where the seconds went', /single-copy-clusters\/#where-the-seconds-went$/);
  await leadsTo('local continuous replication second copy same box', /replication\/$/);
});

test('the key / can be switched off, and never disturbs typing @desktop', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press('/');
  const field = dialogOf(page).getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(field).toHaveValue('a/b');
  await dialogOf(page).getByRole('checkbox', { name: 'Open with the / key' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toBeHidden();
  await page.reload();
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toBeHidden();
});

test('a result on the page itself is not hidden by the search', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Search' }).click();
  await dialogOf(page).getByRole('searchbox').fill('where the seconds went');
  await links(page).first().click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Where the seconds went' })).toBeInViewport();
});

test('it is accessible, with and without results', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(dialogOf(page)).toBeVisible();
  await expectAccessible(page);
  await dialogOf(page).getByRole('searchbox').fill('quorum');
  await expect(links(page).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe('without its files', () => {
  test.use({ allowedComplaints: [/SearchDialog|ERR_FAILED/] });

  test('the button says what is missing', async ({ page }) => {
    await page.route(/SearchDialog/, (route) => route.abort());
    await page.goto(ARTICLE);
    await page.getByRole('button', { name: 'Search' }).click();
    const words = page.getByText('Search needs the network');
    await expect(words).toBeVisible();
    const { width } = (await words.boundingBox()) ?? { width: 0 };
    expect(width, 'to be read, not only heard').toBeGreaterThan(40);
  });
});
