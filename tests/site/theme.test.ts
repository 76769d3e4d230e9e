import { runInNewContext } from 'node:vm';
import { themeScript } from '#site';
import { nextTheme } from '#site/browser';
import { describe, expect, test } from 'vitest';

/** Runs the script of the head against a page and a storage that answers `stored`. */
function themeAfter(stored: () => string | null): string | undefined {
  const dataset: { theme?: string } = {};
  const page = { document: { documentElement: { dataset } }, localStorage: { getItem: stored } };
  runInNewContext(themeScript, page);
  return dataset.theme;
}

test('the button goes round: system, light, dark', () => {
  expect(nextTheme('system')).toBe('light');
  expect(nextTheme('light')).toBe('dark');
  expect(nextTheme('dark')).toBe('system');
});

describe('before the first paint', () => {
  test.each(['light', 'dark'])('a stored "%s" is shown', (stored) => {
    expect(themeAfter(() => stored)).toBe(stored);
  });

  test.each([null, '', 'system', 'LIGHT', '<script>', '{"theme":"dark"}'])(
    'a stored %j is ignored',
    (stored) => {
      expect(themeAfter(() => stored)).toBeUndefined();
    },
  );

  test('a browser that refuses storage shows the system theme', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    expect(themeAfter(refuse)).toBeUndefined();
  });
});

test('the script can stand in HTML', () => {
  expect(themeScript).not.toContain('</');
});
