import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import ts from 'typescript';
import { attribute, contentsOf, fileAt, site, type Page } from './page.ts';

/** The JavaScript of a page. */
export interface Modules {
  /** What reading and playing needs: scripts in the page and the files they and islands import. */
  readonly needed: ReadonlyMap<string, string>;
  /** For each module loaded only when asked for: the files it adds to those needed anyway. */
  readonly later: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Follows the imports of a page's islands and scripts through the built site. */
export function modulesOf(page: Page): Modules {
  const inline = new Map(
    contentsOf(page.html, 'script')
      .filter((text) => text.trim() !== '')
      .map((text, index) => [`${page.address}#script-${index + 1}`, text]),
  );
  const inlineImports = [...inline.values()].map((text) => importsIn(text));
  const needed = new Map<string, string>();
  const later = new Set<string>();
  const resolved = (references: readonly string[]): string[] =>
    references.map((reference) => fileAt(reference, page.address));

  follow(resolved(entriesOf(page.html)), needed, later);
  for (const imports of inlineImports) {
    follow(resolved(imports.now), needed, later);
    for (const file of resolved(imports.later)) later.add(file);
  }
  return { needed: new Map([...inline, ...needed]), later: laterFiles(later, needed) };
}

function laterFiles(
  entries: ReadonlySet<string>,
  needed: ReadonlyMap<string, string>,
): Map<string, Map<string, string>> {
  const result = new Map<string, Map<string, string>>();
  // The set grows while what is loaded later asks for more.
  const waiting = new Set(entries);
  for (const entry of waiting) {
    const files = new Map<string, string>();
    follow([entry], files, waiting);
    for (const file of needed.keys()) files.delete(file);
    if (files.size > 0) result.set(addressOf(entry), files);
  }
  return result;
}

/** What a page starts: its islands with their renderers, its scripts. */
function entriesOf(html: string): string[] {
  const islands = [...html.matchAll(/<astro-island\b[^>]*>/g)].flatMap(([tag]) =>
    ['component-url', 'renderer-url', 'before-hydration-url'].map((name) => attribute(tag, name)),
  );
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => attribute(tag, 'src'));
  return [...islands, ...scripts].filter((reference) => reference !== undefined);
}

function follow(entries: readonly string[], files: Map<string, string>, later: Set<string>): void {
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    files.set(file, text);
    const imports = importsIn(text);
    const address = addressOf(file);
    waiting.push(...imports.now.map((reference) => fileAt(reference, address)));
    for (const reference of imports.later) later.add(fileAt(reference, address));
  }
}

function addressOf(file: string): string {
  return `/${relative(site, file).split(sep).join('/')}`;
}

/** What a module imports at once, and what only when it gets there. */
export function importsIn(text: string): { now: string[]; later: string[] } {
  const imports = { now: [] as string[], later: [] as string[] };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier)) {
        imports.now.push(node.moduleSpecifier.text);
      }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) imports.later.push(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
  return imports;
}
