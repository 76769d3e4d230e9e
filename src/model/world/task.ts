import type { Entry } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import { RANK } from '../kernel/instant.ts';
import type { Part } from '../scenario/parts.ts';

/** A kind of thing that can stand on the agenda. */
export interface TaskKind {
  readonly name: string;
  /** Its place in the order of those of one subject and rank. */
  readonly number: number;
  readonly rank: Rank;
}

let count = 0;

function kind(name: string, rank: Rank): TaskKind {
  count += 1;
  return { name, number: count, rank };
}

// In the order within one subject and rank.
export const ACTION = kind('action', RANK.action);
export const HEARTBEAT_ARRIVES = kind('heartbeat-arrives', RANK.arrival);
export const RENEWAL_DUE = kind('renewal-due', RANK.periodic);
export const CLAIM_RENEWAL_DUE = kind('claim-renewal-due', RANK.periodic);
export const WITNESS_CHECK_DUE = kind('witness-check-due', RANK.periodic);
export const POLL_DUE = kind('poll-due', RANK.periodic);
export const LISTENING_TIMES_OUT = kind('listening-times-out', RANK.timeOut);
export const BOOT_ENDS = kind('boot-ends', RANK.timeOut);
export const SHUT_DOWN_ENDS = kind('shut-down-ends', RANK.timeOut);
export const SERVICE_START_DUE = kind('service-start-due', RANK.timeOut);
export const JOIN_ENDS = kind('join-ends', RANK.timeOut);
export const LEAVE_DUE = kind('leave-due', RANK.timeOut);
export const WATCHDOG_ENDS = kind('watchdog-ends', RANK.timeOut);
export const NETWORKS_AWAITED = kind('networks-awaited', RANK.timeOut);
export const NETWORK_ASSESSED = kind('network-assessed', RANK.timeOut);
export const REGROUP_ENDS = kind('regroup-ends', RANK.timeOut);
export const RESERVE_DUE = kind('reserve-due', RANK.timeOut);
export const ARBITRATION_ENDS = kind('arbitration-ends', RANK.timeOut);
export const RESOURCE_DUE = kind('resource-due', RANK.timeOut);
export const RESTART_DUE = kind('restart-due', RANK.timeOut);
export const RETRY_DUE = kind('retry-due', RANK.timeOut);
export const FAILBACK_DUE = kind('failback-due', RANK.timeOut);
export const DAMAGE_READ = kind('damage-read', RANK.timeOut);
export const BACKUP_ENDS = kind('backup-ends', RANK.timeOut);
export const RESTORE_ENDS = kind('restore-ends', RANK.timeOut);
export const ADDRESS_LEARNED = kind('address-learned', RANK.timeOut);
export const NODE_DECIDES = kind('node-decides', RANK.decision);
export const GROUP_DECIDES = kind('group-decides', RANK.decision);
export const CLIENTS_LOOK = kind('clients-look', RANK.client);
export const CLIENTS_RETURN = kind('clients-return', RANK.client);
export const QUEUE_RETRIES = kind('queue-retries', RANK.client);

/** Something to be done at an instant; plain data, so that a snapshot can hold it. */
export interface Task extends Entry {
  readonly kind: TaskKind;
  /** The part of the scenario that settles its place among others. */
  readonly subject: string;
  /** Which of several of the same kind and subject: of actions, ears, or formations. */
  readonly index: number;
}

/** The order of a task among those of one subject; with its subject's place it names the task. */
export function ordinalOf({ number }: TaskKind, index: number): number {
  // Eight nodes on ten networks have 560 ears, which is what there is most of.
  return number * 10_000 + index;
}

/** A task of a subject at its place. */
export function taskFor(
  at: Instant,
  kind: TaskKind,
  { id: subject, place }: Part,
  index: number,
): Task {
  const { rank } = kind;
  return { at, rank, place, ordinal: ordinalOf(kind, index), kind, subject, index };
}
