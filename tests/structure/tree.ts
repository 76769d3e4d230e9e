import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './rules/source.ts';

const folders = ['.ci', 'components', 'content', 'src', 'tests'];
const text = /\.(?:astro|css|html|json|md|mdx|m?js|svg|tsx?|txt|ya?ml)$|(?:^|\/)run$/;

/** Reads all text files of the project that people write. */
export function readTree(root: string): SourceFile[] {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const below = folders.flatMap((folder) => filesIn(join(root, folder)));
  return [...top.map(({ name }) => join(root, name)), ...below]
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => text.test(path) && path !== 'package-lock.json')
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    // A folder that does not exist has nothing to object to.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
