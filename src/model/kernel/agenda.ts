import type { Instant, Rank } from './instant.ts';

/** Something that is going to happen. At most one entry of a place and an ordinal is on the agenda. */
export interface Entry {
  readonly at: Instant;
  readonly rank: Rank;
  /** The subject's place in the scenario. */
  readonly place: number;
  /** The order among entries of one subject; given by the kind of task, never by when it was added. */
  readonly ordinal: number;
}

/**
 * Future events in their total order (instant, rank, place, ordinal), the last one first so that
 * taking the next is cheap. The order does not remember when an entry was added.
 */
export type Agenda<Task extends Entry> = Task[];

function comesBefore(one: Entry, other: Entry): boolean {
  if (one.at !== other.at) return one.at < other.at;
  if (one.rank !== other.rank) return one.rank < other.rank;
  if (one.place !== other.place) return one.place < other.place;
  return one.ordinal < other.ordinal;
}

/** Adds an entry, instead of an earlier one of the same place and ordinal. */
export function put<Task extends Entry>(agenda: Agenda<Task>, entry: Task): void {
  remove(agenda, entry);
  let index = agenda.push(entry) - 1;
  for (; index > 0; index -= 1) {
    const sooner = agenda[index - 1] as Task;
    if (comesBefore(entry, sooner)) break;
    agenda[index] = sooner;
  }
  agenda[index] = entry;
}

/** Takes the entry of this place and ordinal off the agenda, if there is one. */
export function remove<Task extends Entry>(
  agenda: Agenda<Task>,
  { place, ordinal }: Pick<Entry, 'place' | 'ordinal'>,
): void {
  let index = agenda.length - 1;
  for (; index >= 0; index -= 1) {
    const entry = agenda[index] as Task;
    if (entry.place === place && entry.ordinal === ordinal) break;
  }
  if (index < 0) return;
  // What is taken off lies near the end, so moving the rest costs less than a splice.
  for (; index < agenda.length - 1; index += 1) agenda[index] = agenda[index + 1] as Task;
  agenda.pop();
}

/** The next entry without taking it; undefined when nothing is going to be different any more. */
export function peek<Task extends Entry>(agenda: Agenda<Task>): Task | undefined {
  return agenda[agenda.length - 1];
}
