import type {
  Occurrence,
  OccurrenceKind,
  OccurrenceOf,
  parseAction,
  parseTimedAction,
  Plan,
  RefusalReason,
} from '#model';
import type { Past } from './past.ts';

/** How an occurrence is told: what happened, in at most twelve words, and why. */
export interface Sentence {
  readonly text: string;
  readonly why: string;
}

/**
 * Who needs to hear of it: `decision` is announced and always in the log, `step` is in the log,
 * `detail` only where every event is asked for.
 */
export type Weight = 'decision' | 'step' | 'detail';

/** How one kind of occurrence is told. */
export interface Telling<Kind extends OccurrenceKind> {
  readonly weight: Weight | ((occurrence: OccurrenceOf<Kind>, plan: Plan) => Weight);
  /** The run it is part of, where it is known, gives reasons that lie further back; headlines do without. */
  readonly tell: (occurrence: OccurrenceOf<Kind>, plan: Plan, past: Past) => Sentence;
}

/** A telling for each of the kinds. */
export type Tellings<Kind extends OccurrenceKind> = {
  readonly [Key in Kind]: Telling<Key>;
};

/** All that is said of a run in sentences. */
export interface Sentences {
  readonly sentenceFor: (plan: Plan, occurrence: Occurrence, past?: Past) => Sentence;
  readonly weightOf: (plan: Plan, occurrence: Occurrence) => Weight;
  readonly refusalText: (plan: Plan, reason: RefusalReason) => string;
}

/**
 * What is said of a run, and how what is said to it is read. It is handed to whatever needs it,
 * because the browser loads the words apart, once a simulation comes to life; at rest there is
 * nothing to say and nothing can be asked.
 */
export interface Words extends Sentences {
  readonly parseAction: typeof parseAction;
  readonly parseTimedAction: typeof parseTimedAction;
}
