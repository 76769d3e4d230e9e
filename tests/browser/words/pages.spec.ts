import { PARAMETER_NAMES, REGISTER } from '#model/register';
import { readGlossary } from '#authoring';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

const pages = ['glossary/', 'parameters/', 'authors/', 'accessibility/'];

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible in ${colorScheme} colours and fits the window`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expectAccessible(page);
      const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(spill).toBeLessThanOrEqual(0);
    });
  }

  test(`${path} can be read where 320 px are left`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(spill).toBeLessThanOrEqual(0);
  });
}

test('Every term of the glossary has its place, and leads only to places that are there', async ({
  page,
}) => {
  await page.goto('glossary/');
  const ids = await page.locator('.entry').evaluateAll((entries) => entries.map(({ id }) => id));
  expect(ids).toEqual(readGlossary().terms.map(({ slug }) => slug));
  const lost = await page.locator('main a[href^="#"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const { hash } = link as HTMLAnchorElement;
      return document.getElementById(hash.slice(1)) ? [] : [hash];
    }),
  );
  expect(lost).toEqual([]);
});

test('Every number of the register has its row, with name, value and basis', async ({ page }) => {
  await page.goto('parameters/');
  const rows = page.locator('.number');
  await expect(rows).toHaveCount(PARAMETER_NAMES.length);
  for (const name of PARAMETER_NAMES) {
    const row = page.locator(`[id="${name}"]`);
    await expect(row).toContainText(REGISTER[name].label);
    await expect(row).toContainText(REGISTER[name].confidence);
    await expect(row).toContainText(REGISTER[name].note);
  }
  const row = page.locator('#heartbeatPeriod');
  await expect(row.locator('.value')).toHaveText('1.2 s');
  await expect(row.locator('.name')).toHaveText('heartbeatPeriod 200 ms to 10 s');
});

test('A row says which scenarios change the number, and where they are shown', async ({ page }) => {
  await page.goto('parameters/#restartThreshold');
  const change = page.locator('#restartThreshold .change').first();
  await expect(change).toContainText('0 in the scenario one-server, shown in');
  await change.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/articles\/high-availability-fundamentals\/#one-server$/);
});

test('A number in an article leads to its row', async ({ page }) => {
  await page.goto('articles/single-copy-clusters/');
  await page.locator('a.parameter').first().click();
  await expect(page).toHaveURL(/\/parameters\/#heartbeatPeriod$/);
  await expect(page.locator('#heartbeatPeriod')).toBeInViewport();
});
