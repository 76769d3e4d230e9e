import { countChanges } from '../support/counters.ts';
import { openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

/** Drawing the whole instrument again would change far more than a thousand things. */
const MOST_ON_AVERAGE = 25;
const MOST_IN_A_FRAME = 250;

test('A played frame changes only what is different in it @desktop', async ({ page }, info) => {
  // The test lets the time pass, so that a busy machine paints as many frames as an idle one.
  await page.clock.install();
  const instrument = await openInstrument(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await countChanges(page, `[data-simulation="${instrument.id}"]`);
  await instrument.setSpeed(10);
  await instrument.sentence('power-off NODE1').click();
  await page.clock.runFor(10_000);
  await instrument.expectPlayedOut();

  const changes = await page.evaluate(() => window.changes);
  const average = changes.reduce((sum, count) => sum + count, 0) / changes.length;
  const most = Math.max(...changes);
  const figures = `${changes.length} frames, ${average.toFixed(1)} changes on average, ${most} at most`;
  info.annotations.push({ type: 'changes of the document', description: figures });
  process.stdout.write(`Changes of the document while playing: ${figures}.\n`);
  expect(changes.length).toBeGreaterThan(200);
  expect(average, figures).toBeLessThan(MOST_ON_AVERAGE);
  expect(most, figures).toBeLessThan(MOST_IN_A_FRAME);
});
