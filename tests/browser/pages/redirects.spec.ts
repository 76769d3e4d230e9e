import { redirects } from '#site';
import { expect, test } from '../support/test.ts';
import { moved } from './support/site.ts';

test('Every address that has moved has a page, and no other page leads away @desktop', () => {
  expect([...moved].sort()).toEqual(redirects().map(({ from }) => from));
});

for (const { from, to } of redirects()) {
  test(`${from} leads to ${to} @desktop`, async ({ page }) => {
    await page.goto(from);
    await page.waitForURL((url) => url.pathname.endsWith(to));
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('This page has moved');
  });
}

test.describe('in a browser that does not follow', () => {
  test.use({ javaScriptEnabled: false });

  test('the page itself has a link @desktop', async ({ page }) => {
    const response = await page.request.get('/tag/scc/');
    // Without its instruction to the browser, the page stays to be looked at.
    const html = (await response.text()).replace(/<meta[^>]*http-equiv="?refresh[^>]*>/i, '');
    await page.route('/tag/scc/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto('/tag/scc/');
    await page.getByRole('link', { name: 'Go to its new address' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posts tagged SCC');
  });
});
