import type { Entry } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import { RANK } from '../kernel/instant.ts';
import type { Part } from '../scenario/parts.ts';

/** Every kind of thing that can stand on the agenda, in the order within one subject and rank. */
const TASKS = {
  action: RANK.action,
  'heartbeat-arrives': RANK.arrival,
  'renewal-due': RANK.periodic,
  'claim-renewal-due': RANK.periodic,
  'witness-check-due': RANK.periodic,
  'poll-due': RANK.periodic,
  'listening-times-out': RANK.timeOut,
  'boot-ends': RANK.timeOut,
  'shut-down-ends': RANK.timeOut,
  'service-start-due': RANK.timeOut,
  'join-ends': RANK.timeOut,
  'leave-due': RANK.timeOut,
  'watchdog-ends': RANK.timeOut,
  'networks-awaited': RANK.timeOut,
  'network-assessed': RANK.timeOut,
  'regroup-ends': RANK.timeOut,
  'reserve-due': RANK.timeOut,
  'arbitration-ends': RANK.timeOut,
  'resource-due': RANK.timeOut,
  'restart-due': RANK.timeOut,
  'retry-due': RANK.timeOut,
  'failback-due': RANK.timeOut,
  'damage-read': RANK.timeOut,
  'backup-ends': RANK.timeOut,
  'restore-ends': RANK.timeOut,
  'address-learned': RANK.timeOut,
  'node-decides': RANK.decision,
  'group-decides': RANK.decision,
  'clients-look': RANK.client,
  'clients-return': RANK.client,
  'queue-retries': RANK.client,
} as const satisfies Record<string, Rank>;

export type TaskType = keyof typeof TASKS;

/** What is the same of all tasks of a type. */
export interface TaskKind {
  readonly type: TaskType;
  /** Its number among all, in their order. */
  readonly number: number;
  readonly rank: Rank;
}

const KINDS = Object.fromEntries(
  Object.entries(TASKS).map(([type, rank], number) => [type, { type, number, rank }]),
) as Readonly<Record<TaskType, TaskKind>>;

/** A table of tasks as a list in the order of their numbers. */
export function byNumber<Value>(
  table: Partial<Readonly<Record<TaskType, Value>>>,
): readonly (Value | undefined)[] {
  return Object.values(KINDS).map(({ type }) => table[type]);
}

/** Something to be done at an instant; plain data, so that a snapshot can hold it. */
export interface Task {
  readonly kind: TaskKind;
  /** The part of the scenario that settles its place among others. */
  readonly subject: string;
  /** Which of several of the same type and subject: of actions, listeners, or formations. */
  readonly index: number;
}

/** The order of a task among those of one subject; with its subject's place it names the task. */
export function ordinalOf(type: TaskType, index: number): number {
  return ordinal(KINDS[type], index);
}

function ordinal({ number }: TaskKind, index: number): number {
  return number * 1_000 + index;
}

/** The agenda's entry for a task of a subject at its place. */
export function entryFor(
  at: Instant,
  type: TaskType,
  { id: subject, place }: Part,
  index: number,
): Entry<Task> {
  const kind = KINDS[type];
  const task = { kind, subject, index };
  return { at, rank: kind.rank, place, ordinal: ordinal(kind, index), task };
}
