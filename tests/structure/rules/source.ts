/** One file of the project as the rules see it; the path is relative, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Something a rule objects to. */
export interface Violation {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What is wrong; what would be right. */
  readonly message: string;
}

/** A rule looks at all files at once, since some mistakes show only between files. */
export type Rule = (files: readonly SourceFile[]) => readonly Violation[];

/** The line, counted from 1, on which a position of a text lies. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < position; line += 1) {
    index = text.indexOf('\n', index + 1);
  }
  return line;
}
