import type { Page } from '@playwright/test';
import { ARTICLE, Instrument } from '../support/instrument.ts';
import { expect, test } from '../support/test.ts';

const broken = 'scc-heartbeat';

test.use({ allowedComplaints: [/JSON/] });

/** Spoils what the page hands to one of its simulations. */
async function spoil(page: Page): Promise<void> {
  const handed = `[0,&quot;${broken}&quot;],&quot;scenario&quot;:[0,&quot;`;
  await page.route(`**/${ARTICLE}`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    expect(html).toContain(handed);
    await route.fulfill({ response, body: html.replace(handed, `${handed}spoilt`) });
  });
}

test('A simulation that breaks says so, and the article and the others go on @desktop', async ({
  page,
}) => {
  await spoil(page);
  await page.goto(ARTICLE);
  const figure = page.locator(`figure#${broken}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('alert')).toContainText('This simulation has broken');
  await figure.getByRole('alert').getByRole('link').click();
  await expect(page.locator(`#${broken}-story`)).toBeVisible();

  const healthy = new Instrument(page, 'scc-storage');
  await healthy.ready();
  await healthy.sentence('fail array').click();
  await healthy.expectState({ service: 'down' });
});
