import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

/** Every `--name: light-dark(#light, #dark)` of the style sheet. */
function readColours(): Map<string, Record<Theme, string>> {
  const declaration = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  return new Map(
    [...css.matchAll(declaration)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark },
    ]),
  );
}

/** Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio as WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const colours = readColours();
const surfaces = ['paper', 'raised'];
const softs = ['online-soft', 'pending-soft', 'failed-soft', 'offline-soft', 'owner-soft'];
const states = ['online', 'pending', 'failed', 'owner'];

/** Text needs 4.5:1, whatever its size: nobody should have to know which sizes count as large. */
const textPairs = [
  ...['ink', 'muted'].flatMap((text) => [...surfaces, ...softs].map((on) => [text, on] as const)),
  ...states.flatMap((text) => surfaces.map((on) => [text, on] as const)),
  ...states.map((state) => [state, `${state}-soft`] as const),
  ...['failed', 'owner'].map((text) => [text, 'offline-soft'] as const),
  ...states.map((state) => ['on-solid', state] as const),
  ['paper', 'ink'] as const,
];

/** Shapes that carry meaning need 3:1 against what surrounds them. */
const shapePairs = [
  ...['line-strong', 'offline'].flatMap((shape) =>
    [...surfaces, 'offline-soft'].map((on) => [shape, on] as const),
  ),
  ...['line-strong'].flatMap((shape) => softs.map((on) => [shape, on] as const)),
];

function ratio(theme: Theme, front: string, back: string): number {
  const [one, other] = [colours.get(front), colours.get(back)];
  if (!one || !other) throw new Error(`tokens.css has no colour --${one ? back : front}`);
  return contrast(one[theme], other[theme]);
}

test('the contrast of black and white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

const [before = '', fallback = ''] = css.split('@supports not');

test('every hexadecimal colour in the tokens is written for both themes', () => {
  const hexadecimals = before.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
  expect(hexadecimals).toHaveLength(colours.size * 2);
});

test('a browser without light-dark() gets every colour of the light theme', () => {
  const plain = [...fallback.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)];
  expect(Object.fromEntries(plain.map(([, name, value]) => [name, value]))).toEqual(
    Object.fromEntries([...colours].map(([name, { light }]) => [name, light])),
  );
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(textPairs)('text %s on %s has at least 4.5:1', (front, back) => {
    expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapePairs)('the shape %s on %s has at least 3:1', (front, back) => {
    expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(3);
  });
});
