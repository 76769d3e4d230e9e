import { Expected } from '../support/expected.ts';
import { ARTICLE, FIRST, Instrument } from '../support/instrument.ts';
import { holdScripts } from '../support/hold-scripts.ts';
import { expect, test } from '../support/test.ts';

const plug = 'power-off NODE1';

test('A press before the simulation lives is remembered and carried out', async ({ page }) => {
  const letThrough = await holdScripts(page);
  await page.goto(ARTICLE);
  const instrument = new Instrument(page);
  await page.getByText('pull the plug on NODE1').click();
  await expect(instrument.sentence(plug)).toHaveAttribute('aria-busy', 'true');
  await instrument.expectState({ ready: false, phase: 'rest' });

  letThrough();
  await instrument.expectState({ ready: true, service: 'down', playing: true });
  await expect(instrument.sentence(plug)).not.toHaveAttribute('aria-busy', 'true');
  await expect(instrument.sentence(plug)).toHaveRole('button');
});

test('A press for a simulation far down the page brings it to life', async ({ page }) => {
  await page.goto(ARTICLE);
  const far = new Instrument(page, 'scc-storage');
  await far.expectState({ ready: false });
  await far.sentence('fail array').evaluate((link: HTMLElement) => link.click());
  await far.expectState({ ready: true, service: 'down' });
});

test('Where no script ever comes, the press leads to the story on paper', async ({ page }) => {
  await page.clock.install();
  await holdScripts(page);
  await page.goto(ARTICLE);
  await page.getByText('pull the plug on NODE1').click();
  const story = page.locator(`#${FIRST}-story`);
  await page.clock.runFor(7_000);
  await expect(story).toBeHidden();

  await page.clock.runFor(2_000);
  await expect(story).toBeVisible();
  await expect(story).toBeInViewport();
  const verdict = Expected.of(FIRST, plug).sentence('node-declared-down');
  await expect(story).toContainText(verdict.text);
});
