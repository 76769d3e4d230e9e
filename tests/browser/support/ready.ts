import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Waits until a simulation can be used: brings it into view, since it may wake up only there. */
export async function ready(page: Page, simulation: string): Promise<void> {
  const root = page.locator(`[data-simulation="${simulation}"]`);
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-ready', 'true');
}
