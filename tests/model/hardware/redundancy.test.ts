import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import { TWICE, withMountPoint } from '../support/redundant.ts';
import { replayOfCauses, reproduces } from '../support/replay.ts';

const twice = cluster(TWICE);

describe('redundant components (the original article: teamed adapters, several switches, redundant power and storage)', () => {
  const singles = [
    'fail feed-1',
    'fail feed-2',
    'cut switch-1',
    'cut switch-2',
    'cut NODE1.public',
    'cut NODE1.public-2',
    'cut NODE1.path-1',
    'cut NODE1.path-2',
    'fail controller-1',
    'fail controller-2',
  ];

  test.each(singles)('with everything twice, %s is no outage and moves nothing', (fault) => {
    const run = twice.at('0s', fault).run();
    expect(run.order('service-lost', 'resource-failed', 'group-moved')).toEqual([]);
    expect(run.refusals).toEqual([]);
  });

  test('one of each at the same time still is none', () => {
    let script = twice;
    for (const part of ['cut switch-1', 'cut NODE1.path-2', 'fail controller-2'])
      script = script.at('0s', part);
    expect(script.run().all('service-lost')).toEqual([]);
  });

  test.each([
    ['fail feed-1', 'fail feed-2'],
    ['cut switch-1', 'cut switch-2'],
    ['cut NODE1.public', 'cut NODE1.public-2'],
    ['cut NODE1.public', 'cut switch-2'],
    ['cut NODE1.path-1', 'cut NODE1.path-2'],
    ['cut NODE1.path-1', 'fail controller-2'],
    ['fail controller-1', 'fail controller-2'],
  ])('%s and then %s is', (first, second) => {
    const run = twice.at('0s', first).at('1s', second).run();
    expect(run.times('service-lost')[0]).toBe(1_000);
  });

  test('only the fault that was one too many and what it met are the causes', () => {
    const run = twice
      .at('0s', 'cut NODE2.path-1')
      .at('0s', 'cut NODE1.path-1')
      .at('0s', 'cut switch-1')
      .at('1s', 'fail controller-2')
      .run();
    const because = run.all('service-lost')[0]?.because ?? [];
    expect(because.map((id) => run.occurrences[id]?.subject)).toEqual([
      'NODE1.path-1',
      'controller-2',
    ]);
  });

  test('teaming is for the public network: the heartbeat network has one adapter (KB 254101)', () => {
    expect(Object.keys(twice.plan.parts)).toContain('NODE1.public-2');
    expect(Object.keys(twice.plan.parts)).not.toContain('NODE1.private-2');
  });
});

describe('a single component', () => {
  test('without teaming the nodes of a network go to its switches in turn, so each is alone on one', () => {
    const difference = { switches: { public: ['switch-1', 'switch-2'] } };
    expect(cluster(difference).at('0s', 'cut switch-2').run().all('service-lost')).toEqual([]);
    const run = cluster(difference).at('0s', 'cut switch-1').run();
    expect(run.times('service-lost')).toEqual([0]);
    expect(run.outcome()).toBe('online on NODE2');
  });

  test('one HBA path takes the node out of the game (experts-exchange 19639)', () => {
    const run = cluster({ controllers: ['controller-1'] })
      .at('0s', 'cut NODE1.path-1')
      .run();
    expect(run.outcome()).toBe('online on NODE2');
  });

  test('one controller is a single point of failure for every node', () => {
    const run = cluster({ controllers: ['controller-1'], paths: 2 })
      .at('0s', 'fail controller-1')
      .run();
    expect(run.outcome()).toMatch(/^down/);
  });

  test('the array is not covered by anything (aa997195)', () => {
    const run = twice.at('0s', 'fail array').run();
    expect(run.outcome()).toMatch(/^down/);
    const repaired = twice.at('0s', 'fail array').at('10m', 'repair array');
    expect(repaired.at('20m', 'bring-online EXMBX').run().outcome()).toMatch(/^online/);
  });

  test('what is so already is refused', () => {
    const script = cluster({ ...TWICE, quorum: 'node-and-file-share-majority' });
    for (const action of [
      'repair controller-1',
      'repair witness',
      'mend switch-1',
      'repair feed-1',
    ])
      expect(script.at('0s', action).run().refusals).toEqual(['already-so']);
    const failed = script.at('0s', 'fail witness').at('1s', 'fail witness').run();
    expect(failed.refusals).toEqual(['already-so']);
    expect(failed.the('witness-failed').subject).toBe('witness');
  });
});

describe('mount points', () => {
  test('losing the root disk takes the databases mounted in it, and only those (timmcmic 2009-09-21)', () => {
    const run = withMountPoint({ parameters: { restartThreshold: 100 } })
      .at('0s', 'fail R')
      .run('1m');
    const away = run.order('resource-failed', 'resource-offline').map((line) => line.split(' ')[1]);
    expect(away).toContain('disk-F');
    expect(away).toContain('database-2');
    expect(away).not.toContain('mailbox-database');
    expect(run.world('1m').service.value).toBe('degraded');
  });

  test('losing the disk in the folder leaves the root disk alone', () => {
    const run = withMountPoint().at('0s', 'fail F').run('5s');
    expect(run.all('resource-failed', 'disk-R')).toEqual([]);
    expect(run.all('resource-failed', 'disk-F').length).toBeGreaterThan(0);
  });
});

test('each occurrence of these faults is reproduced by the actions in its chain of causes', () => {
  const faults = [
    ['cut NODE1.path-1', 'fail controller-2', 'mend NODE1.path-1'],
    ['fail feed-1', 'fail feed-2', 'repair feed-2'],
    ['cut switch-1', 'cut NODE1.public-2', 'mend switch-1'],
    ['hang NODE1', 'wake NODE1'],
    ['hang NODE2', 'power-off NODE1', 'wake NODE2', 'power-on NODE1'],
    ['restart NODE1', 'shut-down NODE2'],
    ['shut-down NODE1', 'power-on NODE1', 'move EXMBX'],
  ];
  for (const fault of faults) {
    let script = twice;
    for (const [index, action] of fault.entries()) script = script.at(`${index * 5}m`, action);
    const { execution } = script.run();
    const missing = execution.occurrences.filter(
      (occurrence) => !reproduces(replayOfCauses(execution, occurrence), occurrence),
    );
    expect([fault, missing]).toEqual([fault, []]);
  }
});
