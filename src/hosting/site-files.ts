import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the built site. */
export interface SiteFile {
  /** From the site's root, with forward slashes and without one at the start. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** All files of a built site in an order that is the same everywhere. */
export function siteFiles(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: readFileSync(file),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The address, from the site's root, under which a page is reached; undefined for other files. */
export function addressOfPage(path: string): string | undefined {
  if (!path.endsWith('.html')) return undefined;
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}
