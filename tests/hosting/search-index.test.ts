import { expect, test } from 'vitest';
import { indexedPage } from '../../src/hosting/search-index.ts';

const at = (main: string, address = '/articles/one/') =>
  indexedPage(`<html><body><nav>menu</nav><main id="main">${main}</main></body></html>`, address);

test('an article is indexed section by section', () => {
  const page = at(
    '<header><h1>A &amp; B</h1><p class="meta">14 min</p></header><p>First.</p><p>Second<em>ly</em>.</p>' +
      '<h2 id="why">Why</h2><p>Because<sup>1</sup>.</p><h3 id="how">How</h3><p>So.</p>',
  );
  expect(page).toEqual({
    address: 'articles/one/',
    title: 'A & B',
    sections: [
      ['', '', 'First. Secondly.'],
      ['why', 'Why', 'Because.'],
      ['how', 'How', 'So.'],
    ],
  });
});

test('simulations, stories, scripts, navigation and footers are left out', () => {
  const page = at(
    '<h1>T</h1><nav>n</nav><script>s</script><style>c</style><astro-island>i</astro-island>' +
      '<section class="story x">r</section><svg><text>g</text></svg><footer>f</footer><p hidden>h</p>ok',
  );
  expect(page?.sections).toEqual([['', '', 'ok']]);
});

test('terms and rows that can be linked are sections; letters and other tables are not', () => {
  const page = at(
    '<h1>Words</h1><h2 id="letter-q">Q</h2><dl><div id="quorum"><dt><dfn>Quorum</dfn><abbr>Q</abbr>' +
      '</dt><dd>Who may act.</dd></div></dl><table><tr><th>Number</th></tr><tr id="period"><th>Period' +
      '</th><td>3 s</td></tr></table>',
    '/glossary/',
  );
  expect(page?.sections).toEqual([
    ['quorum', 'Quorum Q', 'Who may act. Number'],
    ['period', 'Period', '3 s'],
  ]);
});

test('other pages are not searched', () => {
  for (const address of ['/', '/tags/scc/', '/articles/', '/404.html']) {
    expect(at('<h1>x</h1>', address)).toBeUndefined();
  }
});
