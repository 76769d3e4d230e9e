// What a reader has to download. Figures are exact; kB = 1,000 bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { brotli, gzip, raw, total } from './support/bytes.ts';
import { uprightFonts } from './support/fonts.ts';
import { modulesOf } from './support/modules.ts';
import { articlePages, countElements, upToFirstFrame } from './support/page.ts';

const pages = articlePages();
const figures: string[] = [];

/** Checks a figure against its limit and keeps it for the report. */
function expectAtMost(what: string, measured: number, limit: number): void {
  figures.push(`  ${what.padEnd(44)} ${grouped(measured)} of ${grouped(limit)}`);
  expect(measured, what).toBeLessThanOrEqual(limit);
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB').padStart(8);
}

afterAll(() => {
  const reports = fileURLToPath(new URL('../../reports/', import.meta.url));
  mkdirSync(reports, { recursive: true });
  writeFileSync(`${reports}budgets.txt`, figures.join('\n'));
});

test('there are articles to measure', () => {
  expect(pages, 'articles in dist; build the site first').not.toEqual([]);
});

describe.each(pages)('$address', (page) => {
  const texts = [page.html, ...page.sheets];

  test('the page with its styles', () => {
    figures.push(page.address);
    expectAtMost('page and styles, bytes, brotli', total(texts, brotli), 30_000);
    expectAtMost('page and styles, bytes, gzip', total(texts, gzip), 45_000);
    expectAtMost('page and styles, bytes', total(texts, raw), 400_000);
    expectAtMost('elements', countElements(page.html), 5_000);
  });

  test('up to the first frame of the first simulation', () => {
    const start = upToFirstFrame(page.html);
    const hasSimulation = /<[a-z][^<>]*\sdata-simulation=/.test(page.html);
    expect(start !== undefined, 'its end is marked with data-first-frame-end').toBe(hasSimulation);
    if (start === undefined) return;
    const bytes = total([start, ...page.sheets], brotli);
    expectAtMost('up to the first frame, bytes, brotli', bytes, 14_000);
  });

  test('the scripts', () => {
    const { needed, later } = modulesOf(page);
    // With the whole instrument in it; the words and the rest of the model are asked for apart.
    expectAtMost('scripts, bytes, brotli', total([...needed.values()], brotli), 45_000);
    for (const [entry, files] of later) {
      expectAtMost(`loaded later: ${entry}`, total([...files.values()], brotli), 15_000);
    }
  });

  test('the fonts before any italic', () => {
    const fonts = uprightFonts(page);
    expectAtMost('font files', fonts.length, 2);
    for (const { file, bytes } of fonts) {
      expectAtMost(`font ${file.slice(file.lastIndexOf('/') + 1)}`, bytes, 25_000);
    }
  });
});
