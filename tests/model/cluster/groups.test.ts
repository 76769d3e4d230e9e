import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

test('Failover Cluster API, Failover (facts 3, planned move): dependents go offline first, providers come online first', () => {
  const run = cluster().at('0s', 'move EXMBX NODE2').run();
  expect(run.order('resource-offline', 'group-moved', 'resource-online')).toEqual([
    'resource-offline system-attendant',
    'resource-offline mailbox-database',
    'resource-offline disk-E',
    'resource-offline disk-L',
    'resource-offline information-store',
    'resource-offline network-name',
    'resource-offline ip-address',
    'group-moved EXMBX',
    'resource-online ip-address',
    'resource-online disk-E',
    'resource-online disk-L',
    'resource-online network-name',
    'resource-online system-attendant',
    'resource-online information-store',
    'resource-online mailbox-database',
  ]);
});

test('a planned move closes the database in order: there is nothing to recover (Q171277)', () => {
  const run = cluster().at('0s', 'move EXMBX NODE2').run();
  expect(run.all('recovery-started')).toEqual([]);
  expect(run.outcome()).toBe('online on NODE2');
  const crash = cluster().at('0s', 'power-off NODE1').run();
  const outage = (of: typeof run): number => of.the('service-restored').values.outageMs;
  expect(outage(run)).toBeLessThan(outage(crash));
});

test('the owner may be left out of a move where there are two nodes; the quorum group moves like any other', () => {
  const run = cluster().at('0s', 'move ClusterGroup').run();
  expect(run.the('group-moved').values).toEqual({
    group: 'ClusterGroup',
    from: 'NODE1',
    to: 'NODE2',
  });
  expect(run.all('service-lost')).toEqual([]);
  expect(run.world().reservations['Q']?.value).toBe('NODE2');
});

test('KB 947712 (facts 3, RestartThreshold 3 on 2003): three restarts, then the group fails over', () => {
  const run = cluster().at('0s', 'cut NODE1.public').run();
  const attempts = run
    .all('resource-going-online', 'ip-address')
    .filter(({ values }) => values.node === 'NODE1');
  expect(attempts.map(({ values }) => values.attempt)).toEqual([2, 3, 4]);
  const failures = run.all('resource-failed', 'ip-address').map(({ id }) => id);
  expect(run.the('failover-started').because).toEqual(failures);
});

test('KB 947712: with a threshold of 1, as on 2008, there is one restart', () => {
  const run = cluster({ parameters: { restartThreshold: 1 } })
    .at('0s', 'cut NODE1.public')
    .run();
  expect(run.all('resource-failed', 'ip-address')).toHaveLength(2);
});

test('RestartPeriod (15 min): failures further apart are not added up', () => {
  const flap = (pauseMinutes: number): number => {
    let script = cluster();
    for (let count = 0; count < 4; count += 1) {
      const start = count * pauseMinutes * 60;
      script = script.at(`${start}s`, 'cut NODE1.public').at(`${start + 5}s`, 'mend NODE1.public');
    }
    return script.run().all('failover-started').length;
  };
  expect(flap(2)).toBe(1);
  expect(flap(16)).toBe(0);
});

test('cc740098: the group fails over only for a resource that affects it; dependents are taken offline', () => {
  const run = cluster().at('0s', 'fail E').run();
  const failed = run.the('failover-started').values;
  expect(failed.resource).toBe('disk-E');
  expect(run.the('resource-offline', 'mailbox-database').rule).toBe('terminate');
});

test('KBA Q171791 (dependencies): a provider that fails takes its dependents offline, last first, and only them', () => {
  const run = cluster().at('0s', 'cut NODE1.public').run('8s');
  const world = run.world('8s');
  expect(Object.entries(world.resources).map(([id, { state }]) => `${id} ${state.value}`)).toEqual([
    'disk-Q online',
    'disk-E online',
    'disk-L online',
    'ip-address failed',
    'network-name online',
    'system-attendant offline',
    'information-store offline-pending',
    'mailbox-database offline',
  ]);
});

test('a group that fails over is tried afresh on the other node: its failures are counted there from none', () => {
  const run = cluster().at('0s', 'cut public').run();
  const counts = run.all('resource-failed', 'ip-address').map(({ values }) => values);
  expect(counts.map(({ node, failures }) => `${node} ${failures}`)).toEqual([
    'NODE1 1',
    'NODE1 2',
    'NODE1 3',
    'NODE1 4',
    'NODE2 1',
    'NODE2 2',
    'NODE2 3',
    'NODE2 4',
  ]);
});

test('a group on its way to a node that dies stays where it was, and comes up there once the quorum is kept', () => {
  const run = cluster().at('0s', 'move EXMBX NODE2').at('8s', 'power-off NODE2').run();
  const back = run.the('group-moved');
  expect(back.rule).toBe('take-back');
  expect(back.values).toEqual({ group: 'EXMBX', from: 'NODE1', to: 'NODE1' });
  expect(back.at).toBe(run.the('quorum-defended').at);
  expect(run.outcome()).toBe('online on NODE1');
});

test('belief, not truth: a move to a node that is dead but not yet declared down begins', () => {
  const run = cluster().at('0s', 'power-off NODE2').at('1s', 'move EXMBX NODE2').run();
  expect(run.refusals).toEqual([]);
  expect(run.the('group-moved').rule).toBe('take-back');
  expect(run.outcome()).toBe('online on NODE1');
});

test('a group cannot be handed over a network that is cut', () => {
  const run = cluster({ publicRole: 'client' })
    .at('0s', 'move EXMBX NODE2')
    .at('8s', 'cut private')
    .at('12s', 'mend private')
    .run();
  expect(run.when('group-moved')).toBe(12_000);
  expect(run.outcome()).toBe('online on NODE2');
});

test('an address brought online again waits until everything that depended on it is down', () => {
  const run = cluster()
    .at('0s', 'cut public')
    .at('150s', 'mend public')
    .at('200s', 'bring-online EXMBX')
    .run();
  const lowered = run.the('group-brought-online');
  const raised = run.all('resource-going-online', 'ip-address').at(-1);
  expect(raised?.at).toBe(lowered.at);
  expect(run.outcome()).toBe('online on NODE2');
});

test('a group left failed starts afresh with the next cluster service that has it', () => {
  const run = cluster()
    .at('0s', 'cut public')
    .at('5m', 'mend public')
    .at('6m', 'power-off NODE2')
    .run();
  expect(run.the('group-failed').values.group).toBe('EXMBX');
  expect(run.outcome()).toBe('online on NODE1');
});

test('a preferred owner that has just lost its power has not come back: nothing fails back to it', () => {
  const preferred = { EXMBX: { preferredOwners: ['NODE1'], failback: 'immediate' as const } };
  const run = cluster({ group: preferred })
    .at('0s', 'move EXMBX NODE2')
    .at('5m', 'power-off NODE1')
    .run();
  expect(run.all('failback-started')).toEqual([]);
  expect(run.all('group-moved', 'EXMBX')).toHaveLength(1);
  expect(run.world('5m').service.value).toBe('online');
  expect(run.times('service-lost').filter((at) => at >= 300_000)).toEqual([]);
});

test('a paused node that has lost its power is given nothing, also while nobody knows that it has', () => {
  const run = cluster({
    parameters: { restartThreshold: 0 },
    generic: [{ id: 'APP', owner: 'NODE1', resources: { service: [] } }],
  })
    .at('0s', 'pause-node NODE2')
    .at('1s', 'power-off NODE2')
    .at('1s', 'crash service')
    .run();
  const failed = run.the('group-failed', 'APP');
  expect(failed.values.obstacle).toBe('no-member');
  expect(failed.at).toBeLessThan(run.the('node-declared-down', 'NODE2').at);
  expect(run.all('failover-started')).toEqual([]);
});

test('a paused node that is stopped and started again is not paused any more', () => {
  const run = cluster()
    .at('0s', 'pause-node NODE2')
    .at('1s', 'stop-cluster-service NODE2')
    .at('1m', 'start-cluster-service NODE2')
    .run();
  expect(run.world('30s').nodes['NODE2']?.paused.value).toBe(true);
  expect(run.world().nodes['NODE2']?.paused.value).toBe(false);
});

test('a group that somebody took offline stays offline when it is moved; one that failed is tried again', () => {
  const offline = cluster().at('0s', 'take-offline EXMBX').at('1m', 'move EXMBX NODE2').run();
  expect(offline.the('group-moved').values.to).toBe('NODE2');
  expect(offline.all('resource-going-online')).toEqual([]);
  expect(offline.outcome()).toBe('down on NODE2');
  const failed = cluster({ parameters: { restartThreshold: 0 } })
    .at('0s', 'set EXMBX.FailoverThreshold 0')
    .at('0s', 'cut NODE1.public')
    .at('1m', 'move EXMBX NODE2')
    .run();
  expect(failed.all('group-failed')).toHaveLength(1);
  expect(failed.outcome()).toBe('online on NODE2');
});

test('what was left failed is restarted when more restarts are allowed', () => {
  const run = cluster({ profile: 'windows-server-2008' })
    .at('0s', 'crash information-store')
    .at('60s', 'crash information-store')
    .at('5m', 'set information-store.RestartThreshold 4')
    .run();
  const attempts = run.all('resource-going-online', 'information-store');
  expect(attempts.at(-1)?.at).toBe(run.the('property-set').at);
  expect(attempts.at(-1)?.because).toContain(run.the('property-set').id);
  expect(run.outcome()).toBe('online on NODE1');
});
