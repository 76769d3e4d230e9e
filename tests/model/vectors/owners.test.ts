import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

const five = (owner: string, group: NonNullable<Difference['group']>[string] = {}): Difference => ({
  nodes: 5,
  generic: [{ id: 'Jobs', owner, resources: { job: [] } }],
  group: { Jobs: { ...group, properties: { FailoverThreshold: 100 } } },
  resource: { job: { properties: { RestartThreshold: 0 } } },
});

/** The nodes that the group goes to, one failure after the other. */
function way(difference: Difference, failures: number): string[] {
  let script = cluster(difference);
  for (let one = 0; one < failures; one += 1) script = script.at(`${one}m`, 'crash job');
  return script
    .run()
    .all('failover-started', 'Jobs')
    .map(({ values }) => values.to);
}

test('3.30 KB Q197047: a group goes only where every one of its resources may run', () => {
  const difference = five('NODE1');
  const resource = { job: { ...difference.resource?.['job'], possibleOwners: ['NODE1', 'NODE4'] } };
  expect(way({ ...difference, resource }, 2)).toEqual(['NODE4', 'NODE1']);
});

test('3.31 KB 299631: the next after the current owner in the list of preferred owners and the others', () => {
  const preferredOwners = ['NODE4', 'NODE2'];
  expect(way(five('NODE2', { preferredOwners }), 5)).toEqual([
    'NODE1',
    'NODE3',
    'NODE5',
    'NODE4',
    'NODE2',
  ]);
});

test('3.32 KB 299631: without a list a resource failure sends the group to the next number, wrapping', () => {
  expect(way(five('NODE4'), 3)).toEqual(['NODE5', 'NODE1', 'NODE2']);
});

test('3.33 KB 299631: without a list a node failure sends the group anywhere, by chance', () => {
  const owners = Array.from({ length: 24 }, (_, seed) => {
    const run = cluster({ ...five('NODE2'), seed })
      .at('0s', 'power-off NODE2')
      .run();
    return run.the('group-taken', 'Jobs').values.to;
  });
  expect([...new Set(owners)].toSorted()).toEqual(['NODE1', 'NODE3', 'NODE4', 'NODE5']);
});

test('3.34 KB 299631: best possible by hand: the top of the list, or any where there is none', () => {
  const listed = cluster(five('NODE1', { preferredOwners: ['NODE5', 'NODE3'] }))
    .at('0s', 'move Jobs')
    .run();
  expect(listed.the('group-moved', 'Jobs').values.to).toBe('NODE5');
  const free = Array.from(
    { length: 24 },
    (_, seed) =>
      cluster({ ...five('NODE1'), seed })
        .at('0s', 'move Jobs')
        .run()
        .the('group-moved', 'Jobs').values.to,
  );
  expect([...new Set(free)].toSorted()).toEqual(['NODE2', 'NODE3', 'NODE4', 'NODE5']);
});

test('3.35 KB 299631: the Cluster Group goes with the quorum and ignores its list', () => {
  const run = cluster({ nodes: 5, group: { ClusterGroup: { preferredOwners: ['NODE5'] } } })
    .at('0s', 'power-off NODE1')
    .run();
  const { groups, reservations } = run.world();
  expect(groups['ClusterGroup']?.owner.value).toBe(run.the('quorum-taken').values.node);
  expect(reservations['Q']?.value).toBe(groups['ClusterGroup']?.owner.value);
  expect(groups['ClusterGroup']?.owner.value).not.toBe('NODE5');
});

test('3.36 KB 299631: groups of one class (AntiAffinityClassNames) keep apart while they can', () => {
  const taker = (antiAffinity: string | null): string =>
    cluster({
      nodes: 3,
      generic: [
        { id: 'Red', owner: 'NODE1', resources: { red: [] } },
        { id: 'Blue', owner: 'NODE2', resources: { blue: [] } },
      ],
      group: {
        Red: { antiAffinity, preferredOwners: ['NODE1', 'NODE2', 'NODE3'] },
        Blue: { antiAffinity },
      },
    })
      .at('0s', 'power-off NODE1')
      .run()
      .the('group-taken', 'Red').values.to;
  expect([taker(null), taker('web')]).toEqual(['NODE2', 'NODE3']);
});
