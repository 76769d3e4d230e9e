import { expect, test } from 'vitest';
import {
  hashOf,
  presentVersions,
  record,
  recordedVersions,
  versionProblems,
} from './support/versions.ts';

test('a scenario whose content has changed has a new version', () => {
  if (process.env['RECORD_VERSIONS']) record(presentVersions(), recordedVersions());
  expect(versionProblems(presentVersions(), recordedVersions())).toEqual([]);
});

test('what counts as content is everything but the version and its story', () => {
  const one = { title: 'x', version: 1, nodes: [{ id: 'A', name: 'a' }] };
  expect(hashOf({ ...one, version: 2, changes: { 2: 'nothing' } })).toBe(hashOf(one));
  expect(hashOf({ nodes: [{ name: 'a', id: 'A' }], title: 'x' })).toBe(hashOf(one));
  expect(hashOf({ ...one, seed: 2 })).not.toBe(hashOf(one));
  expect(hashOf({ ...one, nodes: [{ id: 'A', name: 'b' }] })).not.toBe(hashOf(one));
});

test('the author is told whether to record a version or to make one', () => {
  const recorded = { 'two@1': 'aaaa' };
  expect(versionProblems({ 'two@1': 'aaaa' }, recorded)).toEqual([]);
  expect(versionProblems({ 'two@1': 'aaaa', 'new@1': 'cccc' }, recorded)).toEqual([]);
  expect(versionProblems({ 'two@2': 'bbbb' }, recorded)).toEqual([
    'two@2 is a new version; record it: RECORD_VERSIONS=1 npm test -- --only unit',
  ]);
  expect(versionProblems({ 'two@1': 'bbbb' }, recorded)[0]).toMatch(
    /^two@1 is not what it was .* Give content\/scenarios\/two\.yaml .* a new "version"/,
  );
});
