import { offerCopies } from '#components/site/copy-code.ts';
import type { Clipboard } from '#components/site/copy-code.ts';
import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  document.body.innerHTML =
    '<div class="code"><pre><code>npm test\n</code></pre></div><pre>output</pre>';
});

const button = (): HTMLButtonElement | null => document.querySelector('button');
const status = (): string | undefined => document.querySelector('[role="status"]')?.textContent;

test('a block of code can be copied, and that is said aloud', async () => {
  const writeText = vi.fn<Clipboard['writeText']>(() => Promise.resolve());
  offerCopies(document, { writeText });
  expect(document.querySelectorAll('button')).toHaveLength(1);
  button()?.click();
  await vi.waitFor(() => expect(status()).toBe('Copied'));
  expect(writeText).toHaveBeenCalledWith('npm test');
});

test('a refusal is said too', async () => {
  offerCopies(document, { writeText: () => Promise.reject(new Error('denied')) });
  button()?.click();
  await vi.waitFor(() => expect(status()).toBe('The browser forbids it'));
});

test('without a clipboard nothing is offered', () => {
  offerCopies(document, undefined);
  expect(button()).toBeNull();
});
