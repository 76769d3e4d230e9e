import type { Entry } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import { RANK } from '../kernel/instant.ts';

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

const ORDINALS = Object.fromEntries(
  Object.keys(TASKS).map((type, index) => [type, index]),
) as Record<TaskType, number>;

/** Something to be done at an instant; plain data, so that a snapshot can hold it. */
export interface Task {
  readonly type: TaskType;
  /** The part of the scenario that settles its place among others. */
  readonly subject: string;
  /** Which of several of the same type and subject: of actions, listeners, or formations. */
  readonly index: number;
}

/** The order of a task among those of one subject; with its subject's place it names the task. */
export function ordinalOf(type: TaskType, index: number): number {
  return ORDINALS[type] * 1_000 + index;
}

/** The agenda's entry for a task. */
export function entryFor(task: Task, at: Instant, place: number): Entry<Task> {
  const ordinal = ordinalOf(task.type, task.index);
  return { at, rank: TASKS[task.type], place, ordinal, task };
}
