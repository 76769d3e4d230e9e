import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Words as they stand on the screen: what they say, in which part, how large and where. */
interface Words {
  readonly text: string;
  readonly size: number;
  readonly box: { left: number; top: number; right: number; bottom: number };
  /** The frame it must not leave: its simulation, or the page where it is in none. */
  readonly frame: { left: number; right: number };
  readonly inStage: boolean;
}

/** All words of the page that can be seen, line by line. */
async function wordsOn(page: Page): Promise<readonly Words[]> {
  return page.evaluate(() => {
    const words: Words[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const text = (textContent ?? '').trim();
      if (!text || !parentElement || parentElement.closest('.unseen, script, style, option'))
        continue;
      if (!parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      const drawn =
        parentElement instanceof SVGGraphicsElement ? parentElement.getScreenCTM() : null;
      const size = Number.parseFloat(getComputedStyle(parentElement).fontSize) * (drawn?.a ?? 1);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const scrolls = parentElement.closest('.prose :has(> table)');
      const frame = (parentElement.closest('.simulation') ?? document.body).getBoundingClientRect();
      for (const { left, top, right, bottom, width } of range.getClientRects()) {
        // Collapsed white space, and what a reader can scroll to.
        if (width < 1 || scrolls) continue;
        // Fonts claim more than the height of their letters.
        const slack = (bottom - top) / 5;
        words.push({
          text,
          size,
          box: { left, top: top + slack, right, bottom: bottom - slack },
          frame: { left: frame.left, right: frame.right },
          inStage: parentElement.closest('.stage') !== null,
        });
      }
    }
    return words;
  });
}

function meet({ box: one }: Words, { box: other }: Words): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  );
}

function overlapsAmong(words: readonly Words[]): readonly string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => meet(one, other))
      .map((other) => `"${one.text}" overlaps "${other.text}"`),
  );
}

/** Words in the picture that lie under something that is drawn on top of the lines. */
async function coveredWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const covers = [...document.querySelectorAll('.stage :is(.identity, .connector svg)')];
    const words = [...document.querySelectorAll('.stage :not(:has(*)):not(:empty):not(.unseen)')];
    return covers.flatMap((cover) => {
      const { left, right, top, bottom } = cover.getBoundingClientRect();
      return words.flatMap((word) => {
        const box = word.getBoundingClientRect();
        const meet = box.left < right && box.right > left && box.top < bottom && box.bottom > top;
        if (!meet || cover.contains(word)) return [];
        return [`"${word.textContent}" under ${cover.textContent || 'a connector'}`];
      });
    });
  });
}

/** Expects every word to be large enough, inside its frame, and not on top of another. */
export async function expectReadable(page: Page): Promise<void> {
  const words = await wordsOn(page);
  const small = words.filter(({ size }) => size < 11.99).map(({ text, size }) => `${size} ${text}`);
  expect(small, 'words under 12 px').toEqual([]);
  const outside = words
    .filter(({ box, frame }) => box.left < frame.left - 1 || box.right > frame.right + 1)
    .map(({ text }) => text);
  expect(outside, 'words outside their frame').toEqual([]);
  expect(overlapsAmong(words.filter(({ inStage }) => inStage)), 'words on others').toEqual([]);
  expect(await coveredWords(page), 'words under parts').toEqual([]);
}

/** Expects nothing to be cut off: neither the page at its side nor a word in its box. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const boxes =
      '.resource, .resource-name, .cabinet-head, .identity, .disk, .heartbeat-line, .caption,' +
      '.status > div, .lane-name, .simulation button, .log-entry, .story, .clients';
    const found = [...document.querySelectorAll(boxes)]
      .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.className}: ${box.textContent?.trim() ?? ''}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`page ${scrollWidth} in ${clientWidth}`, ...found] : found;
  });
  expect(cut, 'what is cut off').toEqual([]);
}

/** Expects everything that can be pressed in simulations and sentences to be a target large enough. */
export async function expectTargets(page: Page, least: number): Promise<void> {
  const small = await page.evaluate((wanted) => {
    const pressable = '.simulation :is(button, select, summary, input), .do';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      if (!element.checkVisibility()) return [];
      // A label, and an overlay that stretches a button over its place, are pressed as well.
      const stretched = getComputedStyle(element, '::after').position === 'absolute';
      const target =
        element.closest('label') ?? (stretched ? element.offsetParent : null) ?? element;
      const { width, height } = target.getBoundingClientRect();
      const enough = element.matches('.do') ? 24 : wanted;
      if (width >= enough - 0.5 && height >= enough - 0.5) return [];
      return [`${Math.round(width)} × ${Math.round(height)}: ${element.textContent?.trim() ?? ''}`];
    });
  }, least);
  expect(small, `targets under ${least} px`).toEqual([]);
}
