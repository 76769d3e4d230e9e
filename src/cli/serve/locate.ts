import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What an address leads to. */
export type Place =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'moved'; readonly to: string }
  | { readonly type: 'missing' }
  | { readonly type: 'bad' };

/**
 * Finds what a request is about. Nothing outside the folder is ever found: not by `..`, not in an
 * encoded form, not through a link in the file system.
 * @param folder the folder with the built site
 * @param target path and query as the request has them
 */
export async function locate(folder: string, target: string): Promise<Place> {
  const [encoded = '', query] = target.split('?', 2);
  const segments = decode(encoded);
  if (segments === undefined) return { type: 'bad' };

  const path = join(folder, ...segments);
  const found = await stat(path).catch(() => undefined);
  if (!found || !(await isInside(folder, path))) return { type: 'missing' };
  if (!found.isDirectory()) {
    return encoded.endsWith('/') ? { type: 'missing' } : { type: 'file', path };
  }
  if (encoded.endsWith('/')) {
    const index = join(path, 'index.html');
    return (await isFile(index)) ? { type: 'file', path: index } : { type: 'missing' };
  }
  // Built from the decoded parts, so that `//elsewhere` cannot lead off the site.
  const to = `/${segments.map(encodeURIComponent).join('/')}/`;
  return { type: 'moved', to: query === undefined ? to : `${to}?${query}` };
}

/** The parts of a path, or undefined if it is malformed or wants to leave the folder. */
function decode(encoded: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') ? undefined : segments;
}

async function isInside(folder: string, path: string): Promise<boolean> {
  const [outer, inner] = await Promise.all([realpath(folder), realpath(path)]);
  return inner === outer || inner.startsWith(outer + sep);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
