import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const VALUES_FROM = /^(?:import|export)\s+(?!type\b)[^;]*?from '([^']+)'/gm;

/** What a file imports, and what that imports, types left out: what the reader's browser loads. */
function importsOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, from = ''] of text.matchAll(VALUES_FROM)) {
    if (from.startsWith('.')) importsOf(join(dirname(path), from), seen);
    else seen.add(from);
  }
  return seen;
}

test('the model that a page loads reads actions without a package and without the schema', () => {
  const loaded = [...importsOf('src/model/index.ts')];
  expect(loaded).toContain('src/model/actions/parse.ts');
  expect(loaded.filter((one) => !one.startsWith('src/model/'))).toEqual([]);
  expect(loaded.filter((one) => /scenario\/(file|schema|advice)/.test(one))).toEqual([]);
});
