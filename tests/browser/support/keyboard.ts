import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** More presses than an article has places to stop at. */
const MOST_STOPS = 300;

/** Presses Tab, or Shift+Tab to go back, until something has the focus; the mouse is not used. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  const element = await wanted.elementHandle();
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((sought) => document.activeElement === sought, element)) return;
  }
  throw new Error(`${MOST_STOPS} presses of ${key} do not reach ${wanted.toString()}`);
}

/** A place where Tab stops. */
export interface Stop {
  readonly name: string;
  /** Whether the focus is drawn around it, inside the window. */
  readonly visible: boolean;
}

/** What has the focus; null when Tab has left the page. */
async function currentStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const drawn = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    const inside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const name = `${element.tagName.toLowerCase()} ${label.replaceAll(/\s+/g, ' ').trim()}`;
    return { name, visible: drawn && inside && width > 0 && height > 0 };
  });
}

/** Every place where Tab stops, from the top of the page until it leaves the page. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`the focus never leaves the page; last: ${stops.at(-1)?.name ?? ''}`);
}

/** Expects a reader to see where the focus is, wherever it stops. */
export function expectAllVisible(stops: readonly Stop[]): void {
  expect(stops.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual([]);
}
