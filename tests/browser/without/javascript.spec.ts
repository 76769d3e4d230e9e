import { Expected } from '../support/expected.ts';
import { ARTICLE, FIRST, Instrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

const plug = 'power-off NODE1';
const expected = Expected.of(FIRST, plug);

test('Without JavaScript the first frame, three pictures and the transcript are there', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const instrument = new Instrument(page);
  await expect(instrument.stage.first()).toBeVisible();
  await expect(instrument.root).toContainText('Online');

  const story = page.locator(`#${FIRST}-story`);
  await expect(story.locator('.stage')).toHaveCount(3);
  for (const picture of await story.locator('.stage').all()) await expect(picture).toBeVisible();
  const transcript = story.getByRole('list', { name: 'Transcript' });
  await expect(transcript).toContainText(expected.sentence('node-declared-down').why);
});

test('Without JavaScript sentences lead to a story and readings have values', async ({ page }) => {
  await page.goto(ARTICLE);
  for (const link of await page.locator('a[data-do]').all()) {
    const target = await link.getAttribute('href');
    await expect(page.locator(target ?? ''), target ?? '').toBeVisible();
  }
  await page.getByText('pull the plug on NODE1').click();
  await expect(page.locator(`#${FIRST}-story`)).toBeInViewport();
  await expect(page.locator('output[data-reading="outage"]').first()).toHaveText(
    expected.reading('outage'),
  );
});

test('Without JavaScript nothing on the page can be pressed in vain', async ({ page }) => {
  await page.goto(ARTICLE);
  const controls = page.locator('button:enabled, input:enabled, select:enabled');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  for (const part of ['.desk', '.time-line', '.log', '.hint']) {
    await expect(page.locator(`.simulation ${part}`).filter({ visible: true })).toHaveCount(0);
  }
});
