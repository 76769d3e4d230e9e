import { expect, test } from 'vitest';
import { attributeOf, tokensOf, withAttributes } from '../../src/hosting/html/tokens.ts';

const html = `<!DOCTYPE html><html lang="en"><!-- <b> --><head><title>1 <b> 2</title>
<style>a>b{}</style><script type="module">if (a<b) "</p>"</script></head>
<body data-x='a>b'><p title="a > b">a &lt; b<br/></body></html>`;

test('all pieces together are the page', () => {
  expect(
    tokensOf(html)
      .map(({ text }) => text)
      .join(''),
  ).toBe(html);
});

test('what is between the tags of scripts, styles and titles is one piece', () => {
  const raw = tokensOf(html).filter((token) => token.type === 'raw');
  expect(raw.map(({ name, text }) => [name, text])).toEqual([
    ['title', '1 <b> 2'],
    ['style', 'a>b{}'],
    ['script', 'if (a<b) "</p>"'],
  ]);
  expect(tokensOf(html).flatMap((token) => (token.type === 'open' ? token.name : []))).toEqual(
    'html head title style script body p br'.split(' '),
  );
});

test('attributes are read and changed, each by itself', () => {
  const tag = `<a data-href="/x" href="/y" title='it' hidden>`;
  expect(attributeOf(tag, 'href')).toBe('/y');
  expect(attributeOf(tag, 'title')).toBe('it');
  expect(attributeOf(tag, 'hidden')).toBe('');
  expect(attributeOf(tag, 'class')).toBeUndefined();
  expect(withAttributes(tag, (name, value) => (name === 'href' ? '/z' : value))).toBe(
    `<a data-href="/x" href="/z" title='it' hidden>`,
  );
});
