// The sentences must stay out of what a reader's browser loads before anything happens.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);

/** What a module imports at once: neither types nor what it loads when it gets there. */
function importedBy(path: string): string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const isImport =
      ts.isImportDeclaration(statement) &&
      statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
    const from = isImport || isExport ? statement.moduleSpecifier : undefined;
    return from && ts.isStringLiteral(from) ? [from.text] : [];
  });
}

const doors: Readonly<Record<string, string>> = packageJson.imports;

function fileBehind(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) {
    return fileURLToPath(new URL(specifier, new URL(from, root))).slice(fileURLToPath(root).length);
  }
  return doors[specifier]?.slice(2);
}

/** Every file of the project that comes with a file. */
function filesBehind(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const path of found) {
    if (!/\.tsx?$/.test(path)) continue;
    for (const specifier of importedBy(path)) {
      const file = fileBehind(specifier, path);
      if (file) found.add(file);
    }
  }
  return found;
}

const words = /^src\/story\/(sentences\/(?!types)|events|refusals|storyboard)/;

test('a simulation comes to life without a sentence', () => {
  const files = [...filesBehind('components/simulation/SimulationIsland.tsx')];
  expect(files).toContain('src/story/chronicle.ts');
  expect(files).toContain('components/simulation/Log.tsx');
  expect(files.filter((path) => words.test(path))).toEqual([]);
});

test('the other door of the story leads to all of them', () => {
  const files = [...filesBehind('components/simulation/words.ts')];
  expect(files).toContain('src/story/sentences/quorum.ts');
  expect(files).toContain('src/story/refusals.ts');
});
