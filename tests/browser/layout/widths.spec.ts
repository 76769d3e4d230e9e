import { openInstrument } from '../support/instrument.ts';
import type { Instrument } from '../support/instrument.ts';
import { expectNothingCut, expectReadable, expectTargets } from '../support/layout.ts';
import { test } from '../support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const leastTarget = { desktop: 24, phone: 44 };

/** From rest through a failover to an array that is lost and a network that is cut. */
const moments: readonly ((instrument: Instrument) => Promise<void>)[] = [
  async () => undefined,
  async (instrument) => {
    await instrument.sentence('power-off NODE1').click();
    await instrument.expectState({ service: 'down' });
  },
  async (instrument) => {
    while ((await instrument.root.getAttribute('data-phase')) !== 'recovery') {
      await instrument.button('Next phase ›').click();
    }
  },
  async (instrument) => {
    await instrument.slider.press('End');
    await instrument.expectState({ phase: 'done' });
  },
  async (instrument) => {
    for (const action of ['fail array', 'cut public', 'cut private']) {
      await instrument.part(action).press('Enter');
    }
    await instrument.expectState({ service: 'down' });
  },
];

for (const width of [320, 390, 768, 1440, 2560]) {
  const where = width < 768 ? '@phone' : '@desktop';
  test(`At ${width} px everything can be read and pressed at every moment ${where}`, async ({
    page,
  }, { project }) => {
    await page.setViewportSize({ width, height: 900 });
    const instrument = await openInstrument(page);
    for (const reach of moments) {
      await reach(instrument);
      await expectReadable(page);
      await expectNothingCut(page);
      await expectTargets(page, project.name === 'phone' ? leastTarget.phone : leastTarget.desktop);
    }
  });
}
