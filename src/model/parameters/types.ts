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

/** A default and why we believe it. */
export interface Value {
  readonly default: number;
  readonly confidence: Confidence;
  /** Present for everything that is not an assumption. */
  readonly source?: Source;
  /** What it is or why the assumption was made, in a sentence or two. */
  readonly note: string;
}

/** One number of the model: its meaning, its range, and its default on Windows Server 2003. */
export interface Parameter extends Value {
  /** A few words for tables and labels. */
  readonly label: string;
  readonly unit: Unit;
  /** The values it may be given, both ends included. */
  readonly range: readonly [number, number];
  /** A duration that is kept in whole hours. */
  readonly inHours?: true;
  /** Where Windows Server 2008 differs, in the number or only in how well it is known. */
  readonly windowsServer2008?: Value;
}
