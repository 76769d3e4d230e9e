import { importsOf } from './imports.ts';
import type { Rule } from './source.ts';

interface Edge {
  readonly target: string;
  readonly line: number;
}

/** No file imports itself by way of others; a cycle of types is a cycle too. */
export const cycles: Rule = (files) => {
  const paths = new Set(files.map(({ path }) => path));
  const graph = new Map<string, readonly Edge[]>(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target, line }) =>
        target !== undefined && paths.has(target) ? [{ target, line }] : [],
      ),
    ]),
  );
  const reported = new Set<string>();
  return [...graph].flatMap(([file, edges]) =>
    edges.flatMap(({ target, line }) => {
      const way = shortestWay(graph, target, file);
      if (!way) return [];
      const members = [...way].sort().join(' ');
      if (reported.has(members)) return [];
      reported.add(members);
      const round = [file, ...way].join(' → ');
      return [
        { file, line, message: `${round} is a cycle; move what both need into a third file` },
      ];
    }),
  );
};

/** The files from one to another, both included, if imports lead there. */
function shortestWay(
  graph: ReadonlyMap<string, readonly Edge[]>,
  from: string,
  to: string,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const waiting = [from];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (file === to) {
      const way: string[] = [];
      for (let step: string | undefined = to; step !== undefined; step = cameFrom.get(step)) {
        way.unshift(step);
      }
      return way;
    }
    for (const { target } of graph.get(file) ?? []) {
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, file);
      waiting.push(target);
    }
  }
  return undefined;
}
