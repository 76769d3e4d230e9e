import { Expected } from '../support/expected.ts';
import { FIRST, openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const plug = 'power-off NODE1';
const expected = Expected.of(FIRST, plug);

test('Who asked for less motion steps through the phases, and nothing plays', async ({ page }) => {
  const instrument = await openInstrument(page);
  await instrument.sentence(plug).click();
  await instrument.expectState({ playing: false, service: 'down', phase: 'fault' });

  const phases = expected.telling.chronicle.phases.filter(({ value }) => value !== 'rest');
  for (const { value, from } of phases.slice(1)) {
    await instrument.button('Next phase ›').click();
    await instrument.expectState({ playing: false, phase: value, instant: from });
  }
  await instrument.expectState({ phase: 'done', service: 'online', owner: 'NODE2' });
});

test('Nothing is animated for who asked for less motion', async ({ page }) => {
  const instrument = await openInstrument(page);
  await instrument.sentence(plug).click();
  await instrument.expectState({ service: 'down' });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
