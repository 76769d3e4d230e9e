// The same run is the same everywhere: what happened in every golden run, byte for byte, in the
// engines of Node, Chromium and Firefox and in an interpreter.
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../src/cli/setup/chromium.ts';
import { findFirefox } from '../../src/cli/setup/firefox.ts';
import { goldenRuns } from '../model/golden/runs.ts';
import { chromiumAt, firefoxAt, tracesInBrowser } from './support/browser.ts';
import { bundleModel } from './support/bundle.ts';
import { differences, fingerprint } from './support/compare.ts';
import { tracesOf } from './support/in-engine.ts';
import { tracesInQuickJs } from './support/quickjs.ts';

const PATIENCE_MS = 120_000;

const runs = goldenRuns();
const names = runs.map(({ name }) => name);
const text = JSON.stringify(runs);
const inNode = JSON.parse(tracesOf(text)) as readonly string[];

const report: string[] = [];
const told = (engine: string, what: string): void => void report.push(`${engine}: ${what}`);

let script = '';
beforeAll(async () => {
  script = await bundleModel();
});

afterAll(() => {
  const folder = new URL('../../reports/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const line = `  ${runs.length} golden runs as in Node ${process.versions.node}`;
  writeFileSync(new URL('engines.txt', folder), `${line}; ${report.join('; ')}\n`);
});

/** What an engine computed differently; its answer is a list of traces in JSON. */
function compared(engine: string, answer: string): string[] {
  const found = differences(names, inNode, JSON.parse(answer) as readonly string[]);
  told(engine, found.length === 0 ? 'the same' : `${found.length} differ`);
  return found;
}

describe('every golden run is the same byte for byte', { timeout: PATIENCE_MS }, () => {
  test('in Chromium', async () => {
    const chromium = findChromium();
    if (chromium.type === 'none') throw new Error(chromium.reason);
    const answer = await tracesInBrowser(chromiumAt(chromium.path), script, text);
    expect(compared('Chromium', answer)).toEqual([]);
  });

  test('in Firefox, where there is one', async () => {
    const firefox = findFirefox();
    const answer =
      firefox.type === 'found'
        ? await tracesInBrowser(firefoxAt(firefox.path), script, text)
        : undefined;
    if (answer === undefined) told('Firefox', 'not tried, none was found');
    expect(answer === undefined ? [] : compared('Firefox', answer)).toEqual([]);
  });

  test('in QuickJS', async () => {
    expect(compared('QuickJS', await tracesInQuickJs(script, text))).toEqual([]);
  });
});

test('there are many runs to compare, and they are different ones', () => {
  expect(runs.length).toBeGreaterThan(10);
  expect(new Set(inNode.map(fingerprint)).size).toBeGreaterThan(runs.length / 2);
});

test('a run that is different is named with the first occurrence that is', () => {
  const trace = (at: number): string => JSON.stringify({ occurrences: [{ id: 0, at }] });
  expect(differences(['one', 'two'], [trace(1), trace(2)], [trace(1), trace(3)])).toEqual([
    'two: occurrence 0 is {"id":0,"at":3}, in Node {"id":0,"at":2}',
  ]);
});
