import { NOTHING, askedInTwoSeconds, countRequestsForTime } from '../support/counters.ts';
import { openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

test('Nothing moves and nothing is asked for before a reader acts and after a run @desktop', async ({
  page,
}) => {
  await countRequestsForTime(page);
  const instrument = await openInstrument(page);
  await page.waitForLoadState('networkidle');
  const before = await instrument.root.evaluate((root) => root.outerHTML);
  expect(await askedInTwoSeconds(page)).toEqual(NOTHING);
  expect(await instrument.root.evaluate((root) => root.outerHTML)).toBe(before);

  await instrument.setSpeed(30);
  await instrument.sentence('power-off NODE1').click();
  await instrument.expectPlayedOut();
  // The last announcement may still be due.
  await expect(instrument.status).toContainText('connected');
  expect(await askedInTwoSeconds(page)).toEqual(NOTHING);
});

test('A run that is paused asks for nothing @desktop', async ({ page }) => {
  await countRequestsForTime(page);
  const instrument = await openInstrument(page);
  await instrument.sentence('power-off NODE1').click();
  await instrument.button('Pause').click();
  await instrument.expectState({ playing: false });
  await expect(instrument.status).not.toBeEmpty();
  const instant = await instrument.instant();
  expect(await askedInTwoSeconds(page)).toEqual(NOTHING);
  await instrument.expectState({ instant });
});
