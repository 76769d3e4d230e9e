import { llms } from '#site';
import { expect, test } from 'vitest';
import { article } from './support/articles.ts';

test('language models are led to the Markdown of every article', () => {
  const text = llms([article('one'), article('two')]);
  expect(text).toMatch(/^# Pull the Plug\n\n> /);
  expect(text).toContain(
    '- [one](articles/one/index.md): About one.\n- [two](articles/two/index.md)',
  );
});
