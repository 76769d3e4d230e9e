import type { Locator, Page } from '@playwright/test';
import { readGlossary, findTerm } from '#authoring';
import { expectAccessible } from '../support/accessibility.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/test.ts';

const PAGE = 'authors/#component-Term';

const explanation = findTerm(readGlossary().terms, 'quorum disk')?.tip ?? '';

/** The first use of the term, with other words; the second is the term itself. */
function termsOn(page: Page): { disk: Locator; again: Locator; quorum: Locator; tip: Locator } {
  return {
    disk: page.getByRole('link', { name: 'this one disk' }),
    again: page.getByRole('link', { name: 'quorum disk', exact: true }),
    quorum: page.getByRole('link', { name: 'quorum', exact: true }),
    tip: page.getByRole('tooltip'),
  };
}

test.beforeEach(async ({ page }) => {
  await page.goto(PAGE);
});

test('Pointing at a term shows its tip, which stays while the pointer is on it @desktop', async ({
  page,
}) => {
  await page.clock.install();
  await page.reload();
  const { disk, tip } = termsOn(page);
  await expect(tip).toBeHidden();
  await disk.hover();
  await expect(tip).toHaveText(explanation);
  await expect(disk).toHaveAccessibleDescription(explanation);
  await tip.hover();
  await expect(tip).toBeVisible();
  // Longer than the tip waits for a pointer that crosses over to it.
  await page.clock.fastForward(2_000);
  await expect(tip).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
  await expect(disk).not.toHaveAttribute('aria-describedby');
});

test('Escape closes the tip without moving pointer or focus @desktop', async ({ page }) => {
  const { disk, tip } = termsOn(page);
  await disk.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await disk.focus();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(disk).toBeFocused();
});

test('A tip comes and goes with the focus, and Enter leads to the glossary @desktop', async ({
  page,
}) => {
  const { disk, quorum, again, tip } = termsOn(page);
  await tabTo(page, disk);
  await expect(tip).toHaveText(explanation);
  await page.mouse.move(5, 5);
  await expect(tip).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(quorum).toBeFocused();
  await expect(tip).not.toHaveText(explanation);
  await page.keyboard.press('Tab');
  await expect(again).toBeFocused();
  await expect(tip).toHaveText(explanation);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#quorum-disk$/);
  await expect(page.locator('#quorum-disk')).toBeInViewport();
});

test('The first tap on a term shows its tip, the second leads to the glossary @phone', async ({
  page,
}) => {
  const { disk, tip } = termsOn(page);
  await disk.tap();
  await expect(tip).toHaveText(explanation);
  await expect(page).toHaveURL(/\/authors\//);
  await page.locator('h1').tap();
  await expect(tip).toBeHidden();
  await disk.tap();
  await expect(tip).toBeVisible();
  await disk.tap();
  await expect(page).toHaveURL(/\/glossary\/#quorum-disk$/);
});

test('A tip moves nothing, lies within the window and is accessible', async ({ page }) => {
  const { disk, tip } = termsOn(page);
  const places = () =>
    page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      width: document.documentElement.scrollWidth,
      tops: [...document.querySelectorAll('main p, main dl, main h2')].map(
        (element) => element.getBoundingClientRect().top + scrollY,
      ),
    }));
  await disk.scrollIntoViewIfNeeded();
  const before = await places();
  await disk.focus();
  await expect(tip).toBeVisible();
  expect(await places()).toEqual(before);
  const box = await tip.boundingBox();
  const window = page.viewportSize();
  if (!box || !window) throw new Error('there is nothing to measure');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(window.width);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(window.height);
  await expectAccessible(page);
});

test('In forced colours a tip keeps its edge @desktop', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { disk, tip } = termsOn(page);
  await disk.focus();
  const [edge, ground] = await tip.evaluate((element) => {
    const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(element);
    return [borderTopWidth === '0px' ? '' : borderTopColor, backgroundColor];
  });
  expect(edge).not.toBe('');
  expect(edge).not.toBe(ground);
});

test('Tips are loaded once, when somebody wants one @desktop', async ({ page }) => {
  const { disk, quorum, tip } = termsOn(page);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('tips.json')) requests.push(request.url());
  });
  await page.mouse.move(5, 5);
  expect(requests).toEqual([]);
  await disk.hover();
  await expect(tip).toBeVisible();
  await quorum.hover();
  await expect(tip).not.toHaveText(explanation);
  expect(requests).toHaveLength(1);
});

test.describe('Where tips do not come', () => {
  test.use({ allowedComplaints: [/tips\.json/] });

  test('a tap leads to the glossary at once @phone', async ({ page }) => {
    await page.route('**/tips.json', (route) => route.abort());
    await termsOn(page).disk.tap();
    await expect(page).toHaveURL(/\/glossary\/#quorum-disk$/);
  });
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link to the glossary', async ({ page }) => {
    await termsOn(page).disk.click();
    await expect(page).toHaveURL(/\/glossary\/#quorum-disk$/);
  });
});
