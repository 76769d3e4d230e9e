import type { Page } from '@playwright/test';

/** Holds the scripts of simulations back; the function returned lets them through. */
export async function holdScripts(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/SimulationIsland*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}
