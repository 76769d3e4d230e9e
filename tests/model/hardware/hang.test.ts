import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import { replayOfCauses, reproduces } from '../support/replay.ts';

describe('an operating system that stands still', () => {
  test('answers nobody, and answers again as soon as it wakes', () => {
    const run = cluster().at('0s', 'hang NODE1').at('3s', 'wake NODE1').run();
    expect(run.times('service-lost')).toEqual([0]);
    expect(run.the('service-restored').values.outageMs).toBe(3_000);
    expect(run.the('node-woke').values.hungMs).toBe(3_000);
    expect(run.outcome()).toBe('online on NODE1');
  });

  test('less than six missed heartbeats decide nothing (KB 892422)', () => {
    const run = cluster().at('0s', 'hang NODE1').at('5s', 'wake NODE1').run();
    expect(run.kinds).toContain('contact-lost');
    expect(run.kinds).not.toContain('node-declared-down');
  });

  test('woken after contact was lost, it counts the silence afresh and declares the dead node down (KB 892422)', () => {
    const run = cluster()
      .at('0s', 'power-off NODE2')
      .at('4s', 'hang NODE1')
      .at('10s', 'wake NODE1')
      .run();
    expect(run.all('contact-lost', 'NODE2.private')).toHaveLength(1);
    const down = run.the('node-declared-down', 'NODE2');
    expect(down.values.by).toBe('NODE1');
    expect(down.at - run.the('node-woke').at).toBe(7_200);
    expect(reproduces(replayOfCauses(run.execution, down), down)).toBe(true);
  });

  test('what was under way ends as much later as it hung', () => {
    const move = cluster().at('0s', 'move EXMBX');
    const usual = move.run().when('group-moved');
    const hung = move.at('1s', 'hang NODE1').at('4s', 'wake NODE1').run();
    expect(hung.when('group-moved')).toBe(usual + 3_000);
  });

  test('the passive node hung is no outage', () => {
    const run = cluster().at('0s', 'hang NODE2').run();
    expect(run.all('service-lost')).toEqual([]);
    expect(run.outcome()).toBe('online on NODE1');
  });

  test('a hung owner loses its groups; woken, it finds the quorum disk reserved and stops (KB 309186)', () => {
    const run = cluster().at('0s', 'hang NODE1').at('2m', 'wake NODE1').run();
    expect(run.the('group-taken', 'EXMBX').values.to).toBe('NODE2');
    const stopped = run.the('cluster-service-stopped', 'NODE1');
    expect(stopped.values.reason).toBe('quorum-lost');
    const { reservationRenewalPeriod } = run.plan.scenario.parameters;
    expect(stopped.at - run.the('node-woke').at).toBeLessThanOrEqual(reservationRenewalPeriod);
    expect(run.all('node-joined', 'NODE1')).toHaveLength(1);
  });

  test('its database, mounted elsewhere meanwhile, is left alone when the woken node stops', () => {
    const run = cluster().at('0s', 'hang NODE1').at('2m', 'wake NODE1').run();
    expect(run.all('recovery-started')).toHaveLength(1);
    expect(run.world().databases['mailbox-database']).toMatchObject({
      state: { value: 'mounted' },
      mountedBy: 'NODE2',
    });
    expect(run.times('service-lost')).toEqual([0]);
  });

  test('only a running system can hang, and only a hung one can wake', () => {
    const off = cluster().at('0s', 'power-off NODE1');
    expect(off.at('1s', 'hang NODE1').run().refusals).toEqual(['system-not-up']);
    expect(off.at('1s', 'wake NODE1').run().refusals).toEqual(['system-not-up']);
    expect(cluster().at('0s', 'wake NODE1').run().refusals).toEqual(['already-so']);
    const twice = cluster().at('0s', 'hang NODE1').at('1s', 'hang NODE1').run();
    expect(twice.refusals).toEqual(['already-so']);
  });

  test('pulling the plug of a hung node and giving it back starts it afresh', () => {
    const run = cluster()
      .at('0s', 'hang NODE1')
      .at('1m', 'power-off NODE1')
      .at('2m', 'power-on NODE1')
      .run();
    expect(run.all('node-booted', 'NODE1')).toHaveLength(1);
    expect(run.all('node-joined', 'NODE1')).toHaveLength(1);
    expect(run.outcome()).toBe('online on NODE2');
  });
});

describe('a cluster service that stands still (HangRecoveryAction, facts 1.18 and 1.19)', () => {
  test('on Windows Server 2003 the watchdog ends the service, and the node runs on', () => {
    const run = cluster().at('0s', 'hang-service NODE1').run();
    expect(run.the('cluster-service-stopped').values.reason).toBe('hung');
    expect(run.all('node-crashed')).toEqual([]);
    expect(run.world('61s').systems['NODE1']?.value).toBe('up');
  });

  test('on 2008 it stops the whole node, which has power and starts again', () => {
    const run = cluster({ profile: 'windows-server-2008' }).at('0s', 'hang-service NODE1').run();
    expect(run.when('node-crashed', 'NODE1')).toBe(60_000);
    expect(run.all('cluster-service-stopped')).toEqual([]);
    const world = run.world('61s');
    expect(world.power['NODE1']?.value).toBe('on');
    expect(world.systems['NODE1']?.value).toBe('booting');
    expect(run.when('node-booted', 'NODE1')).toBe(180_000);
    expect(run.outcome()).toBe('online on NODE2');
  });

  test('the databases that it had mounted were not closed (TechNet bb124063): the next node replays logs', () => {
    const run = cluster({ profile: 'windows-server-2008' }).at('0s', 'hang-service NODE1').run();
    expect(run.all('recovery-started')).toHaveLength(1);
  });
});
