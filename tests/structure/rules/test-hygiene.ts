import ts from 'typescript';
import { hasCode, lineOf, nodesOf } from './code.ts';
import type { Rule } from './source.ts';

const runners = new Set(['bench', 'describe', 'it', 'suite', 'test']);
const evasions = new Set(['fails', 'fixme', 'only', 'runIf', 'skip', 'skipIf', 'slow', 'todo']);

/** Every test runs, always: none is left out, put off or singled out. */
export const testHygiene: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith('tests/') && hasCode(file))
    .flatMap((file) =>
      nodesOf(file).flatMap((node) => {
        if (!ts.isPropertyAccessExpression(node) || !evasions.has(node.name.text)) return [];
        let runner: ts.Expression = node.expression;
        while (ts.isPropertyAccessExpression(runner)) runner = runner.expression;
        if (!ts.isIdentifier(runner) || !runners.has(runner.text)) return [];
        const message = `${runner.text}.${node.name.text} leaves tests out; repair or remove the test`;
        return [{ file: file.path, line: lineOf(file, node.name), message }];
      }),
    );
