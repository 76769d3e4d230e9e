import { Expected } from '../support/expected.ts';
import { ARTICLE, FIRST, Instrument, openInstrument } from '../support/instrument.ts';
import { dragTime } from '../support/time-line.ts';
import { expect, test } from '../support/test.ts';

const plug = 'power-off NODE1';
const expected = Expected.of(FIRST, plug);

test('A press in the first paragraph takes mail down and NODE2 brings it back @desktop', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const instrument = new Instrument(page);
  await instrument.expectState({ service: 'online', owner: 'NODE1', phase: 'rest' });

  await page.getByText('pull the plug on NODE1').click();
  await instrument.expectState({ playing: true, service: 'down', owner: 'NODE1' });
  await expect(instrument.cabinet('NODE1')).toContainText('powered off');
  await instrument.setSpeed(30);

  await instrument.expectPlayedOut();
  await instrument.expectState({ service: 'online', owner: 'NODE2', instant: expected.end });
  await expect(instrument.cabinet('NODE2')).toContainText('active');
  await expect(instrument.cabinet('NODE2')).toContainText('mounted');
  await expect(instrument.cabinet('NODE1')).toContainText('powered off');
});

test('The reading in the sentence follows the run @desktop', async ({ page }) => {
  const instrument = await openInstrument(page);
  const reading = page.locator('output[data-reading="outage"]').first();
  await expect(reading).toHaveText(expected.reading('outage'));

  await instrument.sentence(plug).click();
  const expectReading = expect(async () => {
    const now = await instrument.instant();
    expect(await reading.textContent()).toBe(expected.reading('outage', now));
  });
  await instrument.button('Pause').click();
  await instrument.expectState({ playing: false });
  await expectReading.toPass();

  await instrument.button('Next phase ›').click();
  await expectReading.toPass();
});

test('A line of the log tells its reason and the chain back to the reader @desktop', async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  await instrument.setSpeed(30);
  await instrument.sentence(plug).click();

  const verdict = expected.sentence('node-declared-down');
  const entry = instrument.entry(verdict.text);
  await expect(entry).toContainText(verdict.why);

  await instrument.expectPlayedOut();
  const cause = expected.sentence('node-powered-off').text;
  await expect(entry).not.toContainText(cause);
  await instrument.entryButton(verdict.text).click();
  await expect(entry.getByRole('list', { name: 'What led to it' })).toContainText(cause);

  await entry.getByRole('button', { name: 'Go to this moment' }).click();
  await instrument.expectState({ instant: expected.first('node-declared-down').at });
});

test('Dragging time back and acting again goes on from there and keeps the old attempt @desktop', async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  await instrument.setSpeed(30);
  await instrument.sentence(plug).click();
  await instrument.expectPlayedOut();

  const declared = expected.first('node-declared-down').at;
  await dragTime(instrument, declared - 3_000);
  const cursor = await instrument.instant();
  expect(cursor).toBeLessThan(declared);
  await instrument.expectState({ phase: expected.phase(cursor), playing: false });

  await instrument.part('cut private').click();
  const both = Expected.run(
    FIRST,
    { cursor: expected.first('node-powered-off').at - 1, action: plug },
    { cursor, action: 'cut private' },
  );
  await instrument.expectPlayedOut();
  await instrument.expectState({ instant: both.end, owner: 'NODE2' });
  const again = both.sentence('network-cut').text;
  await expect(instrument.log).toContainText(again);
  await expect(instrument.log).toContainText(both.sentence('node-powered-off').text);

  const attempts = instrument.root.getByRole('group', { name: 'Your attempts' });
  await expect(attempts.getByRole('button', { pressed: true })).toHaveText('Attempt 2');
  await attempts.getByRole('button', { name: 'Attempt 1' }).click();
  await expect(instrument.log).not.toContainText(again);
  await attempts.getByRole('button', { name: 'Attempt 2' }).click();
  await expect(instrument.log).toContainText(again);
});
