import { Expected } from '../support/expected.ts';
import { FIRST, openInstrument } from '../support/instrument.ts';
import { expectAllVisible, tabTo, walk } from '../support/keyboard.ts';
import { expect, test } from '../support/test.ts';

const plug = 'power-off NODE1';
const expected = Expected.of(FIRST, plug);

test('The whole failover can be caused, followed and undone by keyboard alone @desktop', async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  const { keyboard } = page;
  await tabTo(page, instrument.sentence(plug));
  await keyboard.press('Enter');
  await instrument.expectState({ playing: true, service: 'down' });
  await expect(instrument.sentence(plug)).toBeFocused();

  await tabTo(page, instrument.root.locator('.play'));
  await keyboard.press('Enter');
  await instrument.expectState({ playing: false });

  await tabTo(page, instrument.button('Next phase ›'));
  const before = await instrument.instant();
  await keyboard.press('Enter');
  await expect.poll(() => instrument.instant()).toBeGreaterThan(before);
  const after = await instrument.instant();
  await instrument.expectState({ phase: expected.phase(after) });
  await tabTo(page, instrument.button('‹ Back'), 'Shift+Tab');
  await keyboard.press('Space');
  await expect.poll(() => instrument.instant()).toBeLessThan(after);

  await tabTo(page, instrument.button('Undo'));
  await keyboard.press('Enter');
  await instrument.expectState({ service: 'online', owner: 'NODE1' });
});

test('The time line obeys arrows, Home and End and says where it stands @desktop', async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await instrument.sentence(plug).press('Enter');
  await tabTo(page, instrument.slider);

  await page.keyboard.press('End');
  await instrument.expectState({ phase: 'done', owner: 'NODE2', instant: expected.end });
  await expect(instrument.slider).toHaveAttribute('aria-valuetext', /Steady again, mail online/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => instrument.instant()).toBeLessThan(expected.end);
  await page.keyboard.press('Home');
  await instrument.expectState({ phase: 'rest', service: 'online', owner: 'NODE1' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(instrument.slider).not.toBeFocused();
});

test('Log and list of actions open and act by keyboard @desktop', async ({ page }) => {
  const instrument = await openInstrument(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await tabTo(page, instrument.part(plug));
  await page.keyboard.press('Space');
  await instrument.expectState({ service: 'down', phase: 'fault' });

  const cut = expected.sentence('node-powered-off').text;
  await tabTo(page, instrument.entryButton(cut));
  await page.keyboard.press('Enter');
  await expect(instrument.entryButton(cut)).toHaveAttribute('aria-expanded', 'true');

  await tabTo(page, instrument.root.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, instrument.button('Cut the private network').last());
  await page.keyboard.press('Enter');
  await expect(instrument.log).toContainText('You cut the private network');
});

test('Tab goes through the whole article, and the focus is always to be seen @desktop', async ({
  page,
}) => {
  // Without it the page would still be on its way to where the focus is.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openInstrument(page);
  const stops = await walk(page);
  expect(stops.length).toBeGreaterThan(60);
  expectAllVisible(stops);
});
