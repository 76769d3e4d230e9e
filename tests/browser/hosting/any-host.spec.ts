// The built site, copied unchanged, on every kind of host and under a path.
import type { Page } from '@playwright/test';
import { ARTICLE, Instrument } from '../support/instrument.ts';
import { expect, test } from './support/site.ts';
import type { Way } from './support/site.ts';

const ways: readonly Way[] = [
  { server: 'ours', path: '/' },
  { server: 'ours', path: '/a/b/' },
  { server: 'python', path: '/' },
  { server: 'python', path: '/a/b/' },
  { server: 'nginx', path: '/' },
  { server: 'nginx', path: '/a/b/' },
];

/** Every word of the browser, also the friendly ones, and every address it asked for. */
function listenTo(page: Page): { readonly words: string[]; readonly asked: string[] } {
  const words: string[] = [];
  const asked: string[] = [];
  page.context().on('console', (message) => words.push(message.text()));
  page.context().on('request', (request) => asked.push(request.url()));
  return { words, asked };
}

for (const way of ways) {
  test.describe(`on ${way.server} at ${way.path} @desktop`, () => {
    test.use({ way });

    test('an article loads, its cluster fails over, and nothing is asked for elsewhere', async ({
      page,
      site,
    }) => {
      const { words, asked } = listenTo(page);
      await page.goto('./');
      await page.getByRole('main').locator(`a[href$="${ARTICLE}"]`).first().click();
      await expect(page).toHaveURL(site.address + ARTICLE);

      const instrument = new Instrument(page);
      await instrument.ready();
      await instrument.setSpeed(30);
      await instrument.sentence('power-off NODE1').first().click();
      await instrument.expectState({ service: 'online', owner: 'NODE2' });

      const face = await page.evaluate(async () => {
        await document.fonts.ready;
        return document.fonts.check('400 16px "Source Serif 4"', 'a');
      });
      expect(face, 'the body face is loaded').toBe(true);
      expect(asked.filter((address) => !address.startsWith(site.address))).toEqual([]);
      expect(words).toEqual([]);
    });

    test('the search finds a section and leads there', async ({ page, site }) => {
      await page.goto(ARTICLE);
      await page.getByRole('button', { name: 'Search' }).click();
      const dialog = page.getByRole('dialog', { name: 'Search' });
      await dialog.getByRole('searchbox').fill('where seconds went');
      const best = dialog.getByRole('link').first();
      await expect(best).toContainText('Where the seconds went');
      await best.click();
      await expect(page).toHaveURL(`${site.address}${ARTICLE}#where-the-seconds-went`);
      await expect(dialog).toBeHidden();
    });

    test.describe('for a missing address', () => {
      // The browser complains about the page itself, and about folders that are not the site's root.
      test.use({ allowedComplaints: [/404|request off the site: .*search\.json/] });

      test('there is a page that leads home, at any depth', async ({ page, site }) => {
        const answer = await page.goto('articles/nothing/here/');
        expect(answer?.status()).toBe(404);
        // A server that knows nothing of the site has a page of its own; ours is then a file.
        const known = way.server === 'nginx' || (way.server === 'ours' && way.path === '/');
        if (!known) await page.goto('404.html');
        const home = page.getByRole('link', { name: /start page/i });
        await expect(home).toHaveAttribute('href', new URL(site.address).pathname);
        await home.click();
        await expect(page).toHaveURL(site.address);
      });
    });
  });
}

test('without JavaScript the page for missing addresses leads to the root of the host @desktop', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.address}articles/nothing/here/`);
  const home = page.getByRole('link', { name: /start page/i });
  await expect(home).toHaveAttribute('href', '/');
  await page.context().close();
});
