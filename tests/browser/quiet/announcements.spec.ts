import { listen } from '../support/counters.ts';
import { Expected } from '../support/expected.ts';
import { FIRST, openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

const plug = 'power-off NODE1';
const decisions = Expected.of(FIRST, plug).decisions();

test('Decisions are told politely, not ticks, and at most one in two seconds @desktop', async ({
  page,
}) => {
  const instrument = await openInstrument(page);
  await listen(page, FIRST);
  await expect(instrument.status).toBeEmpty();
  await instrument.setSpeed(10);
  await instrument.sentence(plug).click();
  await instrument.expectPlayedOut();
  await expect(instrument.status).toContainText(decisions.at(-1) ?? '');

  const told = await page.evaluate(() => window.announced);
  expect(told.length).toBeGreaterThan(1);
  for (const { text } of told) {
    const rest = decisions.reduce((left, decision) => left.replace(decision, ''), text);
    expect(rest.trim(), 'what is told and is no decision').toBe('');
  }
  const pauses = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0));
  expect(Math.min(...pauses), 'milliseconds between two messages').toBeGreaterThan(1_900);
});

test('There is one polite region, and the log does not speak @desktop', async ({ page }) => {
  const instrument = await openInstrument(page);
  await expect(instrument.status).toHaveCount(1);
  await expect(page.locator('[aria-live="assertive"], [role="alert"]')).toHaveCount(0);
  await expect(instrument.log.locator('[aria-live="polite"], [role="log"]')).toHaveCount(0);
});

test('A refusal is told, and stands under the picture @desktop', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const instrument = await openInstrument(page);
  await instrument.sentence(plug).click();
  await instrument.expectState({ service: 'down' });
  const move = 'move EXMBX NODE2';
  const cut = Expected.of(FIRST, plug).first('node-powered-off').at;
  const both = [
    { cursor: cut - 1, action: plug },
    { cursor: cut, action: move },
  ];
  const [reason = ''] = Expected.run(FIRST, ...both).refusals();
  expect(reason).not.toBe('');
  await instrument.sentence(move).click();
  await expect(instrument.root.locator('.hint')).toHaveText(reason);
  await expect(instrument.status).toHaveText(reason);
  await instrument.expectState({ owner: 'NODE1', service: 'down' });
});
