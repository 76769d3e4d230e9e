import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';

const stopped = (run: Ran): readonly unknown[] =>
  run.all('cluster-service-stopped').map(({ values }) => values);

test('a part that is refused the quorum disk stops; a member that stands still cannot even do that', () => {
  // NODE2 challenges for itself and NODE3; NODE1 is cut off from both and keeps the disk.
  const split = cluster({ nodes: 3, publicRole: 'client' }).at('0s', 'cut NODE1.private');
  const run = split.at('12s', 'hang NODE3').at('40s', 'wake NODE3').run();
  const refused = run.all('quorum-reserve-refused', 'NODE2')[0];
  expect(refused?.at).toBeLessThan(run.the('node-woke').at);
  expect(stopped(run)).toEqual([
    { node: 'NODE2', reason: 'arbitration-lost' },
    { node: 'NODE3', reason: 'arbitration-lost' },
  ]);
  // Woken, it misses its leader first, and then asks the disk itself.
  const [declared] = run
    .all('node-declared-down')
    .filter(({ values }) => values.by === 'NODE3')
    .slice(-1);
  expect((declared?.at ?? 0) - run.the('node-woke').at).toBe(7_200);
});

test('nor can one whose cluster service stands still: the watchdog ends it (ClusSvcHangTimeout)', () => {
  const run = cluster({ nodes: 3, publicRole: 'client' })
    .at('0s', 'cut NODE1.private')
    .at('12s', 'hang-service NODE3')
    .run();
  expect(stopped(run)).toEqual([
    { node: 'NODE2', reason: 'arbitration-lost' },
    { node: 'NODE3', reason: 'hung' },
  ]);
});

test('where nobody goes on without the quorum disk, a node without power or standing still tells nothing', () => {
  for (const fault of ['hang NODE2', 'power-off NODE2']) {
    const run = cluster({
      parameters: { lostQuorumReservationStopsService: 0, restartThreshold: 0 },
      resource: { 'disk-Q': { possibleOwners: ['NODE1'] } },
    })
      .at('0s', fault)
      .at('1s', 'fail Q')
      .run();
    expect(run.the('group-failed', 'ClusterGroup').at).toBeLessThan(
      run.plan.scenario.start + 7_000,
    );
    expect(stopped(run)).toEqual([{ node: 'NODE1', reason: 'quorum-lost' }]);
  }
});

test('a cluster service that stands still does not go on because its operating system stood still too', () => {
  const run = cluster()
    .at('0s', 'power-off NODE1')
    .at('11s', 'hang-service NODE2')
    .at('12s', 'hang NODE2')
    .at('13s', 'wake NODE2')
    .run();
  const ended = run.the('cluster-service-stopped');
  expect(ended.values).toEqual({ node: 'NODE2', reason: 'hung' });
  expect(run.times('quorum-challenged')[0]).toBeLessThan(11_000);
  const [reserved] = run.all('quorum-reserved');
  expect(reserved?.at).toBeGreaterThan(ended.at);
  // The watchdog counted from when the system went on.
  expect(ended.because).toEqual([run.the('cluster-service-hung').id, run.the('node-woke').id]);
});
