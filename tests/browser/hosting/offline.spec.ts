// Reading without a network, and what happens when the site is published anew.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorker } from '#hosting';
import type { BrowserContext, Page } from '@playwright/test';
import { ARTICLE, FIRST, Instrument } from '../support/instrument.ts';
import { ready } from '../support/ready.ts';
import { change, expect, test } from './support/site.ts';

/** Fetching the whole site takes as long as the machine needs. */
const PATIENT = { timeout: 30_000 };
test.describe.configure({ timeout: 120_000 });

/** Waits until a worker keeps the site. */
async function kept(page: Page): Promise<void> {
  const active = (): Promise<string | undefined> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
  await expect.poll(active, PATIENT).toBe('activated');
}

/** Publishes the site anew: another word on the home page, and every script under another name. */
function publishAnew(folder: string): void {
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:html|js)$/.test(name),
  );
  for (const file of files) {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = scripts.reduce(
      (text, name) => text.replaceAll(name, name.replace('.js', 'new.js')),
      before,
    );
    writeFileSync(join(folder, file), after);
  }
  for (const name of scripts) {
    const path = join(folder, 'assets', name);
    renameSync(path, path.replace('.js', 'new.js'));
  }
  change(folder, 'index.html', (html) => html.replace('Break it first.', 'Published anew.'));
}

/** Waits until a new deployment is there, whole, beside the old one. */
async function newOneWaits(page: Page): Promise<void> {
  const waiting = (): Promise<string | undefined> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
  await expect.poll(waiting, PATIENT).toBe('installed');
}

/** A page of the same host that no worker governs, from which to watch one take over. */
async function pageOutside(context: BrowserContext, site: string): Promise<Page> {
  const address = new URL('/outside', site).href;
  await context.route(address, (route) => route.fulfill({ body: '' }));
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

for (const path of ['/', '/a/b/']) {
  test.describe(`at ${path} @desktop`, () => {
    test.use({
      way: { server: 'ours', path },
      allowedComplaints: [/ERR_CONNECTION_(?:REFUSED|RESET)/],
    });

    test('after one visit the series works without a network, simulations and search included', async ({
      page,
      site,
    }) => {
      await page.goto('./');
      await kept(page);
      await site.stop();

      await page.goto(ARTICLE);
      const instrument = new Instrument(page);
      await instrument.ready();
      await instrument.setSpeed(30);
      await instrument.sentence('power-off NODE1').first().click();
      await instrument.expectState({ service: 'online', owner: 'NODE2' });
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('quorum');
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
      expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"', 'a'))).toBe(
        true,
      );
    });
  });
}

test.describe('a new deployment @desktop', () => {
  test.use({
    way: { server: 'ours', path: '/a/b/' },
    allowedComplaints: [/ERR_CONNECTION_(?:REFUSED|RESET)|request off the site: .*outside$/],
  });

  test('is seen at once, and taken over whole when the old pages are closed', async ({
    page,
    context,
    site,
  }) => {
    await page.goto('./');
    await kept(page);
    const [old] = await cacheNames(page);
    const reading = await context.newPage();
    await reading.goto(ARTICLE);

    publishAnew(site.folder);
    writeWorker(site.folder);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Published anew.');
    await newOneWaits(page);

    // The page that is still open needs a script that is no longer on the server.
    await reading.getByRole('button', { name: 'Search' }).click();
    await expect(reading.getByRole('dialog', { name: 'Search' })).toBeVisible();

    const outside = await pageOutside(context, site.address);
    await reading.close();
    await page.close();
    await expect.poll(() => cacheNames(outside), PATIENT).toHaveLength(1);
    expect(await cacheNames(outside)).not.toContain(old);

    await site.stop();
    const next = await context.newPage();
    await next.goto('./');
    await expect(next.getByRole('heading', { level: 1 })).toContainText('Published anew.');
    await next.goto(ARTICLE);
    await ready(next, FIRST);
  });

  test('that was published by halves is not kept', async ({ page, site }) => {
    await page.goto('./');
    await kept(page);
    const before = await cacheNames(page);
    publishAnew(site.folder);
    writeWorker(site.folder);
    // The home page on the server is not the one the new worker was made for.
    change(site.folder, 'index.html', (html) => html.replace('Published anew.', 'By halves.'));
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const updated = new Promise<string>((resolve) => {
        registration.addEventListener('updatefound', () => {
          const worker = registration.installing;
          worker?.addEventListener('statechange', () => resolve(worker.state));
        });
      });
      await registration.update().catch(() => undefined);
      return updated;
    });
    expect(end).toBe('redundant');
    expect(await cacheNames(page)).toEqual(before);
    await site.stop();
    await page.goto(ARTICLE);
    await ready(page, FIRST);
  });
});
