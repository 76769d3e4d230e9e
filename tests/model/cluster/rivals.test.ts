import { expect, test } from 'vitest';
import { visitInstants } from '#model';
import { cluster } from '../support/cluster.ts';

/** NODE2 has lost the quorum and is made to go on while NODE1 does; only NODE1 can have PRINT. */
const split = cluster({
  profile: 'windows-server-2008',
  publicRole: 'client',
  generic: [
    { id: 'FILES', owner: 'NODE1', resources: { files: [] } },
    { id: 'PRINT', owner: 'NODE1', resources: { spooler: [] } },
  ],
  resource: { spooler: { possibleOwners: ['NODE1'] } },
})
  .at('0s', 'cut private')
  .at('30s', 'force-quorum NODE2');

test('Q197047: a node that goes on by force takes only groups that it is a possible owner of', () => {
  const run = split.run();
  const [forced] = run.world().rivals;
  expect(forced?.groups['FILES']?.owner.value).toBe('NODE2');
  expect(forced?.groups['PRINT']?.owner.value).toBe('NODE1');
  expect(run.all('resource-going-online', 'files').map(({ values }) => values.node)).toEqual([
    'NODE2',
  ]);
  expect(run.all('resource-going-online', 'spooler')).toEqual([]);
  expect(run.world().resources['spooler']?.state.value).toBe('online');
});

test('what it cannot have comes online again with the node that can', () => {
  const run = split
    .at('5m', 'power-off NODE1')
    .at('6m', 'mend private')
    .at('7m', 'power-on NODE1')
    .run();
  expect(run.the('resource-online', 'spooler').values.node).toBe('NODE1');
  expect(run.the('resource-online', 'spooler').at).toBeGreaterThan(run.the('node-joined').at);
});

test('every part has its resources by name and by number, also when one takes the place of another', () => {
  const { execution } = split.at('5m', 'power-off NODE1').at('7m', 'power-on NODE1').run();
  let parts = 0;
  visitInstants(execution, (_, world) => {
    parts = Math.max(parts, 1 + world.rivals.length);
    for (const { resources, numbered } of [world, ...world.rivals])
      for (const { definition, number } of Object.values(execution.run.plan.planned))
        expect(numbered[number]).toBe(resources[definition.id]);
  });
  expect(parts).toBeGreaterThan(1);
});

test('a part that takes the place of another while its node stands still waits with that node', () => {
  const run = cluster({ profile: 'windows-server-2008' })
    .do('0s stop-cluster-service NODE2', '60s force-quorum NODE2', '60001ms hang NODE2')
    .do('90s power-off NODE1', '120s wake NODE2')
    .run();
  const instants = run.occurrences.map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted((one, other) => one - other));
  const woke = run.the('node-woke').at;
  const steps = run.all('resource-online').filter(({ values }) => values.node === 'NODE2');
  expect(steps.length).toBeGreaterThan(0);
  for (const { at } of steps) expect(at).toBeGreaterThan(woke);
});
