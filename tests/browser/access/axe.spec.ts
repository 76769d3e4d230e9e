import { expectAccessible } from '../support/accessibility.ts';
import { ARTICLE, FIRST, openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of ['light', 'dark'] as const) {
  test.describe(`In the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('the home page is accessible', async ({ page }) => {
      await page.goto('.');
      await expectAccessible(page);
    });

    test('an article is accessible at rest', async ({ page }) => {
      await openInstrument(page);
      await expectAccessible(page);
    });

    test('an article is accessible in the middle of a run', async ({ page }) => {
      const instrument = await openInstrument(page);
      await instrument.sentence('power-off NODE1').click();
      for (let step = 0; step < 5; step += 1) await instrument.button('Next phase ›').click();
      await instrument.root.locator('summary').click();
      await instrument.log.locator('.log-text').first().click();
      await expectAccessible(page, `#${FIRST}`);
    });

    test('a story on paper is accessible', async ({ page }) => {
      await page.goto(`${ARTICLE}#${FIRST}-story`);
      await expect(page.locator(`#${FIRST}-story`)).toBeVisible();
      await expectAccessible(page, `#${FIRST}-story`);
    });
  });
}

test.describe('A page that does not exist', () => {
  test.use({ allowedComplaints: [/404/] });
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('no/such/page/');
      await expectAccessible(page);
    });
  }
});
