import { lineAt, type Rule } from './source.ts';

const machinePath =
  /(?<![\w.$}\])/-])(?:\/(?:work|tmp|root|home|Users)\/|[A-Z]:\\Users\\|file:\/\/\/)[\w.-]*/g;

/** No file names a place that exists on somebody's machine only. */
export const machinePaths: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(machinePath)].map((match) => ({
      file: path,
      line: lineAt(text, match.index),
      message: `${match[0]} is a place on one machine; write a path from the project's folder`,
    })),
  );
