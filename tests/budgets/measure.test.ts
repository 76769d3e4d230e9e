// The measures themselves, on texts whose figures are known.
import { expect, test } from 'vitest';
import { brotli, gzip, raw, total } from './support/bytes.ts';
import { importsIn } from './support/modules.ts';
import { contentsOf, countElements, upToFirstFrame } from './support/page.ts';

test('bytes are those of the encoded text', () => {
  expect(raw('é')).toBe(2);
  expect(brotli('a'.repeat(10_000))).toBeLessThan(30);
  expect(gzip('a'.repeat(10_000))).toBeLessThan(60);
  expect(total(['ab', 'c'], raw)).toBe(3);
});

test('elements are counted, not what scripts, styles and comments say', () => {
  const html = '<p>1 < 2<br/><!-- <b> --><script>"<i><u>"</script><style>a<b{}</style></p>';
  expect(countElements(html)).toBe(4);
});

test('the first frame ends with the first marker that is an element', () => {
  const before = '<p>data-first-frame-end</p><i title="x" data-first-frame-end="">';
  expect(upToFirstFrame(`${before}</i><i data-first-frame-end></i>`)).toBe(before);
  expect(upToFirstFrame('<p>data-first-frame-end</p>')).toBeUndefined();
});

test('imports of minified modules', () => {
  const text =
    'import{a as b}from"./a.js";import"./b.js";export*from"./c.js";b(()=>import(`./d.js`))';
  expect(importsIn(text)).toEqual({ now: ['./a.js', './b.js', './c.js'], later: ['./d.js'] });
});

test('contents of elements', () => {
  expect(contentsOf('<style media="print">a{}</style><style>b{}</style>', 'style')).toEqual([
    'a{}',
    'b{}',
  ]);
  const scripts = '<script type="application/ld+json">{}</script><script>a()</script>';
  expect(contentsOf(scripts, 'script')).toEqual(['a()']);
});
