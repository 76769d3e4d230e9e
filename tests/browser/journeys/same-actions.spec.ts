import type { Locator } from '@playwright/test';
import type { Instrument } from '../support/instrument.ts';
import { openInstrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

function listOf({ root }: Instrument): Locator {
  return root.locator('.everything');
}

async function actionsIn(place: Locator): Promise<readonly string[]> {
  return place
    .locator('button[data-action]')
    .evaluateAll((buttons) =>
      buttons.map((button) => (button as HTMLElement).dataset['action'] ?? ''),
    );
}

/** What a press has done, as far as a reader can tell. */
async function outcome({ root, log }: Instrument): Promise<readonly (string | null)[]> {
  await expect(log.locator('.log-entry').first()).toBeVisible();
  const names = ['service', 'owner', 'phase', 'instant', 'playing'];
  const says = await Promise.all(names.map((name) => root.getAttribute(`data-${name}`)));
  return [...says, ...(await log.locator('.log-text').allTextContents())];
}

async function outcomeOf(instrument: Instrument, button: Locator): Promise<unknown> {
  await button.click();
  const result = await outcome(instrument);
  await instrument.button('↺ Start over').click();
  await instrument.expectState({ phase: 'rest' });
  return result;
}

test('Whatever can be pressed in the picture does what the same entry of the list does @desktop', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const instrument = await openInstrument(page);
  await instrument.root.locator('summary').click();
  const inPicture = await actionsIn(instrument.stage);
  expect(inPicture.length).toBeGreaterThan(8);
  for (const action of inPicture) {
    const entry = listOf(instrument).locator(`button[data-action="${action}"]`);
    expect(await outcomeOf(instrument, instrument.part(action)), action).toEqual(
      await outcomeOf(instrument, entry),
    );
  }
});

test('The list offers everything that the picture does, also after something broke @desktop', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const instrument = await openInstrument(page);
  await instrument.root.locator('summary').click();
  for (const action of ['power-off NODE1', 'cut public', 'fail array']) {
    const listed = await actionsIn(listOf(instrument));
    expect(new Set(listed).size, 'no action stands twice in the list').toBe(listed.length);
    for (const drawn of await actionsIn(instrument.stage)) expect(listed).toContain(drawn);
    await instrument.part(action).click();
    await expect(instrument.part(action)).toHaveCount(0);
  }
  await expect(listOf(instrument).getByRole('button', { name: 'Power NODE1 on' })).toBeVisible();
});
