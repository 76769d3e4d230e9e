/** An occurrence's number within its run: 0, 1, 2 … in the order of happening. */
export type OccurrenceId = number;

/** Stands for "has been so since before the start", which needs no cause. */
export const START: OccurrenceId = -1;

/** Something true of the world, with the occurrence that made it so. */
export interface Fact<Value> {
  readonly value: Value;
  readonly since: OccurrenceId;
}

/** A fact that held when the scenario began. */
export function given<Value>(value: Value): Fact<Value> {
  return { value, since: START };
}
