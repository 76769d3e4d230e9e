import { expect, test } from 'vitest';
import { authoring, checkContent, formatProblem } from '#authoring';
import { mistakes } from './support/mistakes.ts';

test('every mistake in scenarios and articles is told at once, with file, line, column and what would be right', async () => {
  const told = checkContent(mistakes).map(formatProblem).join('\n');
  await expect(`${told}\n`).toMatchFileSnapshot('golden/mistakes.txt');
});

test('the content of the site is without mistakes', () => {
  expect(checkContent().map(formatProblem)).toEqual([]);
});

test('a misspelt name ends a build with all messages', () => {
  const build = authoring(mistakes).hooks['astro:build:start'];
  const start = (): unknown => build?.({} as Parameters<NonNullable<typeof build>>[0]);
  const messages = checkContent(mistakes).map(formatProblem).join('\n');
  expect(messages).toContain('there is no scenario "sonud"; did you mean "sound"?');
  expect(start).toThrow(messages);
});

test('content without mistakes lets a build go on', () => {
  const build = authoring().hooks['astro:build:start'];
  expect(() => build?.({} as Parameters<NonNullable<typeof build>>[0])).not.toThrow();
});
