import type { OccurrenceId } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ClusterOccurrences } from './cluster.ts';
import type { ExchangeOccurrences } from './exchange.ts';
import type { HardwareOccurrences } from './hardware.ts';

/** Everything that can happen, by kind, with the values that belong to it (units in the names). */
export interface OccurrenceValues
  extends HardwareOccurrences, ClusterOccurrences, ExchangeOccurrences {}

/** What happened, in kebab-case past tense. */
export type OccurrenceKind = keyof OccurrenceValues;

/** An occurrence of one kind. */
export interface OccurrenceOf<Kind extends OccurrenceKind> {
  /** Its index in the run. */
  readonly id: OccurrenceId;
  readonly at: Instant;
  readonly kind: Kind;
  /** The id of the part it happened to. */
  readonly subject: string;
  /** The occurrences without which it would not have happened; ascending, all smaller than `id`. */
  readonly because: readonly OccurrenceId[];
  /** The decision that produced it; null for the immediate effect of an action. */
  readonly rule: string | null;
  readonly values: OccurrenceValues[Kind];
}

/** Something that happened, with its causes. */
export type Occurrence = { [Kind in OccurrenceKind]: OccurrenceOf<Kind> }[OccurrenceKind];
