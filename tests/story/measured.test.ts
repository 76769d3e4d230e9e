import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { execute } from '#model/whole';
import { activityOf, believedOwners, believersIn, ownerOf, serviceOf } from '#story';
import type { NodeActivity } from '#story';
import { hardwareActions, randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import type { Ran } from '../model/support/cluster.ts';

/** Who believes to have the mailbox server, by turns. */
function namedBelievers({ execution }: Ran): readonly string[] {
  return believersIn(execution, execution.steadyAt + 1).map(({ value }) => value);
}

function activity(ran: Ran, when: string, node = 'NODE1'): NodeActivity {
  return activityOf(ran.plan, ran.world(when), node);
}

describe('who has the mailbox server in truth', () => {
  test('a node that stands still keeps it until another takes it', () => {
    const ran = cluster().at('0s', 'hang NODE1').run();
    const taken = ran.when('group-taken', 'EXMBX');
    expect(ownerOf(ran.plan, ran.world(`${taken - 1}ms`))).toBe('NODE1');
    expect(ownerOf(ran.plan, ran.world(`${taken}ms`))).toBe('NODE2');
  });

  test('nobody, when no node is up', () => {
    const ran = cluster().at('0s', 'power-off NODE1').at('1s', 'power-off NODE2').run();
    expect(ownerOf(ran.plan, ran.world('2s'))).toBe('none');
  });

  test('the last node that stands still has it, though nobody is answered', () => {
    const ran = cluster().at('0s', 'power-off NODE2').at('1m', 'hang NODE1').run();
    expect(ownerOf(ran.plan, ran.world('2m'))).toBe('NODE1');
    expect(serviceOf(ran.plan, ran.world('2m'))).toBe('down');
  });

  test('the node that was forced to go on, where it alone can host it', () => {
    const ran = cluster({ nodes: 3, quorum: 'node-majority', publicRole: 'client' })
      .at('0s', 'power-off NODE3')
      .at('1m', 'cut private')
      .at('2m', 'force-quorum NODE2')
      .run();
    expect(serviceOf(ran.plan, ran.world())).toBe('online');
    expect(ownerOf(ran.plan, ran.world())).toBe('NODE2');
  });
});

describe('who believes to have it', () => {
  test('an owner that wakes believes it for a while beside the one that took over', () => {
    const ran = cluster().at('0s', 'hang NODE1').at('2m', 'wake NODE1').run();
    const woken = ran.world('2m');
    expect(believedOwners(ran.plan, woken, 'EXMBX')).toEqual(['NODE1', 'NODE2']);
    expect(ownerOf(ran.plan, woken)).toBe('NODE2');
    expect(namedBelievers(ran)).toEqual(['NODE1', '', 'NODE2', 'NODE1 NODE2', 'NODE2']);
  });

  test('two parts of which one was forced both do, however few disks there are', () => {
    const ran = cluster({ nodes: 3, quorum: 'node-majority', publicRole: 'client' })
      .at('0s', 'cut NODE1.private')
      .at('5m', 'force-quorum NODE1')
      .run();
    expect(believedOwners(ran.plan, ran.world(), 'EXMBX')).toHaveLength(2);
    expect(believedOwners(ran.plan, ran.world(), 'EXMBX')).toContain('NODE1');
  });

  test('never two after a power cut', () => {
    expect(namedBelievers(cluster().at('0s', 'power-off NODE1').run())).toEqual([
      'NODE1',
      '',
      'NODE2',
    ]);
  });

  test('never two, whatever is done with hands in the machine room', () => {
    fc.assert(
      fc.property(randomRuns(hardwareActions), (run) => {
        const execution = execute(run);
        const believers = believersIn(execution, execution.steadyAt + 1);
        for (const { value } of believers) expect(value).not.toContain(' ');
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a node is doing', () => {
  test('standing still', () => {
    const ran = cluster().at('0s', 'hang NODE1').run();
    expect(activity(ran, '1s')).toBe('hung');
  });

  test('its cluster service standing still, until the watchdog ends it', () => {
    const ran = cluster().at('0s', 'hang-service NODE1').run();
    expect(activity(ran, '1s')).toBe('hung');
    expect(activity(ran, `${ran.when('cluster-service-stopped')}ms`)).toBe('stopped');
  });

  test('shutting down, then off', () => {
    const ran = cluster().at('0s', 'shut-down NODE1').run();
    expect(activity(ran, '1s')).toBe('shutting-down');
    expect(activity(ran, `${ran.when('node-shut-down')}ms`)).toBe('off');
  });

  test('leaving the cluster, then stopped', () => {
    const ran = cluster().at('0s', 'stop-cluster-service NODE1').run();
    expect(activity(ran, '1s')).toBe('leaving');
    expect(activity(ran, `${ran.when('node-left')}ms`)).toBe('stopped');
  });

  test('paused, also with something to host', () => {
    const ran = cluster().at('0s', 'pause-node NODE1').at('1s', 'resume-node NODE1').run();
    expect(activity(ran, '0s')).toBe('paused');
    expect(activity(ran, '1s')).toBe('active');
  });
});
