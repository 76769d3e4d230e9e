import { expect } from 'vitest';

/** Expects words that were made from values to be words: nothing missing, nothing of the machine's. */
export function expectProse(text: string): void {
  expect(text.trim()).not.toBe('');
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object|\{|\}|\s\s|\s[.,:;]/);
}
