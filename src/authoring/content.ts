import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** A file that an author writes, and where it is called. */
export interface SourceFile {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
}

/** Where authors write, and how to get there. */
export interface ContentFolder {
  /** The project's folder. */
  readonly root: string;
}

const SCENARIOS = 'content/scenarios';
const ARTICLES = 'content/articles';

function holdsContent(folder: string): boolean {
  return existsSync(join(folder, SCENARIOS));
}

/** The folder itself or the nearest one around it that holds content. */
function around(folder: string): string | undefined {
  if (holdsContent(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : around(parent);
}

/**
 * The project's content. This module may have been bundled to somewhere else by a build, so the
 * folder is looked for, not computed.
 */
export function projectContent(): ContentFolder {
  const here: string | undefined = import.meta.dirname;
  const root = (here && around(here)) ?? around(process.cwd());
  if (root === undefined) throw new Error(`no folder ${SCENARIOS} in or around ${process.cwd()}`);
  return { root };
}

/** The names of all files of a folder that have an ending, without it, sorted. */
export function namesIn({ root }: ContentFolder, folder: string, ending: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => extname(name) === ending)
    .map((name) => basename(name, ending))
    .sort();
}

/** A file by its path from the project's folder, if there is one. */
export function readContent({ root }: ContentFolder, path: string): SourceFile | undefined {
  const full = join(root, path);
  return existsSync(full) ? { path, text: readFileSync(full, 'utf8') } : undefined;
}

/** The ids of all scenarios: the names of their files, sorted. */
export function scenarioIds(content: ContentFolder): string[] {
  return namesIn(content, SCENARIOS, '.yaml');
}

/** The file of a scenario, if there is one. */
export function scenarioFile(content: ContentFolder, id: string): SourceFile | undefined {
  return readContent(content, `${SCENARIOS}/${id}.yaml`);
}

/** The slugs of all articles, sorted. */
export function articleSlugs(content: ContentFolder): string[] {
  return namesIn(content, ARTICLES, '.mdx');
}

/** The file of an article, if there is one. */
export function articleFile(content: ContentFolder, slug: string): SourceFile | undefined {
  return readContent(content, `${ARTICLES}/${slug}.mdx`);
}
