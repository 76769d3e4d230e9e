import { defineConfig } from '@playwright/test';
import { findChromium } from './src/cli/setup/chromium.ts';

const port = Number(process.env['SITE_PORT'] ?? 4329);
const chromium = findChromium();

/**
 * Browser tests run on the built site, served by our own server, in a desktop window and on a phone.
 * A test tagged `@desktop` or `@phone` runs only there.
 */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  // Playwright would use half of the processors; its tests mostly wait.
  workers: '100%',
  // For busy machines: nothing waits this long where there is time to breathe.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    // Pictures of the page after every key and press would cost more than the tests themselves.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    // Every test starts with nothing kept; those about reading offline ask for the worker.
    serviceWorkers: 'block',
    launchOptions: {
      ...(chromium.type === 'found' ? { executablePath: chromium.path } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `node src/cli/serve.ts ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
