import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';
import { addresses } from './support/site.ts';

for (const address of addresses) {
  for (const theme of ['light', 'dark'] as const) {
    const where = theme === 'dark' ? '@desktop' : '';
    test(`${address} has no fault that axe finds in the ${theme} theme ${where}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(address);
      await expectAccessible(page);
    });
  }

  test(`${address} fits a screen of 320 pixels, as at 400 % zoom @desktop`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  test(`${address} has one heading above all, and leaves out no level @desktop`, async ({
    page,
  }) => {
    await page.goto(address);
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  test(`${address} says what it is to machines @desktop`, async ({ page }) => {
    await page.goto(address);
    await expect(page).toHaveTitle(/Pull the Plug/);
    for (const name of ['description', 'og:title', 'og:type']) {
      const meta = page.locator(`meta[name="${name}"], meta[property="${name}"]`);
      await expect(meta, name).toHaveAttribute('content', /\S/);
    }
    await expect(page.locator('link[type="application/atom+xml"]').first()).toBeAttached();
    // Absolute addresses are for a site that knows its own.
    await expect(page.locator('link[rel="canonical"], meta[property="og:image"]')).toHaveCount(0);
  });

  test(`${address} can be printed @desktop`, async ({ page }) => {
    // A4 less its margins, in CSS pixels.
    await page.setViewportSize({ width: 673, height: 976 });
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.site-header nav, .site-footer nav, .theme').first()).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(673);
  });
}

for (const address of ['/', '/tags/scc/', '/archive/', '/articles/single-copy-clusters/']) {
  test(`${address} can be read in forced colours @desktop`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(address);
    await expectAccessible(page);
    const link = page.locator('main a').first();
    const text = page.locator('main p').first();
    const colourOf = (element: Element): string => getComputedStyle(element).color;
    expect(await link.evaluate(colourOf)).not.toBe(await text.evaluate(colourOf));
  });
}
