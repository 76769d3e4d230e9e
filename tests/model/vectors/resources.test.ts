import { expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import { valueOf } from '#model/register';
import { soundFile } from '../scenario/support.ts';
import { cluster } from '../support/cluster.ts';
import type { Ran, Script } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

const both = ['windows-server-2003', 'windows-server-2008'] as const;

/** A group of one service on another. */
const jobs = (more: Difference = {}): Difference => ({
  generic: [{ id: 'Jobs', owner: 'NODE1', resources: { base: [], job: ['base'] } }],
  ...more,
});

/** The service ends so often, with pauses. */
function crashes(script: Script, times: number, pauseSeconds = 20): Script {
  let so = script;
  for (let time = 0; time < times; time += 1) so = so.at(`${time * pauseSeconds}s`, 'crash job');
  return so;
}

const failovers = (run: Ran): number => run.all('failover-started', 'Jobs').length;

test('3.1 LooksAlivePollInterval: a process that has ended is found within 5 s', () => {
  for (const profile of both) {
    expect(valueOf('looksAlivePollPeriod', profile).default).toBe(5_000);
    for (const seed of [1, 2, 3]) {
      const run = crashes(cluster(jobs({ profile, seed })), 1).run();
      expect(run.when('resource-failed', 'job')).toBeLessThanOrEqual(5_000);
    }
  }
});

test('3.2 IsAlivePollInterval: a process that stands still is found within 60 s, and not by LooksAlive', () => {
  const found = [1, 2, 3, 4].map((seed) =>
    cluster(jobs({ seed })).at('10s', 'hang-service job').run().when('resource-failed', 'job'),
  );
  for (const at of found) {
    expect(at - 10_000).toBeGreaterThan(5_000);
    expect(at - 10_000).toBeLessThanOrEqual(60_000);
  }
});

test('3.3 RestartAction: leave does nothing, restart never moves the group, fail-over does in the end', () => {
  const after = (restartAction: 'leave' | 'restart' | 'fail-over'): readonly number[] => {
    const run = crashes(cluster(jobs({ resource: { job: { restartAction } } })), 4).run();
    return [run.all('resource-online', 'job').length, failovers(run)];
  };
  expect(after('leave')).toEqual([0, 0]);
  expect(after('restart')).toEqual([3, 0]);
  expect(after('fail-over')).toEqual([4, 1]);
});

test('3.4 KB 947712: three restarts on Windows Server 2003, one on 2008', () => {
  const restarts = (profile: (typeof both)[number]): number =>
    crashes(cluster(jobs({ profile })), 4)
      .run()
      .all('resource-online', 'job')
      .filter(({ values }) => values.node === 'NODE1').length;
  expect(both.map(restarts)).toEqual([3, 1]);
});

test('3.5 RestartPeriod: 15 minutes; a failure that is older counts no more', () => {
  for (const profile of both) expect(valueOf('restartPeriod', profile).default).toBe(900_000);
  expect(failovers(crashes(cluster(jobs()), 4, 290).run())).toBe(1);
  expect(failovers(crashes(cluster(jobs()), 4, 310).run())).toBe(0);
});

test('3.7 RetryPeriodOnFailure: 0xFFFFFFFF stands for never, and less than RestartPeriod is refused', () => {
  const job = cluster({
    profile: 'windows-server-2008',
    generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
    resource: { job: { restartAction: 'restart', properties: { RestartThreshold: 0 } } },
  });
  const never = job
    .at('0s', 'set job.RetryPeriodOnFailure 4294967295ms')
    .at('1s', 'crash job')
    .run('60d');
  expect(never.all('resource-retried')).toEqual([]);
  const soon = job.at('0s', 'set job.RetryPeriodOnFailure 14m').run();
  expect(soon.refusals).toEqual(['below-restart-period']);
  const shorter = job
    .at('0s', 'set job.RestartPeriod 10m')
    .at('1s', 'set job.RetryPeriodOnFailure 14m')
    .run();
  expect(shorter.refusals).toEqual([]);
  const longer = job.at('0s', 'set job.RestartPeriod 61m').run();
  expect(longer.refusals).toEqual(['above-retry-period']);
  const both = job
    .at('0s', 'set job.RetryPeriodOnFailure 2h')
    .at('1s', 'set job.RestartPeriod 2h')
    .run();
  expect(both.refusals).toEqual([]);
});

test('3.7 RetryPeriodOnFailure: an hour after its last failure a resource of 2008 is tried again', () => {
  const run = crashes(
    cluster(
      jobs({
        profile: 'windows-server-2008',
        resource: { job: { restartAction: 'restart', properties: { RestartThreshold: 0 } } },
      }),
    ),
    1,
  ).run('2h');
  expect(run.when('resource-retried', 'job') - run.when('resource-failed', 'job')).toBe(3_600_000);
});

/** How a service that needs so long to start fares. */
function start(onlineDuration: number, difference: Difference = {}): Ran {
  const resource = {
    job: { onlineDuration, restartAction: 'leave' as const, ...difference.resource?.['job'] },
  };
  return cluster(jobs({ ...difference, resource }))
    .at('0s', 'take-offline job')
    .at('10s', 'bring-online job')
    .run();
}

test('3.8 PendingTimeout: 180 s without a report; exactly as long is enough, more is not', () => {
  for (const profile of both) expect(valueOf('pendingTimeout', profile).default).toBe(180_000);
  expect(start(180_000).all('resource-failed')).toEqual([]);
  const late = start(180_001);
  expect(late.when('resource-failed', 'job')).toBe(190_000);
  expect(late.the('resource-failed').values.how).toBe('time-out');
});

test('3.9 DeadlockTimeout: 300 s on 2008 however long PendingTimeout is, no limit on 2003', () => {
  const job = { properties: { PendingTimeout: 1_000_000 } };
  const failed = (profile: (typeof both)[number]): number[] =>
    start(400_000, { profile, resource: { job } }).times('resource-failed', 'job');
  expect(both.map(failed)).toEqual([[], [310_000]]);
});

test('3.10 FailoverThreshold: one less than the nodes on 2008', () => {
  for (const nodes of [2, 3, 5]) {
    const difference = jobs({
      profile: 'windows-server-2008',
      nodes,
      resource: { job: { properties: { RestartThreshold: 0 } } },
    });
    const run = crashes(cluster(difference), nodes + 1, 60).run();
    expect(failovers(run)).toBe(nodes - 1);
    expect(run.all('group-failed', 'Jobs')).toHaveLength(1);
  }
});

test('3.11 FailoverPeriod: six hours; a failover that is older counts no more', () => {
  for (const profile of both)
    expect(valueOf('groupFailoverPeriod', profile).default).toBe(21_600_000);
  const again = (seconds: number): number =>
    failovers(
      crashes(
        cluster(jobs({ resource: { job: { properties: { RestartThreshold: 0 } } } })),
        2,
        seconds,
      ).run(),
    );
  expect(again(21_590)).toBe(1);
  expect(again(21_610)).toBe(2);
});

test('3.12 AutoFailbackType: prevented unless allowed; allowed it needs a list of preferred owners', () => {
  const goesBack = (group: NonNullable<Difference['group']>[string]): boolean =>
    cluster({ group: { EXMBX: group } })
      .at('0s', 'power-off NODE1')
      .at('5m', 'power-on NODE1')
      .run()
      .all('failback-started').length > 0;
  expect(goesBack({})).toBe(false);
  expect(goesBack({ preferredOwners: ['NODE1'] })).toBe(false);
  expect(goesBack({ failback: 'immediate' })).toBe(false);
  expect(goesBack({ preferredOwners: ['NODE1'], failback: 'immediate' })).toBe(true);
});

test('3.20 KB Q197047: a group moves because of one resource past its threshold; each move is counted', () => {
  const run = crashes(cluster(jobs()), 4).run();
  expect(run.the('failover-started', 'Jobs').values.resource).toBe('job');
  expect(run.world().groups['Jobs']?.failovers).toHaveLength(1);
  expect(crashes(cluster(jobs()), 3).run().world().groups['Jobs']?.failovers).toEqual([]);
});

test('3.21 cc740098: five failovers in three hours; the sixth failure leaves the group offline', () => {
  const difference = jobs({
    group: { Jobs: { properties: { FailoverThreshold: 5, FailoverPeriod: 10_800_000 } } },
    resource: { job: { properties: { RestartThreshold: 0 } } },
  });
  const five = crashes(cluster(difference), 5, 60).run();
  expect([failovers(five), five.all('group-failed').length]).toEqual([5, 0]);
  const six = crashes(cluster(difference), 6, 60).run();
  expect([failovers(six), six.all('group-failed').length]).toEqual([5, 1]);
  expect(six.world().resources['base']?.state.value).toBe('offline');
});

test('3.22 cc740098: a resource that does not affect its group stays offline alone', () => {
  const run = crashes(cluster(jobs({ resource: { job: { restartAction: 'restart' } } })), 4).run();
  expect(run.world().resources['job']?.state.value).toBe('failed');
  expect(run.world().resources['base']?.state.value).toBe('online');
});

test('3.23 cc740098: with a threshold of two the third failure within the period moves the group', () => {
  const difference = jobs({ resource: { job: { properties: { RestartThreshold: 2 } } } });
  expect(failovers(crashes(cluster(difference), 2).run())).toBe(0);
  expect(failovers(crashes(cluster(difference), 3).run())).toBe(1);
});

test('3.25 KB Q171791: a failed provider takes its dependents offline and brings them back, nobody else', () => {
  const run = cluster(jobs()).at('0s', 'crash base').run();
  const touched = new Set(
    run.occurrences
      .filter(({ kind }) => kind.startsWith('resource-'))
      .map(({ subject }) => subject),
  );
  expect([...touched].toSorted()).toEqual(['base', 'job']);
  expect(run.order('resource-offline', 'resource-online')).toEqual([
    'resource-offline job',
    'resource-online base',
    'resource-online job',
  ]);
});

test('3.26 bb629581: one of several providers is enough on 2008; a file for 2003 cannot say so', () => {
  const problems = (profile: string): number => {
    const file = soundFile();
    const store = file.groups[1]?.resources.find(({ id }) => id === 'store') as object;
    Reflect.deleteProperty(store, 'depends-on');
    Reflect.set(store, 'depends-on-any', ['name', 'address']);
    return checkScenario('either', { ...file, profile }).problems.length;
  };
  expect(problems('windows-server-2008')).toBe(0);
  expect(problems('windows-server-2003')).toBeGreaterThan(0);
});

test('3.40 Failover Cluster API: Failover: a provider is offline only after its dependents, online before them', () => {
  const run = cluster({ secondDatabase: true }).at('0s', 'move EXMBX NODE2').run();
  const { resources } = run.plan;
  for (const { id, dependsOn } of Object.values(resources).filter((one) => one.id !== 'disk-Q')) {
    for (const provider of dependsOn) {
      expect(run.when('resource-offline', provider)).toBeGreaterThanOrEqual(
        run.when('resource-offline', id),
      );
      expect(run.when('resource-online', id)).toBeGreaterThan(
        run.when('resource-online', provider),
      );
    }
  }
});

test('3.41 Failover Cluster API: Failback: going back takes as long as a move by hand', () => {
  const moved = cluster().at('0s', 'move EXMBX NODE2').run();
  const back = cluster({ group: { EXMBX: { preferredOwners: ['NODE1'], failback: 'immediate' } } })
    .at('0s', 'power-off NODE1')
    .at('20m', 'power-on NODE1')
    .run();
  const last = back.all('service-restored').at(-1)?.values.outageMs;
  expect(last).toBe(moved.the('service-restored').values.outageMs);
});

test('3.42 KB Q197047: with a threshold of 0 one failure moves the group at that instant', () => {
  const run = crashes(
    cluster(jobs({ resource: { job: { properties: { RestartThreshold: 0 } } } })),
    1,
  ).run();
  expect(run.when('failover-started', 'Jobs')).toBe(run.when('resource-failed', 'job'));
});
