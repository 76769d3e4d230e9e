import { openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

test('With forced colours states still differ, and parts have edges @desktop', async ({
  page,
}, info) => {
  const instrument = await openInstrument(page);
  await instrument.sentence('power-off NODE1').click();
  await instrument.expectState({ service: 'down' });
  await info.attach('forced-colours.png', {
    body: await instrument.root.screenshot(),
    contentType: 'image/png',
  });

  const hidden = await instrument.root.evaluate((root) => {
    const canvas = getComputedStyle(root).backgroundColor;
    const invisible = (colour: string): boolean => colour === canvas || colour === 'none';
    const marks = [
      ...root.querySelectorAll('.glyph path, .connector path, .power path, .marks path'),
    ];
    return marks
      .filter((mark) => mark.getBoundingClientRect().width > 0)
      .map((mark) => getComputedStyle(mark))
      .filter(({ fill, stroke }) => invisible(fill) && invisible(stroke)).length;
  });
  expect(hidden, 'marks in the colour of the ground').toBe(0);
  for (const box of ['.cabinet', '.resource', '.storage', '.play', '.tries button']) {
    const { borderStyle, borderWidth } = await instrument.root
      .locator(box)
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element);
        return { borderStyle: style.borderTopStyle, borderWidth: style.borderTopWidth };
      });
    expect(borderStyle, box).not.toBe('none');
    expect(Number.parseFloat(borderWidth), box).toBeGreaterThan(0);
  }
});

test('With forced colours the focus is still drawn @desktop', async ({ page }) => {
  const instrument = await openInstrument(page);
  const part = instrument.part('power-off NODE1');
  await part.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(part).toBeFocused();
  await expect(part).not.toHaveCSS('outline-style', 'none');
});
