import { expect, test } from 'vitest';
import { withIslandFile } from '../../src/hosting/islands.ts';

const define = 'customElements.define("astro-island",X);import(e)';
const wanted = '(self.Astro||(self.Astro={})).wanted=s';
const page =
  `<head><meta charset="utf-8"><script>theme()</script></head><body><script>${wanted}</script>` +
  `<script>${define}</script><astro-island uid="Z1"></astro-island><script type="module">x()</script></body>`;

test('what every page with islands repeats becomes a file that is asked for first', () => {
  const { html, file } = withIslandFile(page);
  expect(file?.address).toMatch(/^\/assets\/island\.[\w-]{8}\.js$/);
  expect(html).toBe(
    `<head><meta charset="utf-8"><script async src="${file?.address}"></script>` +
      '<script>theme()</script></head><body><astro-island></astro-island>' +
      '<script type="module">x()</script></body>',
  );
});

test('modules are still named as seen from the page', () => {
  expect(withIslandFile(page).file?.text).toBe(
    `${wanted}\n${define.replace('import(e)', 'import(new URL(e,document.baseURI))')}`,
  );
});

test('a page without islands stays as it is', () => {
  expect(withIslandFile('<p>x</p>')).toEqual({ html: '<p>x</p>' });
});
