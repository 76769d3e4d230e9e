import { expect, test } from 'vitest';
import fc from 'fast-check';
import { cluster } from '../support/cluster.ts';

const clientOnly = cluster({ publicRole: 'client' });

test('ClusSvcRegroupOpeningTimeout (fact 1.20): the regroup takes 3 s, an assumption with a parameter', () => {
  const took = (regroupDuration: number): number =>
    cluster({ parameters: { regroupDuration } })
      .at('0s', 'power-off NODE1')
      .run()
      .the('regroup-ended').values.tookMs;
  expect([took(3_000), took(12_000)]).toEqual([3_000, 12_000]);
});

test('KB 309186 (fact 2.2): reset at once, reserve 7 s later, quorum online at 10 s', () => {
  const run = cluster().at('0s', 'power-off NODE1').run();
  const challenged = run.when('quorum-challenged');
  expect(challenged).toBe(run.when('regroup-ended'));
  expect(run.when('quorum-reserved') - challenged).toBe(7_000);
  expect(run.when('quorum-taken') - challenged).toBe(10_000);
  expect(run.the('quorum-taken').values).toEqual({ node: 'NODE2', disk: 'Q', tookMs: 10_000 });
});

test('KB 309186: the challenge resets the bus, which clears every reservation of the dead node', () => {
  const run = cluster().at('0s', 'power-off NODE1').run();
  const before = run.world('1s').reservations;
  expect(Object.values(before).map(({ value }) => value)).toEqual(['NODE1', 'NODE1', 'NODE1']);
  const challenged = run.the('quorum-challenged').id;
  const after = run.world('15s').reservations;
  for (const { value, since } of Object.values(after)) {
    expect([value, since]).toEqual([null, challenged]);
  }
});

test('KB 309186 (every LUN, ten things 4): a living owner renews all its disks within 3 s of a reset', () => {
  const run = clientOnly.at('0s', 'cut private').run();
  const reset = run.when('quorum-challenged');
  const renewed = run.all('reservation-renewed');
  expect(renewed.map(({ subject }) => subject).toSorted()).toEqual(['E', 'L', 'Q']);
  for (const subject of ['E', 'L', 'Q']) {
    const waited = run.when('reservation-renewed', subject) - reset;
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThanOrEqual(3_000);
  }
});

test('KB 309186: the reserve is refused at 7 s, and the challenger terminates its cluster service', () => {
  const run = clientOnly.at('0s', 'cut private').run();
  const refused = run.the('quorum-reserve-refused');
  expect(refused.values).toEqual({ node: 'NODE2', disk: 'Q', reason: 'held', holder: 'NODE1' });
  expect(refused.at - run.the('quorum-challenged').at).toBe(7_000);
  expect(run.the('cluster-service-stopped')).toMatchObject({
    at: refused.at,
    because: [refused.id],
    values: { node: 'NODE2', reason: 'arbitration-lost' },
  });
});

test('KB 309186: a renewal and a reserve in the same millisecond: the renewal comes first', () => {
  const tie = (arbitrationReserveDelay: number): string[] =>
    cluster({ publicRole: 'client', parameters: { arbitrationReserveDelay } })
      .at('0s', 'cut private')
      .run()
      .order('reservation-renewed', 'quorum-reserve-refused', 'quorum-reserved')
      .filter((line) => !/ [EL]$/.test(line));
  const run = clientOnly.at('0s', 'cut private').run();
  const wait = run.when('reservation-renewed', 'Q') - run.when('quorum-challenged');
  expect(tie(wait)).toEqual(['reservation-renewed Q', 'quorum-reserve-refused NODE2']);
});

test('KB 309186: a reset in the millisecond of a renewal comes after it: the owner renews 3 s later', () => {
  const cut = clientOnly.at('0s', 'cut private').run();
  const untilRenewal = cut.when('reservation-renewed', 'Q') - cut.when('quorum-challenged');
  const run = cluster({
    publicRole: 'client',
    parameters: { regroupDuration: 3_000 + untilRenewal },
  })
    .at('0s', 'cut private')
    .run();
  expect(run.when('quorum-challenged')).toBe(cut.when('reservation-renewed', 'Q'));
  expect(run.when('reservation-renewed', 'Q') - run.when('quorum-challenged')).toBe(3_000);
});

test('QuorumArbitrationTimeMin (Q289863): a defender waits more than 7 s, so that the loser is gone first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(5_000), (seed, milliseconds) => {
      const run = cluster({ publicRole: 'client', quorumOwner: 'NODE2', seed })
        .at(`${milliseconds}ms`, 'cut private')
        .run();
      const stopped = run.the('cluster-service-stopped');
      const taken = run.the('group-taken');
      expect(stopped.values.node).toBe('NODE1');
      expect(taken.at).toBeGreaterThan(stopped.at);
      expect(run.the('quorum-defended').values.tookMs).toBe(8_200);
    }),
    { numRuns: 60 },
  );
});

test('the survivor already owns the quorum: it defends, and no bus is reset', () => {
  const run = cluster({ quorumOwner: 'NODE2' }).at('0s', 'power-off NODE1').run();
  expect(run.all('quorum-challenged')).toEqual([]);
  expect(run.when('quorum-defended') - run.when('regroup-ended')).toBe(8_200);
  expect(run.outcome()).toBe('online on NODE2');
});

test('arbitration goes on when heartbeats return after the verdict; the loser joins again (order, 6)', () => {
  const cut = clientOnly.at('0s', 'cut private');
  const verdict = cut.run().when('node-declared-down', 'NODE1');
  const run = cut.at(`${verdict + 500}ms`, 'mend private').run();
  expect(run.the('cluster-service-stopped').values.reason).toBe('arbitration-lost');
  expect(run.the('node-joined').subject).toBe('NODE2');
  expect(run.all('service-lost')).toEqual([]);
});

test('heartbeats that return between the two verdicts: who was counted out regroups too, and one of them wins', () => {
  const script = cluster({ publicRole: 'client', quorumOwner: 'NODE2', seed: 3 });
  const cut = script.at('0s', 'cut private').run();
  const [first = 0, second = 0] = cut.times('node-declared-down').toSorted((a, b) => a - b);
  const between = first + Math.floor((second - first) / 2);
  const run = script.at('0s', 'cut private').at(`${between}ms`, 'mend private').run();
  expect(run.all('node-declared-down')).toHaveLength(1);
  expect(run.all('regroup-started').map(({ rule }) => rule)).toEqual(['regroup', 'heed-exclusion']);
  expect(run.all('cluster-service-stopped')).toHaveLength(1);
  expect(run.outcome()).toBe('online on NODE2');
});

test('a challenger that does not reach the array cannot take the quorum', () => {
  const run = cluster().at('0s', 'cut NODE2.path-1').at('10s', 'power-off NODE1').run();
  expect(run.the('quorum-reserve-refused').values.reason).toBe('unreachable');
  expect(run.all('reservation-renewed')).toEqual([]);
  expect(run.outcome()).toBe('down on NODE1');
});

test('two nodes powered on together: one forms the cluster, the other loses and joins (pitfall: simultaneous boot)', () => {
  const run = cluster()
    .at('0s', 'power-off NODE1')
    .at('0s', 'power-off NODE2')
    .at('1m', 'power-on NODE1')
    .at('1m', 'power-on NODE2')
    .run();
  expect(run.all('cluster-service-started').map(({ values }) => values)).toEqual([
    { node: 'NODE1', to: 'form' },
    { node: 'NODE2', to: 'form' },
    { node: 'NODE2', to: 'join' },
  ]);
  expect(run.outcome()).toBe('online on NODE1');
  expect(run.the('node-joined').subject).toBe('NODE2');
});

test('a node that comes back joins the one that runs the cluster and takes nothing from it (failback is off, ten things 7)', () => {
  const run = cluster().at('0s', 'power-off NODE1').at('5m', 'power-on NODE1').run();
  expect(run.when('node-booted') - 300_000).toBe(120_000);
  expect(run.when('node-joined') - run.when('cluster-service-started')).toBe(5_000);
  expect(run.outcome()).toBe('online on NODE2');
});
