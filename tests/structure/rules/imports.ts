import { posix } from 'node:path';
import ts from 'typescript';
import packageJson from '../../../package.json' with { type: 'json' };
import { hasCode, lineOf, nodesOf } from './code.ts';
import { lineAt, type SourceFile } from './source.ts';

/** One import, however it is written; `import type` is no exception. */
export interface Import {
  /** What stands between the quotes. */
  readonly specifier: string;
  readonly line: number;
  /** The file it leads to, from the project's folder; undefined for packages. */
  readonly target: string | undefined;
}

/** All imports of a file: also dynamic ones, re-exports and those of Astro and MDX. */
export function importsOf(file: SourceFile): Import[] {
  return specifiersOf(file).map(({ specifier, line }) => ({
    specifier,
    line,
    target: resolve(file.path, specifier),
  }));
}

interface Specifier {
  readonly specifier: string;
  readonly line: number;
}

function specifiersOf(file: SourceFile): Specifier[] {
  if (file.path.endsWith('.mdx')) return fromMdx(file);
  if (!hasCode(file)) return [];
  return nodesOf(file).flatMap((node) => {
    const literal = moduleNamedBy(node);
    return literal && ts.isStringLiteralLike(literal)
      ? [{ specifier: literal.text, line: lineOf(file, literal) }]
      : [];
  });
}

function moduleNamedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0];
  }
  return undefined;
}

/** MDX takes a paragraph that begins with `import` or `export` for code, except in a code block. */
function fromMdx({ text }: SourceFile): Specifier[] {
  const withoutBlocks = text.replace(/^(```|~~~).*?^\1/gms, (block) =>
    block.replace(/[^\n]/g, ' '),
  );
  const statements = withoutBlocks.matchAll(/^(?:import|export)\b[^;'"]*?['"]([^'"\n]+)['"]/gm);
  return [...statements].map((match) => ({
    specifier: match[1] ?? '',
    line: lineAt(text, match.index),
  }));
}

function resolve(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/[?].*$/, '');
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path);
  for (const [door, target] of Object.entries(packageJson.imports)) {
    const file = target.replace(/^\.\//, '');
    if (door === path) return file;
    const prefix = door.replace(/\*$/, '');
    if (door.endsWith('*') && path.startsWith(prefix)) {
      return file.replace('*', path.slice(prefix.length));
    }
  }
  return undefined;
}
