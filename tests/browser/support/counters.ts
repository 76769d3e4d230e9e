import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** How many frames and timers the page has asked for since it was opened. */
    asked: { frames: number; timers: number };
    /** How many changes of the document each painted frame came to. */
    changes: number[];
    /** What the status region has said, and when. */
    announced: { text: string; at: number }[];
  }
}

/** Counts what the page asks of the browser's clock; to be called before the page is opened. */
export async function countRequestsForTime(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.asked = { frames: 0, timers: 0 };
    const requestAnimationFrame = window.requestAnimationFrame.bind(window);
    const setTimeout = window.setTimeout.bind(window);
    const setInterval = window.setInterval.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.asked.frames += 1;
      return requestAnimationFrame(callback);
    };
    const counted = <Timer extends typeof setTimeout | typeof setInterval>(timer: Timer): Timer =>
      ((...parameters: Parameters<Timer>) => {
        window.asked.timers += 1;
        return (timer as (...all: unknown[]) => unknown)(...parameters);
      }) as Timer;
    window.setTimeout = counted(setTimeout);
    window.setInterval = counted(setInterval);
  });
}

/** What the page asks for in two seconds: frames, timers, addresses, and animations that run. */
export async function askedInTwoSeconds(page: Page): Promise<object> {
  const addresses: string[] = [];
  const note = (request: { url(): string }): void => void addresses.push(request.url());
  page.on('request', note);
  const asked = await page.evaluate(async () => {
    const before = { ...window.asked };
    // The test's own timer is the one that is taken off again.
    await new Promise((resolve) => void setTimeout(resolve, 2_000));
    return {
      frames: window.asked.frames - before.frames,
      timers: window.asked.timers - before.timers - 1,
      animations: document.getAnimations().length,
    };
  });
  page.off('request', note);
  return { ...asked, addresses };
}

/** Expected of a page that is at rest. */
export const NOTHING = { frames: 0, timers: 0, animations: 0, addresses: [] };

/** Counts the changes of a part of the document, frame by frame, from now on. */
export async function countChanges(page: Page, selector: string): Promise<void> {
  await page.evaluate((watched) => {
    window.changes = [];
    let changes = 0;
    const element = document.querySelector(watched);
    if (!element) throw new Error(`there is no ${watched}`);
    const everything = { attributes: true, characterData: true, childList: true, subtree: true };
    new MutationObserver((records) => {
      changes += records.reduce(
        (sum, { addedNodes, removedNodes }) =>
          sum + Math.max(1, addedNodes.length + removedNodes.length),
        0,
      );
    }).observe(element, everything);
    const frame = (): void => {
      if (changes > 0) window.changes.push(changes);
      changes = 0;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, selector);
}

/** Writes down whatever the status region of a simulation says from now on. */
export async function listen(page: Page, simulation: string): Promise<void> {
  await page.evaluate((id) => {
    window.announced = [];
    const region = document.querySelector(`[data-simulation="${id}"] [role="status"]`);
    if (!region) throw new Error('there is no status region');
    new MutationObserver(() => {
      const text = region.textContent ?? '';
      if (text) window.announced.push({ text, at: performance.now() });
    }).observe(region, { characterData: true, childList: true, subtree: true });
  }, simulation);
}
