// The house as it stands.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules, toLine } from './rules/index.ts';
import { readTree } from './tree.ts';

const files = readTree(fileURLToPath(new URL('../../', import.meta.url)));

test('the tree is read', () => {
  expect(files.map(({ path }) => path)).toContain('tests/structure/structure.test.ts');
});

test.each(Object.entries(rules))('%s', (_title, rule) => {
  expect(rule(files).map(toLine)).toEqual([]);
});
