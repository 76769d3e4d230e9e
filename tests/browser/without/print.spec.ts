import { FIRST, openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test('On paper stories stand where controls were @desktop', async ({ page }) => {
  const instrument = await openInstrument(page);
  const story = page.locator(`#${FIRST}-story`);
  await expect(story).toBeHidden();

  await page.emulateMedia({ media: 'print' });
  await expect(story).toBeVisible();
  await expect(story.locator('.stage')).toHaveCount(3);
  await expect(story.getByRole('list', { name: 'Transcript' })).toBeVisible();
  await expect(instrument.root.locator('.desk')).toBeHidden();
  await expect(instrument.root.locator('.time-line')).toBeHidden();
  await expect(page.locator('.story').filter({ visible: false })).toHaveCount(0);
});
