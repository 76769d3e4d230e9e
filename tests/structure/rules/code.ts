import ts from 'typescript';
import type { SourceFile } from './source.ts';

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** Whether the file contains code that can be parsed: TypeScript, JavaScript, Astro. */
export function hasCode({ path }: SourceFile): boolean {
  return /\.(?:tsx?|m?js|astro)$/.test(path);
}

/** The syntax tree of a file's code, parsed once. */
function syntaxOf(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file.path, codeOf(file), ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, tree);
  return tree;
}

/** All nodes of a file's code, in their order. */
export function nodesOf(file: SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return nodes;
}

/** The line, counted from 1, on which a node begins. */
export function lineOf(file: SourceFile, node: ts.Node): number {
  const tree = syntaxOf(file);
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/**
 * The code of a file with everything else blanked out, so that positions stay what they were. Of an
 * Astro file, that is the part between the fences and its scripts.
 */
function codeOf({ path, text }: SourceFile): string {
  if (!path.endsWith('.astro')) return text;
  const parts = [
    ...text.matchAll(/^\s*---\n(.*?)^---$/gms),
    ...text.matchAll(/<script(?:\s[^>]*)?>(.*?)<\/script>/gs),
  ];
  let code = text.replace(/[^\n]/g, ' ');
  for (const part of parts) {
    const content = part[1] ?? '';
    const start = part.index + part[0].indexOf(content);
    code = code.slice(0, start) + content + code.slice(start + content.length);
  }
  return code;
}
