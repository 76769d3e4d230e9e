import { holdScripts } from '../support/hold-scripts.ts';
import { ARTICLE, Instrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

for (const width of [320, 390, 1440]) {
  const where = width < 768 ? '@phone' : '@desktop';
  test(`At ${width} px the lines of a sentence stay when its links become buttons ${where}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const letThrough = await holdScripts(page);
    await page.goto(ARTICLE);
    const instrument = new Instrument(page);
    const { id } = instrument;
    const heights = (element: 'a' | 'button'): Promise<readonly number[]> =>
      page
        .locator(`p:has(${element}[data-do][data-in="${id}"])`)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    const before = await heights('a');
    expect(before.length).toBeGreaterThan(1);
    letThrough();
    await instrument.ready();
    expect(await heights('button')).toEqual(before);
  });
}
