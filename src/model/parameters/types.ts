/**
 * How sure a number is: `documented` = read in a text of its maker, `reported` = a secondary or
 * neighbouring text, `derived` = arithmetic from documented numbers, `assumption` = ours.
 */
export type Confidence = 'documented' | 'reported' | 'derived' | 'assumption';

/** Where a reader can check a number. */
export interface Source {
  readonly title: string;
  readonly address?: string;
}

/** `switch` is 0 (off) or 1 (on); `count` has no unit. */
export type Unit = 'ms' | 'count' | 'switch';

/** One number of the model: its meaning, its default, its range and why we believe it. */
export interface Parameter {
  /** A few words for tables and labels. */
  readonly label: string;
  readonly unit: Unit;
  readonly default: number;
  /** The values it may be given, both ends included. */
  readonly range: readonly [number, number];
  readonly confidence: Confidence;
  /** Present for everything that is not an assumption. */
  readonly source?: Source;
  /** What it is or why the assumption was made, in a sentence or two. */
  readonly note: string;
}
