import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

test('Q176320, cc738794 (facts, table of section 1): private network down, public mixed: no arbitration, no failover', () => {
  const run = cluster().at('0s', 'cut private').run();
  expect([...run.kinds]).toEqual([
    'network-cut',
    'heartbeat-missed',
    'contact-lost',
    'interface-state-changed',
    'network-state-changed',
  ]);
  expect(run.outcome()).toBe('online on NODE1');
});

test('the loss of one network decides nothing while another internal-capable network works (ten things, 3)', () => {
  for (const part of ['private', 'public', 'NODE1.private', 'NODE2.public']) {
    const run = cluster().at('0s', `cut ${part}`).run();
    expect(run.all('node-declared-down')).toEqual([]);
    expect(run.all('regroup-started')).toEqual([]);
  }
});

test('Q176320, KB 309186: private down, public for clients only: the quorum owner wins and keeps everything', () => {
  const run = cluster({ publicRole: 'client' }).at('0s', 'cut private').run();
  expect(run.order('node-declared-down')).toEqual([
    'node-declared-down NODE2',
    'node-declared-down NODE1',
  ]);
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
  expect(run.the('cluster-service-stopped').values).toEqual({
    node: 'NODE2',
    reason: 'arbitration-lost',
  });
  expect(run.all('service-lost')).toEqual([]);
  expect(run.outcome()).toBe('online on NODE1');
});

test('heartbeats never use a network that is for clients only (network roles, MSCS: Role)', () => {
  const run = cluster({ publicRole: 'client' }).at('0s', 'cut public').run();
  expect(run.all('heartbeat-missed')).toEqual([]);
  const dead = cluster({ publicRole: 'client' }).at('0s', 'power-off NODE1').run();
  expect(dead.all('contact-lost').map(({ values }) => values.network)).toEqual(['private']);
});

test('both networks cut is the same as silence: one node goes on, and only one', () => {
  const run = cluster().at('0s', 'cut private').at('2s', 'cut public').run();
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
  expect(run.the('cluster-service-stopped').values.node).toBe('NODE2');
  expect(run.outcome()).toBe('down on NODE1');
});

test('KB 286342: the quorum owner defends even if no client can reach it', () => {
  const run = cluster().at('0s', 'cut NODE1.private').at('0s', 'cut NODE1.public').run();
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
  expect(run.outcome('1m')).toBe('down on NODE1');
});

test('Q176320 (public interface of the active node fails): the address fails, and the group fails over', () => {
  const run = cluster().at('0s', 'cut NODE1.public').run();
  expect(run.all('resource-failed', 'ip-address').map(({ values }) => values.how)).toEqual([
    'poll',
    'attempt',
    'attempt',
    'attempt',
  ]);
  expect(run.the('failover-started').values).toMatchObject({ from: 'NODE1', to: 'NODE2' });
  expect(run.outcome()).toBe('online on NODE2');
});

test('KB Q257925: a lost link is seen since Windows 2000; switched off, the address stays online', () => {
  const parameters = { publicNetworkLossFailsAddress: 0 };
  const run = cluster({ parameters }).at('0s', 'cut NODE1.public').run();
  expect(run.all('resource-failed')).toEqual([]);
  expect(run.outcome()).toBe('down on NODE1');
  expect(run.world().resources['ip-address']?.state.value).toBe('online');
});

test('LooksAlivePollInterval (5 s): a lost link is seen at the next poll, never later', () => {
  for (const moment of ['0s', '1.234s', '4.999s', '17s']) {
    const run = cluster().at(moment, 'cut NODE1.public').run();
    const [first = 0] = run.times('resource-failed', 'ip-address');
    const cut = run.when('cable-cut');
    expect(first - cut).toBeGreaterThanOrEqual(0);
    expect(first - cut).toBeLessThan(5_000);
  }
});

test('LooksAlivePollInterval: a link mended before the poll was never missed', () => {
  const run = cluster().at('0s', 'cut NODE1.public').at('1ms', 'mend NODE1.public').run();
  expect(run.all('resource-failed')).toEqual([]);
});

test('IsAlivePollInterval (60 s) is asked when it is due before LooksAlive', () => {
  const parameters = { looksAlivePollPeriod: 600_000, isAlivePollPeriod: 60_000 };
  const run = cluster({ parameters }).at('0s', 'cut NODE1.public').run();
  const [first = 0] = run.times('resource-failed', 'ip-address');
  expect(first).toBeLessThanOrEqual(60_000);
});

test('whole public network dead (facts, section 11): the group moves once, stays failed until it is brought online', () => {
  const script = cluster().at('0s', 'cut public').at('10m', 'mend public');
  const run = script.run();
  expect(run.all('failover-started')).toHaveLength(1);
  expect(run.the('group-failed').values).toEqual({
    group: 'EXMBX',
    resource: 'ip-address',
    obstacle: 'used-up',
  });
  expect(run.when('group-failed')).toBeLessThan(120_000);
  expect(run.outcome()).toBe('down on NODE2');
  const mended = script.at('11m', 'bring-online EXMBX').run();
  expect(mended.outcome()).toBe('online on NODE2');
  expect(mended.when('service-restored')).toBeGreaterThan(660_000);
});

test('FailoverThreshold: with a higher one the group goes back and forth before it stays failed', () => {
  const run = cluster({ parameters: { groupFailoverThreshold: 3 } })
    .at('0s', 'cut public')
    .run();
  expect(run.all('failover-started').map(({ values }) => values.to)).toEqual([
    'NODE2',
    'NODE1',
    'NODE2',
  ]);
  expect(run.all('group-failed')).toHaveLength(1);
});

test('FailoverPeriod (6 h): failovers are forgotten after it', () => {
  const script = cluster()
    .at('0s', 'cut NODE1.public')
    .at('10m', 'mend NODE1.public')
    .at('20m', 'cut NODE2.public');
  expect(script.run().outcome()).toBe('down on NODE2');
  const later = cluster()
    .at('0s', 'cut NODE1.public')
    .at('10m', 'mend NODE1.public')
    .at('7h', 'cut NODE2.public');
  expect(later.run().outcome()).toBe('online on NODE1');
});

test('what is said of a whole network follows who runs', () => {
  const run = cluster()
    .at('0s', 'power-off NODE1')
    .at('2s', 'cut NODE2.private')
    .at('3m', 'power-on NODE1')
    .run();
  const states = run.all('network-state-changed').map(({ values }) => values.state);
  expect(states.at(-1)).toBe('up');
});
