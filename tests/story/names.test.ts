import { expect, test } from 'vitest';
import { planOf } from '#model';
import { nameOf, networkName } from '#story';
import { twoNodes } from '../model/support/scenario.ts';

const redundant = planOf({
  ...twoNodes({ paths: 2, controllers: ['controller-1'], feeds: { NODE1: ['feed-1'] } }),
  feeds: [{ id: 'feed-1', name: 'Power feed A' }],
});

test.each([
  ['NODE1', 'NODE1'],
  ['private', 'Private network'],
  ['feed-1', 'Power feed A'],
  ['controller-1', 'controller-1'],
  ['array', 'the array'],
  ['Q', 'disk Q:'],
  ['ClusterGroup', 'Cluster Group'],
  ['NODE1.private', "NODE1's private cable"],
  ['NODE2.path-2', "NODE2's storage path 2"],
  ['EXMBX.FailoverThreshold', 'EXMBX.FailoverThreshold'],
])('%s is called %s', (id, name) => {
  expect(nameOf(redundant, id)).toBe(name);
});

test('an only storage path needs no number', () => {
  expect(nameOf(planOf(twoNodes()), 'NODE2.path-1')).toBe("NODE2's storage path");
});

test('a network is called in a sentence as people would', () => {
  const called = (name: string): string => {
    const scenario = twoNodes();
    const networks = scenario.networks.map((one) =>
      one.id === 'private' ? { ...one, name } : one,
    );
    return networkName(planOf({ ...scenario, networks }), 'private');
  };
  expect(called('Private network')).toBe('the private network');
  expect(called('LAN B')).toBe('LAN B');
  expect(called('private')).toBe('network private');
});
