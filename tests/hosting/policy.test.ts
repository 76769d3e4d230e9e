import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyOf, withPolicy } from '../../src/hosting/policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page without scripts and styles may load nothing but files of its own kind', () => {
  expect(policyOf('<!doctype html><p>x')).toBe(
    "default-src 'none';img-src 'self';font-src 'self';connect-src 'self';worker-src 'self';" +
      "manifest-src 'self';base-uri 'none';form-action 'none'",
  );
});

test('scripts and styles in the page are named by their hashes, once each', () => {
  const policy = policyOf(
    '<style>a{}</style><script>one()</script><script type="module">two()</script>' +
      '<script>one()</script><script type="application/ld+json">{}</script>',
  );
  expect(policy).toContain(`script-src ${hash('one()')} ${hash('two()')};`);
  expect(policy).toContain(`style-src ${hash('a{}')};`);
});

test('files of the site are allowed where the page has some', () => {
  expect(policyOf('<script type="module" src="x.js"></script>')).toContain("script-src 'self';");
  expect(policyOf('<astro-island component-url="./x.js">')).toContain("script-src 'self';");
  expect(policyOf('<link rel="stylesheet" href="x.css">')).toContain("style-src 'self';");
  expect(policyOf('<link rel="icon" href="data:,">')).toContain("img-src 'self' data:;");
});

test('it comes before everything it holds for', () => {
  const page =
    '<!doctype html><html><head><meta charset="utf-8"><script>a()</script></head></html>';
  expect(withPolicy(page)).toMatch(
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/,
  );
  expect(withPolicy('<!doctype html><title>x</title>')).toMatch(/^<!doctype html><meta http-equiv/);
});
