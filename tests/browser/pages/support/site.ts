import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built site. */
const site: string = fileURLToPath(new URL('../../../../dist/', import.meta.url));

/** All files of a built site, as paths from its root with a slash at the start. */
export function filesOf(folder: string = site): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name))}`)
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The text of a file of a built site. */
export function textOf(path: string, folder: string = site): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}

const leadsElsewhere = (path: string): boolean => /http-equiv="?refresh/i.test(textOf(path));

const documents = filesOf().filter((path) => path.endsWith('/index.html'));

/** The addresses of all pages that have something to read. */
export const addresses: readonly string[] = documents
  .filter((path) => !leadsElsewhere(path))
  .map((path) => path.replace(/index\.html$/, ''));

/** The addresses that only lead elsewhere. */
export const moved: readonly string[] = documents
  .filter(leadsElsewhere)
  .map((path) => path.replace(/index\.html$/, ''));
