// The order of what falls due at one instant, and that somebody is there for each of it.
import { expect, test } from 'vitest';
import { wholeKit } from '#model/whole';
import { RANK } from '../../../src/model/kernel/instant.ts';
import { tablesOf } from '../../../src/model/run/tables.ts';
import * as tasks from '../../../src/model/world/task.ts';
import type { TaskKind } from '../../../src/model/world/task.ts';
import { planFor } from '../support/scenario.ts';

const kinds = Object.values(tasks).filter((one) => typeof one === 'number') as TaskKind[];
const rankOf = (kind: TaskKind): number =>
  tasks.taskFor(0, kind, { id: 'NODE1', kind: 'node', place: 0 }, 0).rank;

test('kinds of tasks are numbered one after another', () => {
  expect(kinds).toEqual(Array.from({ length: kinds.length }, (_, kind) => kind));
});

test('every kind but an action has somebody who carries it out', () => {
  const { handlers } = tablesOf(wholeKit);
  const nobody = kinds.filter((kind) => handlers[kind] === undefined);
  expect(nobody).toEqual([tasks.ACTION]);
});

test('ranks follow the order of the kinds, and all are there', () => {
  const ranks = kinds.map(rankOf);
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  expect([...new Set(ranks)]).toEqual(Object.values(RANK));
});

test('what happens to things comes before what is noticed of it, and that before what is decided', () => {
  const { ACTION, HEARTBEAT_ARRIVES, RENEWAL_DUE, LISTENING_TIMES_OUT } = tasks;
  expect(rankOf(ACTION)).toBe(RANK.action);
  expect(rankOf(HEARTBEAT_ARRIVES)).toBe(RANK.arrival);
  expect(rankOf(RENEWAL_DUE)).toBe(RANK.periodic);
  expect(rankOf(LISTENING_TIMES_OUT)).toBe(RANK.timeOut);
  expect(rankOf(tasks.ADDRESS_LEARNED)).toBe(RANK.timeOut);
  expect(rankOf(tasks.NODE_DECIDES)).toBe(RANK.decision);
  expect(rankOf(tasks.CLIENTS_LOOK)).toBe(RANK.client);
});

test('no two tasks of one subject are taken for each other', () => {
  const { ears } = planFor({ nodes: 8 });
  const ordinals = kinds.flatMap((kind) =>
    [...ears.map(({ number }) => number), 500].map((index) => tasks.ordinalOf(kind, index)),
  );
  expect(new Set(ordinals).size).toBe(ordinals.length);
});
