import { expect, test } from 'vitest';
import { PROPERTIES, VERBS } from '#model';
import type { OccurrenceValues, RefusalReason } from '#model';
import { KINDS } from '../../story/support/kinds.ts';
import { goldenRuns } from './runs.ts';
import { carryOut } from './summary.ts';

const goldens = goldenRuns();
const runs = goldens.map(carryOut);
const occurrences = runs.flatMap((run) => run.occurrences);

const actions = goldens.flatMap((golden) => golden.actions.map((action) => action.split(' ')));

/** What of a list is nowhere among others. */
function missing(wanted: readonly string[], found: Iterable<string>): readonly string[] {
  const all = new Set(found);
  return wanted.filter((one) => !all.has(one));
}

const keys = <Key extends string>(record: Readonly<Record<Key, true>>): readonly string[] =>
  Object.keys(record);

test('every action is done in a golden, and every property is set', () => {
  const verbs = [...Object.keys(VERBS), 'move', 'set'];
  const done = actions.map(([, verb = '']) => verb);
  expect(missing(verbs, done)).toEqual([]);
  const set = actions.map(([, , name = '']) => name.split('.').at(-1) ?? '');
  expect(missing(Object.keys(PROPERTIES), set)).toEqual([]);
});

test('everything that can happen happens in a golden', () => {
  expect(
    missing(
      KINDS,
      occurrences.map(({ kind }) => kind),
    ),
  ).toEqual([]);
});

test('a cluster service stops for every reason, and resources fail in every way', () => {
  const reasons = keys<OccurrenceValues['cluster-service-stopped']['reason']>({
    'quorum-lost': true,
    'arbitration-lost': true,
    'form-failed': true,
    'join-failed': true,
    evicted: true,
    'stopped-by-administrator': true,
    'node-shut-down': true,
    'no-connectivity': true,
    hung: true,
  });
  const signs = keys<OccurrenceValues['resource-failed']['how']>({
    poll: true,
    reservation: true,
    access: true,
    attempt: true,
    'time-out': true,
    damage: true,
  });
  const values = occurrences.flatMap((one) => Object.values(one.values).map(String));
  expect(missing([...reasons, ...signs], values)).toEqual([]);
});

test('every reason to refuse an action is given in a golden', () => {
  const codes = keys<RefusalReason['code']>({
    'already-so': true,
    'no-power': true,
    'system-not-up': true,
    'same-owner': true,
    'not-a-member': true,
    paused: true,
    'not-a-possible-owner': true,
    'hosts-another': true,
    'owner-not-running': true,
    busy: true,
    'holds-quorum': true,
    'nothing-failed': true,
    'no-other-node': true,
    'no-cluster': true,
    'has-quorum': true,
    'kept-out': true,
    'not-in-profile': true,
    'below-restart-period': true,
    'above-retry-period': true,
    'no-process': true,
    'not-online': true,
    'no-database': true,
    'cannot-restore': true,
  });
  expect(
    missing(
      codes,
      runs.flatMap(({ refusals }) => refusals),
    ),
  ).toEqual([]);
});

test('both systems and every model of a quorum that they have are there', () => {
  const found = goldens.map(({ scenario }) => `${scenario.profile} ${scenario.quorum}`);
  const wanted = [
    'windows-server-2003 disk',
    'windows-server-2003 node-majority',
    'windows-server-2003 node-and-file-share-majority',
    'windows-server-2008 disk',
    'windows-server-2008 node-majority',
    'windows-server-2008 node-and-file-share-majority',
    'windows-server-2008 node-and-disk-majority',
  ];
  expect(missing(wanted, found)).toEqual([]);
});

test('there are clusters of one to eight nodes', () => {
  const sizes = new Set(goldens.map(({ scenario }) => scenario.nodes.length));
  expect([...sizes]).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 8]));
});
