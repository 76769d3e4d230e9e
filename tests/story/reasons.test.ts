import { describe, expect, test } from 'vitest';
import type { Occurrence, OccurrenceKind } from '#model';
import { sentenceFor } from '#story/words';
import { cluster } from '../model/support/cluster.ts';
import type { Ran } from '../model/support/cluster.ts';
import type { Difference } from '../model/support/scenario.ts';
import { server } from '../model/support/server.ts';

const on2008 = { profile: 'windows-server-2008' } as const;

/** A run of a cluster in which these things are done. */
function after(difference: Difference, ...actions: readonly string[]): Ran {
  return cluster(difference)
    .do(...actions)
    .run();
}

const why = ({ plan, occurrences }: Ran, one: Occurrence): string =>
  sentenceFor(plan, one, occurrences).why;

/** The reasons of everything of a kind, in order; nothing of it is a mistake of the test. */
function reasons(ran: Ran, kind: OccurrenceKind): readonly string[] {
  const found = ran.all(kind);
  if (found.length === 0) throw new Error(`no ${kind}`);
  return found.map((one) => why(ran, one as Occurrence));
}

/** The reason of the last of a kind that concerns a part. */
function lastOf(ran: Ran, kind: OccurrenceKind, subject: string): string {
  const found = ran.occurrences.findLast((one) => one.kind === kind && one.subject === subject);
  if (!found) throw new Error(`no ${kind} ${subject}`);
  return why(ran, found);
}

describe('the reason that happened is told, not each that might have', () => {
  test('a database that was closed with its store was not ended without order', () => {
    const ran = after({}, '0s stop-service information-store');
    expect(lastOf(ran, 'resource-offline', 'mailbox-database')).toBe(
      'It was closed in order when its store was stopped.',
    );
  });

  test('a database whose store crashed, or whose disk is out of reach, was', () => {
    const crashed = after({}, '0s crash information-store');
    expect(lastOf(crashed, 'resource-offline', 'mailbox-database')).toBe(
      'Its store ended without order.',
    );
    const cut = after({ quorumOwner: 'NODE2' }, '0s cut NODE1.path-1');
    expect(lastOf(cut, 'resource-offline', 'mailbox-database')).toContain('out of reach');
  });

  test.each<[string, string, string, Difference, ...string[]]>([
    [
      'a damaged file',
      'mailbox-database',
      'damaged file',
      on2008,
      '0s damage-page mailbox-database',
    ],
    ['an address without a network', 'ip-address', 'has no network', {}, '0s cut public'],
    ['a disk that is broken', 'disk-E', 'disk does not answer', {}, '0s fail E'],
    [
      'a disk that is new',
      'mailbox-database',
      'new disk is empty',
      {},
      '0s fail E',
      '100ms repair E',
    ],
    [
      'a disk that another reserved',
      'disk-E',
      'Another node has the disk reserved',
      { quorum: 'node-majority', nodes: 3, publicRole: 'client' },
      '0s cut NODE1.private',
      '2m force-quorum NODE1',
    ],
  ])('an attempt stopped by %s', (_what, resource, words, difference, ...actions) => {
    const ran = after(difference, ...actions);
    const failed = ran.occurrences.findLast(
      ({ kind, subject, values }) =>
        kind === 'resource-failed' &&
        subject === resource &&
        Reflect.get(values, 'how') === 'attempt',
    );
    expect(failed && why(ran, failed)).toContain(words);
  });

  test('a reservation is lost to a cut path or to another node', () => {
    const cut = after({}, '0s cut NODE1.path-1');
    expect(reasons(cut, 'reservation-lost')[0]).toContain('did not reach the disk');
    const woke = after({}, '0s hang NODE1', '2m wake NODE1');
    expect(reasons(woke, 'reservation-lost').at(-1)).toContain('Another node');
  });
});

describe('what follows a failure', () => {
  const twice = ['0s crash information-store', '1m crash information-store'] as const;

  test('restarts are counted, and it is told when they are used up', () => {
    const [first = '', second = ''] = reasons(after(on2008, ...twice), 'resource-failed');
    expect(first).toContain('Failure 1 within 15 min; up to 1 restart in that time is allowed.');
    expect(second).toContain(
      'its restart is used up. It does not affect its group (an assumption)',
    );
    expect(second).toContain('It is tried again 1 h after its last failure');
  });

  test('on Windows Server 2003 nothing tries it again', () => {
    const ran = after({ parameters: { restartThreshold: 1 } }, ...twice);
    expect(reasons(ran, 'resource-failed').at(-1)).toContain('until somebody brings it online.');
  });

  test('what an administrator has set counts', () => {
    const ran = after(
      {},
      '0s set information-store.RestartThreshold 0',
      '0s set information-store.RestartAction fail-over',
      '1s crash information-store',
    );
    expect(reasons(ran, 'resource-failed')[0]).toContain(
      'no restart is allowed. It affects its group',
    );
  });

  test('a group that is tried again by itself needs nobody', () => {
    expect(reasons(after(on2008, '0s cut public'), 'group-failed')[0]).toContain('1 h after');
    expect(reasons(after({}, '0s cut public'), 'group-failed')[0]).toContain('Somebody must mend');
  });

  test('a server that stands alone has no resource monitor and no restarts that count', () => {
    const ran = server().at('0s', 'crash information-store').run();
    const [said = ''] = reasons(ran, 'resource-failed');
    expect(said).not.toMatch(/resource monitor|Failure/);
    expect(said).toContain('Nothing restarts it here.');
  });
});

describe('why the quorum disk was had or not', () => {
  const bothStart = [
    '0s power-off NODE1',
    '0s power-off NODE2',
    '1m power-on NODE1',
    '1m power-on NODE2',
  ] as const;

  test('a challenger that another was faster than lost its key to that one, and had its witness', () => {
    const ran = after(on2008, ...bothStart);
    const [refused = ''] = reasons(ran, 'quorum-reserve-refused');
    expect(refused).toBe('NODE1 was first: who takes the disk removes the keys of all others.');
    expect(lastOf(ran, 'cluster-service-stopped', 'NODE2')).not.toContain('1573');
  });

  test('a key that an owner removed shows that it lived', () => {
    const ran = after({ ...on2008, publicRole: 'client' }, '0s cut private');
    expect(reasons(ran, 'quorum-reserve-refused')[0]).toContain('the owner was alive');
  });

  test('a challenger out of time is not said to be refused by anybody', () => {
    const late = { parameters: { arbitrationTimeMax: 8_000 } };
    const ran = after(late, '0s power-off NODE1');
    const [refused] = ran.all('quorum-reserve-refused');
    expect(refused?.values.reason).toBe('too-late');
    expect(reasons(ran, 'quorum-reserve-refused')[0]).toContain('QuorumArbitrationTimeMax');
  });

  test('that nobody renewed does not show that nobody lives', () => {
    for (const difference of [{}, on2008])
      for (const why of reasons(after(difference, '0s hang NODE1'), 'quorum-reserved'))
        expect(why).not.toContain('living');
  });
});

describe('what is left', () => {
  test('the last storage path is told from the one before', () => {
    const ran = after({ paths: 2 }, '0s cut NODE1.path-1', '1s cut NODE1.path-2');
    expect(reasons(ran, 'path-cut')).toEqual([
      'Its reads and writes take the other path.',
      'It was the last that led anywhere: none of its reads and writes arrive.',
    ]);
  });

  test('so is the last cable of a team, the last switch and the last controller', () => {
    const team: Difference = { teamed: true, switches: { public: ['switch-1', 'switch-2'] } };
    const cables = after(team, '0s cut NODE1.public', '1s cut NODE1.public-2');
    expect(reasons(cables, 'cable-cut')[0]).toContain('carries on');
    expect(reasons(cables, 'cable-cut')[1]).toContain('the last');
    const boxes = after(team, '0s cut switch-1', '1s cut switch-2');
    expect(reasons(boxes, 'switch-cut')[0]).toContain('Another switch carries on.');
    expect(reasons(boxes, 'switch-cut')[1]).toContain('NODE1 and NODE2 have no other way');
    const controllers = after(
      { paths: 2, controllers: ['controller-1', 'controller-2'] },
      '0s fail controller-1',
      '1s fail controller-2',
    );
    expect(reasons(controllers, 'controller-failed')[0]).toContain('Every node has a path');
    expect(reasons(controllers, 'controller-failed')[1]).toContain('have no other path');
  });

  test('a node that hosts nothing hands nothing over', () => {
    expect(reasons(after({}, '0s restart NODE2'), 'node-shutting-down')[0]).toContain(
      'hosts nothing',
    );
    const moved = after({}, '0s move EXMBX NODE2', '1m restart NODE2');
    expect(reasons(moved, 'node-shutting-down')[0]).toContain('hands over what it hosts');
    const stopped = after({}, '0s stop-cluster-service NODE2');
    expect(reasons(stopped, 'cluster-service-stopping')[0]).toContain('hosts nothing');
  });

  test('what a shut-down brings depends on what the cluster service did until then', () => {
    const hung = after(on2008, '0s hang-service NODE1', '20s shut-down NODE1');
    expect(reasons(hung, 'node-shutting-down')[0]).toContain('can tell nobody');
    expect(reasons(hung, 'cluster-service-stopped')[0]).not.toContain('1063');
    const stopped = after({}, '0s stop-cluster-service NODE1', '5m shut-down NODE1');
    expect(reasons(stopped, 'cluster-service-stopped')[0]).toContain('1063');
    expect(reasons(stopped, 'node-shutting-down')[0]).toContain('does not run');
    const joining = after({}, '0s restart NODE2', '142s shut-down NODE2');
    expect(reasons(joining, 'node-shutting-down').at(-1)).toContain('still joining');
  });

  test('what a node hosts is known where there are two parts of the cluster', () => {
    const ran = after(
      {
        ...on2008,
        quorum: 'node-majority',
        nodes: 3,
        generic: [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }],
      },
      '0s cut NODE1.private',
      '0s cut NODE1.public',
      '2m force-quorum NODE1',
      '3m shut-down NODE1',
    );
    expect(reasons(ran, 'node-shutting-down')[0]).not.toContain('hosts nothing');
  });

  test('a node that leaves names whom it told, and says so where it could tell nobody', () => {
    const told = after({}, '0s shut-down NODE1');
    expect(reasons(told, 'node-left')).toEqual([
      'It told NODE2, who needs no silence to believe it.',
    ]);
    const three = after(
      { nodes: 3, quorum: 'node-majority' },
      '0s power-off NODE2',
      '30s shut-down NODE1',
    );
    expect(reasons(three, 'node-left')[0]).toMatch(/^It told NODE3, who/);
    for (const gone of ['hang NODE1', 'power-off NODE1'])
      expect(reasons(after({}, `0s ${gone}`, '6s shut-down NODE2'), 'node-left')[0]).toContain(
        'could tell nobody',
      );
  });

  test('failback is said to be on where somebody has turned it on', () => {
    const allowed = after(
      {},
      '0s set EXMBX.PreferredOwners NODE1',
      '0s set EXMBX.AutoFailbackType allow',
      '1s restart NODE1',
    );
    expect(reasons(allowed, 'node-joined')[0]).toContain('Failback is on for EXMBX');
    const unlisted = after({}, '0s set EXMBX.AutoFailbackType allow', '1s restart NODE1');
    expect(reasons(unlisted, 'node-joined')[0]).toContain(
      'no group with failback prefers this node',
    );
  });
});

test('headlines are the same whether the run is known or not', () => {
  const ran = after({}, '0s cut NODE1.path-1', '1m crash information-store');
  for (const one of ran.occurrences) {
    expect(sentenceFor(ran.plan, one, ran.occurrences).text).toBe(sentenceFor(ran.plan, one).text);
  }
});
