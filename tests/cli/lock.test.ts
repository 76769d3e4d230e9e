import { expect, test } from 'vitest';
import { lockProblems } from '../../src/cli/test/lock.ts';

const lock = (packages: object): string => JSON.stringify({ packages });
const tool = { optionalDependencies: { 'tool-darwin': '1.0.0' } };

test('a lock with all platform packages and no addresses is fine', () => {
  expect(lockProblems(lock({ 'node_modules/tool': tool, 'node_modules/tool-darwin': {} }))).toEqual(
    [],
  );
});

test('a platform package may lie further in or further out', () => {
  const inner = 'node_modules/a/node_modules/tool';
  expect(lockProblems(lock({ [inner]: tool, [`${inner}/node_modules/tool-darwin`]: {} }))).toEqual(
    [],
  );
  expect(
    lockProblems(lock({ [inner]: tool, 'node_modules/a/node_modules/tool-darwin': {} })),
  ).toEqual([]);
  expect(lockProblems(lock({ [inner]: tool, 'node_modules/tool-darwin': {} }))).toEqual([]);
  expect(
    lockProblems(lock({ [inner]: tool, 'node_modules/b/node_modules/tool-darwin': {} })),
  ).toHaveLength(1);
});

test('a platform package that was left out is named', () => {
  expect(lockProblems(lock({ 'node_modules/tool': tool }))).toEqual([
    'node_modules/tool: tool-darwin is missing; take an older version of it',
  ]);
});

test('an address of a registry is named', () => {
  const problems = lockProblems(lock({ 'node_modules/tool': { resolved: 'https://example.org' } }));
  expect(problems).toEqual([expect.stringContaining('node_modules/tool: has an address')]);
});
