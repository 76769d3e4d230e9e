import type { Entry } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import type { Part } from '../scenario/parts.ts';

/**
 * Every kind of thing that can stand on the agenda, in the order of ranks and, within one, in the order
 * among those of one subject. A further one takes its place in the row; those after it move on.
 */
export const ACTION = 0;
export const HEARTBEAT_ARRIVES = 1;
export const RENEWAL_DUE = 2;
export const CLAIM_RENEWAL_DUE = 3;
export const WITNESS_CHECK_DUE = 4;
export const POLL_DUE = 5;
export const LISTENING_TIMES_OUT = 6;
export const BOOT_ENDS = 7;
export const SHUT_DOWN_ENDS = 8;
export const SERVICE_START_DUE = 9;
export const JOIN_ENDS = 10;
export const LEAVE_DUE = 11;
export const WATCHDOG_ENDS = 12;
export const NETWORKS_AWAITED = 13;
export const NETWORK_ASSESSED = 14;
export const REGROUP_ENDS = 15;
export const RESERVE_DUE = 16;
export const ARBITRATION_ENDS = 17;
export const RESOURCE_DUE = 18;
export const RESTART_DUE = 19;
export const RETRY_DUE = 20;
export const FAILBACK_DUE = 21;
export const DAMAGE_READ = 22;
export const BACKUP_ENDS = 23;
export const RESTORE_ENDS = 24;
export const ADDRESS_LEARNED = 25;
export const NODE_DECIDES = 26;
export const GROUP_DECIDES = 27;
export const CLIENTS_LOOK = 28;
export const CLIENTS_RETURN = 29;
export const QUEUE_RETRIES = 30;

/** One of the kinds above. */
export type TaskKind =
  | typeof ACTION
  | typeof HEARTBEAT_ARRIVES
  | typeof RENEWAL_DUE
  | typeof CLAIM_RENEWAL_DUE
  | typeof WITNESS_CHECK_DUE
  | typeof POLL_DUE
  | typeof LISTENING_TIMES_OUT
  | typeof BOOT_ENDS
  | typeof SHUT_DOWN_ENDS
  | typeof SERVICE_START_DUE
  | typeof JOIN_ENDS
  | typeof LEAVE_DUE
  | typeof WATCHDOG_ENDS
  | typeof NETWORKS_AWAITED
  | typeof NETWORK_ASSESSED
  | typeof REGROUP_ENDS
  | typeof RESERVE_DUE
  | typeof ARBITRATION_ENDS
  | typeof RESOURCE_DUE
  | typeof RESTART_DUE
  | typeof RETRY_DUE
  | typeof FAILBACK_DUE
  | typeof DAMAGE_READ
  | typeof BACKUP_ENDS
  | typeof RESTORE_ENDS
  | typeof ADDRESS_LEARNED
  | typeof NODE_DECIDES
  | typeof GROUP_DECIDES
  | typeof CLIENTS_LOOK
  | typeof CLIENTS_RETURN
  | typeof QUEUE_RETRIES;

/** The first kind of each rank, from RANK.action to RANK.client; those between have the same. */
const FIRST_OF_RANK = [
  ACTION,
  HEARTBEAT_ARRIVES,
  RENEWAL_DUE,
  LISTENING_TIMES_OUT,
  NODE_DECIDES,
  CLIENTS_LOOK,
];
const RANKS = Array.from(
  { length: QUEUE_RETRIES + 1 },
  (_, kind) => FIRST_OF_RANK.findLastIndex((first) => first <= kind) as Rank,
);

/** Something to be done at an instant. It is never changed, so that a snapshot can hold it. */
export interface Task extends Entry {
  readonly kind: TaskKind;
  /** The part of the scenario that settles its place among others. */
  readonly subject: string;
  /** Which of several of the same kind and subject: of actions, ears, nodes, or formations. Below 10,000. */
  readonly index: number;
}

/** The order of a task among those of one subject; with its subject's place it names the task. */
export function ordinalOf(kind: TaskKind, index: number): number {
  return kind * 10_000 + index;
}

/** A task of a subject at its place. */
export function taskFor(
  at: Instant,
  kind: TaskKind,
  { id: subject, place }: Part,
  index: number,
): Task {
  const rank = RANKS[kind] as Rank;
  return { at, rank, place, ordinal: ordinalOf(kind, index), kind, subject, index };
}
