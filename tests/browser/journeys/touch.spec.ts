import { Expected } from '../support/expected.ts';
import { ARTICLE, FIRST, Instrument, openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';
import { spotOf } from '../support/time-line.ts';

const plug = 'power-off NODE1';
const expected = Expected.of(FIRST, plug);

test('A tap in the sentence starts the failover, and the sentence stays in sight @phone', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const instrument = new Instrument(page);
  await page.getByText('pull the plug on NODE1').tap();
  await instrument.expectState({ service: 'down', playing: true });
  await expect(instrument.sentence(plug)).toBeInViewport();
  await instrument.setSpeed(30);
  await instrument.expectPlayedOut();
  await instrument.expectState({ service: 'online', owner: 'NODE2', instant: expected.end });
});

test("A tap on NODE1's power switch cuts its power, and another gives it back @phone", async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  await instrument.part(plug).tap();
  await instrument.expectState({ service: 'down' });
  await expect(instrument.cabinet('NODE1')).toContainText('powered off');
  await instrument.part('power-on NODE1').tap();
  await expect(instrument.log).toContainText('You gave NODE1 its power back');
});

test('A tap on the time line goes there @phone', async ({ page }) => {
  const instrument = await openInstrument(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await instrument.sentence(plug).tap();
  const { at } = expected.first('quorum-taken');
  const { x, y } = await spotOf(instrument, at + 1_500);
  await page.touchscreen.tap(x, y);
  await expect.poll(() => instrument.instant()).toBeGreaterThan(at);
  await instrument.expectState({ owner: 'NODE2', service: 'coming-back' });
});
