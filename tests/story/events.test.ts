import { describe, expect, test } from 'vitest';
import type { Occurrence, OccurrenceKind, OccurrenceValues, Profile } from '#model';
import { eventsFor, sentenceFor } from '#story/words';
import { cluster } from '../model/support/cluster.ts';
import { RUNS } from './support/runs.ts';

/** Something that happened, with only the values that matter for what is logged. */
function happened<Kind extends OccurrenceKind>(
  kind: Kind,
  values: Partial<OccurrenceValues[Kind]>,
  rule = 'some-rule',
): Occurrence {
  return { id: 0, at: 0, kind, subject: '', because: [], rule, values } as unknown as Occurrence;
}

/** The events on Windows Server 2003 and on 2008. */
function logged(occurrence: Occurrence, past?: readonly Occurrence[]): (readonly number[])[] {
  return [
    [...eventsFor(occurrence, 'windows-server-2003', past)],
    [...eventsFor(occurrence, 'windows-server-2008', past)],
  ];
}

/** What is logged for a stop that came of something. */
const loggedAfter = (led: Occurrence, reason: StopReason): (readonly number[])[] =>
  logged({ ...stopped(reason), because: [0] }, [led]);

type StopReason = OccurrenceValues['cluster-service-stopped']['reason'];

const stopped = (reason: StopReason): Occurrence => happened('cluster-service-stopped', { reason });

describe('read in texts of the maker', () => {
  test.each<[string, Occurrence, readonly number[], readonly number[]]>([
    ['contact lost is 1123 on 2003 (KB 892422)', happened('contact-lost', {}), [1123], []],
    ['contact restored is 1122 on 2003 (KB 892422)', happened('contact-restored', {}), [1122], []],
    [
      'an interface that is up is 1125 (KB 892422)',
      happened('interface-state-changed', { state: 'up' }),
      [1125],
      [1125],
    ],
    [
      'an interface that is unreachable is 1126 (KB 892422)',
      happened('interface-state-changed', { state: 'unreachable' }),
      [1126],
      [1126],
    ],
    [
      'an interface that has failed is 1127 (KB 892422)',
      happened('interface-state-changed', { state: 'failed' }),
      [1127],
      [1127],
    ],
    ['a removed node is 1135 (KB 892422)', happened('node-removed', {}), [1135], [1135]],
    [
      'a lost quorum is 1073 on 2003 (KB Q272771), 1177 on 2008',
      stopped('quorum-lost'),
      [1073],
      [1177],
    ],
    [
      'a lost arbitration is 1073 on 2003 (KB Q272771), 1177 on 2008',
      stopped('arbitration-lost'),
      [1073],
      [1177],
    ],
    [
      'a quorum disk that is not found is 1034 (KB Q243195)',
      happened('quorum-reserve-refused', { reason: 'unreachable' }, 'reserve-quorum'),
      [1034],
      [1034],
    ],
    [
      'a failed resource is 1069 on every version',
      happened('resource-failed', { how: 'poll' }),
      [1069],
      [1069],
    ],
  ])('%s', (_title, occurrence, on2003, on2008) => {
    expect(logged(occurrence)).toEqual([on2003, on2008]);
  });
});

describe('read in the event list of a later Windows', () => {
  test.each<[string, Occurrence, readonly number[], readonly number[]]>([
    [
      'a partitioned network is 1129 (provider dump)',
      happened('network-state-changed', { state: 'partitioned' }),
      [1129],
      [1129],
    ],
    [
      'a network that is down is 1130 (provider dump)',
      happened('network-state-changed', { state: 'down' }),
      [1130],
      [1130],
    ],
    [
      'a node that not all hear is 1006 on 2008 (provider dump)',
      stopped('evicted'),
      [1073],
      [1006],
    ],
    [
      'one that tries to form the cluster has not formed it yet',
      happened('cluster-service-started', { to: 'form' }),
      [],
      [],
    ],
    [
      'a node that could neither join nor form is 1009 on 2003 (KB 886717)',
      stopped('form-failed'),
      [1009],
      [],
    ],
    [
      'with an error in joining it is 1070 besides (KB 886717)',
      stopped('join-failed'),
      [1070, 1009],
      [],
    ],
    [
      'a node without any network is 1553 and 1554 (provider dump)',
      stopped('no-connectivity'),
      [],
      [1553, 1554],
    ],
    [
      'a service stopped in order is 1063 (provider dump)',
      stopped('stopped-by-administrator'),
      [1063],
      [1063],
    ],
    [
      'a cluster that is formed is 1061 (provider dump)',
      happened('cluster-formed', {}),
      [1061],
      [1061],
    ],
    [
      'one that is formed by force is 1061 (provider dump)',
      happened('quorum-forced', {}),
      [1061],
      [1061],
    ],
    [
      'a node that has joined is 1062 (provider dump), and 1122 on 2003 (KB 892422)',
      happened('node-joined', {}),
      [1062, 1122],
      [1062],
    ],
    [
      'a reset of the bus is 1209 (provider dump)',
      happened('quorum-challenged', { by: 'reset' }),
      [1209],
      [1209],
    ],
    [
      'a reservation lost is 1038 (provider dump)',
      happened('reservation-lost', {}),
      [1038],
      [1038],
    ],
    [
      'a file share that is not locked is 1564 on 2008 (provider dump)',
      happened('quorum-reserve-refused', { reason: 'held' }, 'lock-witness'),
      [],
      [1564],
    ],
    [
      'a resource that exceeded its time is 1230 and 1146 besides on 2008 (provider dump)',
      happened('resource-failed', { how: 'time-out' }),
      [1069],
      [1069, 1230, 1146],
    ],
    ['a failover is 1153 on 2008 (provider dump)', happened('failover-started', {}), [], [1153]],
    ['a group taken over is 1153 on 2008 (provider dump)', happened('group-taken', {}), [], [1153]],
    ['a move begins with 1203 on 2008 (provider dump)', happened('move-started', {}), [], [1203]],
    [
      'a failback begins with 1203 on 2008 (provider dump)',
      happened('failback-started', {}),
      [],
      [1203],
    ],
    [
      'a group taken offline is 1203 on 2008 (provider dump)',
      happened('group-taken-offline', {}),
      [],
      [1203],
    ],
    [
      'a group handed over is offline, 1204, and goes online, 1200, on 2008 (provider dump)',
      happened('group-moved', {}),
      [],
      [1204, 1200],
    ],
    [
      'a group brought online is 1200 on 2008 (provider dump)',
      happened('group-brought-online', {}),
      [],
      [1200],
    ],
    [
      'a group that has nowhere to go is 1205 on 2008 (provider dump)',
      happened('group-failed', { obstacle: 'no-member' }),
      [],
      [1205],
    ],
    [
      'a group that used its failovers up is 1254 besides (provider dump, 2008 R2)',
      happened('group-failed', { obstacle: 'used-up' }),
      [],
      [1205, 1254],
    ],
  ])('%s', (_title, occurrence, on2003, on2008) => {
    expect(logged(occurrence)).toEqual([on2003, on2008]);
  });
});

describe('what led to it counts', () => {
  test('a node that could not form because it found no witness is 1573 on 2008 (provider dump)', () => {
    const refused = (reason: 'held' | 'unreachable'): Occurrence =>
      happened('quorum-reserve-refused', { reason });
    expect(loggedAfter(refused('unreachable'), 'form-failed')).toEqual([[1009], [1573]]);
    expect(loggedAfter(refused('held'), 'form-failed')).toEqual([[1009], []]);
  });

  test('a service that left before its node shut down is 1063 (provider dump), one cut short is not', () => {
    expect(loggedAfter(happened('node-left', {}), 'node-shut-down')).toEqual([[1063], [1063]]);
    const asked = happened('node-shutting-down', {});
    expect(loggedAfter(asked, 'node-shut-down')).toEqual([[], []]);
  });
});

test('what is not written down anywhere has no event', () => {
  const silent = [
    happened('heartbeat-missed', {}),
    happened('node-declared-down', {}),
    happened('network-state-changed', { state: 'up' }),
    happened('quorum-challenged', { by: 'registration' }),
    happened('quorum-reserve-refused', { reason: 'held' }, 'reserve-quorum'),
    happened('cluster-service-started', { to: 'join' }),
    stopped('hung'),
  ];
  for (const occurrence of silent) expect(logged(occurrence), occurrence.kind).toEqual([[], []]);
});

test('a reason names what Windows logs, and says so where only a later Windows lists it', () => {
  const ran = cluster({ publicRole: 'client' }).at('0s', 'cut private').run();
  const [lost] = ran.all('contact-lost');
  const down = ran.the('network-state-changed');
  expect(lost && sentenceFor(ran.plan, lost).why).toMatch(/\. Windows logs event 1123\.$/);
  expect(sentenceFor(ran.plan, down).why).toMatch(/\. A later Windows lists event 1130 for it\.$/);
});

test('the events of an interface are documented for Windows Server 2003 (KB 892422), and listed later', () => {
  const told = (profile: Profile): string => {
    const ran = cluster({ profile }).at('0s', 'cut NODE1.private').run();
    const [failed] = ran.all('interface-state-changed');
    return failed ? sentenceFor(ran.plan, failed).why : '';
  };
  expect(told('windows-server-2003')).toMatch(/Windows logs event 112\d\.$/);
  expect(told('windows-server-2008')).toMatch(/A later Windows lists event 112\d for it\.$/);
});

test('a group that was taken offline by hand goes neither offline nor online when it moves', () => {
  const ran = cluster({ profile: 'windows-server-2008' })
    .at('0s', 'take-offline EXMBX')
    .at('2m', 'move EXMBX')
    .at('4m', 'bring-online EXMBX')
    .at('6m', 'move EXMBX')
    .run();
  for (const kind of ['move-started', 'group-moved'] as const) {
    const [first, second] = ran
      .all(kind)
      .map((one) => eventsFor(one, 'windows-server-2008', ran.occurrences).length);
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(0);
  }
});

test('a server that stands alone writes no events of a cluster', () => {
  const alone = RUNS.filter(({ plan }) => plan.quorum === null);
  const reasons = alone.flatMap(({ plan, occurrences }) =>
    occurrences.map((one) => sentenceFor(plan, one).why),
  );
  expect(reasons.length).toBeGreaterThan(50);
  for (const why of reasons) expect(why).not.toMatch(/\bevents? \d/);
});
