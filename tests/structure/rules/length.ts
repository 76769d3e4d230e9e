import type { Rule } from './source.ts';

const MOST_LINES = 300;

/** No file is longer than can be kept in mind. */
export const length: Rule = (files) =>
  files
    .filter(({ path }) => /\.(?:tsx?|m?js|astro|css)$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      if (lines <= MOST_LINES) return [];
      const message = `has ${lines} lines; ${MOST_LINES} are the most, split it by subject`;
      return [{ file: path, line: MOST_LINES + 1, message }];
    });
