import { highlightClasses } from '#site';
import { expect, test } from 'vitest';

/** What becomes of a span of code that the theme has given this style. */
function spanOf(style: string | undefined) {
  const element = { properties: { style } as Record<string, unknown> };
  const names: string[] = [];
  highlightClasses.span.call({ addClassToHast: (_, name) => names.push(name) }, element);
  return { names, properties: element.properties };
}

test.each([
  ['color:var(--astro-code-token-comment)', ['tk-comment']],
  ['color:var(--astro-code-token-string-expression)', ['tk-string-expression']],
  ['color:var(--astro-code-foreground)', ['tk-foreground']],
  ['color:red', []],
])('a span with %s has the classes %j and no style', (style, names) => {
  expect(spanOf(style)).toEqual({ names, properties: {} });
});

test('a span without a style stays as it is', () => {
  expect(spanOf(undefined).names).toEqual([]);
});

test('a block of code loses the style of its theme', () => {
  const element = { properties: { style: 'background: #fff', class: 'astro-code' } };
  highlightClasses.pre(element);
  expect(element.properties).toEqual({ class: 'astro-code' });
});
