import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

const fed = {
  feeds: { NODE1: ['feed-1', 'feed-2'], NODE2: ['feed-2'], array: ['feed-1', 'feed-2'] },
};

describe('power feeds', () => {
  test('a node with two feeds goes on with one and is off with the last', () => {
    const one = cluster(fed).at('0s', 'fail feed-1').run();
    expect(one.order('node-powered-off', 'service-lost')).toEqual([]);
    const both = cluster(fed).at('0s', 'fail feed-1').at('10s', 'fail feed-2').run();
    expect(both.when('node-powered-off', 'NODE1')).toBe(10_000);
    const because = both.the('node-powered-off', 'NODE1').because;
    expect(because.map((id) => both.occurrences[id]?.subject)).toEqual(['feed-1', 'feed-2']);
    expect(both.the('node-powered-off', 'NODE2').because).toHaveLength(1);
  });

  test('without a working feed the button of a node does nothing', () => {
    const off = cluster(fed).at('0s', 'fail feed-2');
    expect(off.at('1s', 'power-on NODE2').run().refusals).toEqual(['no-power']);
    expect(off.at('1s', 'power-off NODE2').run().refusals).toEqual(['already-so']);
  });

  test('a node starts by itself with the first feed that returns, unless it is set not to', () => {
    const failed = (parameters: { powerReturnsOn?: number }) =>
      cluster({ ...fed, parameters })
        .at('0s', 'fail feed-1')
        .at('1s', 'fail feed-2')
        .at('1m', 'repair feed-1')
        .run();
    const run = failed({});
    expect(run.the('node-powered-on', 'NODE1')).toMatchObject({ rule: 'power-returns' });
    expect(run.times('node-powered-on')).toEqual([60_000]);
    expect(run.outcome()).toBe('online on NODE1');
    expect(failed({ powerReturnsOn: 0 }).all('node-powered-on')).toEqual([]);
  });

  test('a node that somebody switched off stays off when its feed returns', () => {
    const run = cluster(fed)
      .at('0s', 'power-off NODE2')
      .at('1s', 'fail feed-2')
      .at('2s', 'repair feed-2')
      .run();
    expect(run.all('node-powered-on')).toEqual([]);
  });

  test('a feed that fails and returns while a node restarts does not switch on what is on', () => {
    const run = cluster(fed)
      .at('0s', 'restart NODE1')
      .at('1s', 'fail feed-1')
      .at('2s', 'repair feed-1')
      .run();
    expect(run.all('node-powered-on', 'NODE1')).toHaveLength(1);
    expect(run.the('node-powered-on', 'NODE1').rule).toBe('restart');
  });

  test('the array and switches hang on their feeds too', () => {
    const difference = {
      feeds: { array: ['feed-1'], 'switch-1': ['feed-2'] },
      switches: { public: ['switch-1'] },
    };
    for (const feed of ['feed-1', 'feed-2']) {
      const run = cluster(difference).at('0s', `fail ${feed}`).at('1ms', `repair ${feed}`).run();
      expect(run.times('service-lost')).toEqual([0]);
      expect(run.the('service-restored').values.outageMs).toBe(1);
    }
  });
});

describe('starting after a power cut', () => {
  const both = { feeds: { NODE1: ['feed-1'], NODE2: ['feed-1'] } };
  const returns = (bootDelay: number) =>
    cluster({ ...both, node: { NODE2: { bootDelay } } })
      .at('0s', 'fail feed-1')
      .at('1m', 'repair feed-1')
      .run();

  test('nodes that start together quarrel over the quorum disk (windowsitpro, 8 Ways, Part 2)', () => {
    const run = returns(0);
    expect(run.all('quorum-challenged')).toHaveLength(2);
    expect(run.all('quorum-reserve-refused')).toHaveLength(1);
  });

  test('staggered boot menus let the second one join (windowsitpro, 8 Ways, Part 2)', () => {
    const run = returns(20_000);
    expect(run.all('quorum-challenged')).toHaveLength(1);
    expect(run.the('cluster-service-started', 'NODE2').values.to).toBe('join');
    const { bootDuration } = run.plan.scenario.parameters;
    expect(run.the('node-booted', 'NODE2').values.tookMs).toBe(bootDuration + 20_000);
    expect(run.when('node-booted', 'NODE2') - run.when('node-booted', 'NODE1')).toBe(20_000);
  });
});

describe('shutting down (KB Q252974)', () => {
  const announced = cluster().at('0s', 'shut-down NODE1').run();
  const silent = cluster({ parameters: { shutdownIsAnnounced: 0 } })
    .at('0s', 'shut-down NODE1')
    .run();

  test('announced, the groups are handed over in order: nobody waits for silence and no log is replayed', () => {
    expect(announced.kinds).not.toContain('node-declared-down');
    expect(announced.kinds).not.toContain('recovery-started');
    expect(announced.outcome()).toBe('online on NODE2');
    const { shutdownDuration } = announced.plan.scenario.parameters;
    const stopped = announced.when('cluster-service-stopped', 'NODE1');
    expect(announced.when('node-shut-down')).toBe(stopped + shutdownDuration);
    expect(announced.world().power['NODE1']?.value).toBe('off');
  });

  test('not announced, the heartbeat ends at once and the others notice by the silence', () => {
    expect(silent.when('cluster-service-stopped', 'NODE1')).toBe(0);
    const { silentMs } = silent.the('node-declared-down').values;
    expect(silentMs).toBe(7_200);
    expect(silent.all('recovery-started')).toHaveLength(1);
  });

  test('what takes longer than the allowance of 15 s is ended without order', () => {
    const run = cluster({ parameters: { databaseDismountDuration: 40_000 } })
      .at('0s', 'shut-down NODE1')
      .run();
    expect(run.when('cluster-service-stopped', 'NODE1')).toBe(15_000);
    expect(run.all('recovery-started')).toHaveLength(1);
  });

  test('a restart switches the node on again by itself, and it joins', () => {
    const run = cluster().at('0s', 'restart NODE1').run();
    expect(run.the('node-powered-on')).toMatchObject({
      at: run.the('node-shut-down').at,
      rule: 'restart',
    });
    expect(run.all('node-joined', 'NODE1')).toHaveLength(1);
    expect(announced.all('node-powered-on')).toEqual([]);
  });

  test('pulling the plug meanwhile ends it: nothing shuts down or starts again', () => {
    const run = cluster().at('0s', 'restart NODE1').at('10s', 'power-off NODE1').run();
    expect(run.all('node-shut-down')).toEqual([]);
    expect(run.all('node-powered-on')).toEqual([]);
    const off = cluster().at('0s', 'restart NODE1').at('10s', 'power-off NODE1');
    const again = off.at('1m', 'power-on NODE1').at('5m', 'shut-down NODE1').run();
    expect(again.times('node-powered-on')).toEqual([60_000]);
  });

  test('only an operating system that is up can be asked', () => {
    const off = cluster().at('0s', 'power-off NODE1');
    expect(off.at('1s', 'shut-down NODE1').run().refusals).toEqual(['system-not-up']);
    const booting = off.at('1s', 'power-on NODE1').at('2s', 'restart NODE1').run();
    expect(booting.refusals).toEqual(['system-not-up']);
    const twice = cluster().at('0s', 'shut-down NODE1').at('1s', 'restart NODE1').run();
    expect(twice.refusals).toEqual(['system-not-up']);
  });
});
