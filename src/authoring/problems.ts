/** Something wrong in a file that an author writes. Lines and columns count from 1. */
export interface Problem {
  /** From the project's folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/** A problem as editors and terminals make a link of it: `file:line:column: message`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Problems in the order in which a reader of the files meets them, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (one, other) =>
      compare(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Files that authors write are wrong; the message has one line for each problem. */
export class ContentError extends Error {
  override readonly name: string = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    super(sorted.map(formatProblem).join('\n'));
    this.problems = sorted;
  }
}

/** A scenario file, or the file it extends, is wrong. */
export class ScenarioFileError extends ContentError {
  override readonly name: string = 'ScenarioFileError';
}

/** Something is asked for by a name that nothing has; the message has the nearest one. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}
