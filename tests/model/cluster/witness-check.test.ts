import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

const share: Difference = {
  profile: 'windows-server-2008',
  quorum: 'node-and-file-share-majority',
};

/** When the last node stops after the share has failed, with the offsets of a seed. */
function stopped(seed: number, failsAt: string): number {
  return cluster({ ...share, seed })
    .at('0s', 'power-off NODE2')
    .at(failsAt, 'fail witness')
    .run('5m')
    .when('cluster-service-stopped', 'NODE1');
}

test('looks at the share come every 5 s, offset within that by the seed', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const instants = seeds.map((seed) => stopped(seed, '2m'));
  for (const instant of instants) {
    expect(instant).toBeGreaterThanOrEqual(120_000);
    expect(instant).toBeLessThan(125_000);
  }
  expect(new Set(instants.map((instant) => instant % 5_000)).size).toBe(seeds.length);
  // The same rhythm whenever it fails.
  const later = seeds.map((seed) => stopped(seed, '3m'));
  expect(later.map((instant) => instant % 5_000)).toEqual(instants.map((one) => one % 5_000));
});
