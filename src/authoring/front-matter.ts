import type { SourceFile } from './content.ts';
import type { Problem } from './problems.ts';
import { parseYaml } from './yaml/read.ts';
import type { Place, Tree } from './yaml/tree.ts';

/** A file that begins with front matter. */
export interface FrontMatter {
  /** Null where there is none or it could not be read, which has been told. */
  readonly tree: Tree | null;
  /** Where what is missing is missing. */
  readonly place: Place;
  readonly problems: readonly Problem[];
}

const MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?=\r?\n|$)/m;

const blank = (text: string): string => text.replace(/[^\n]/g, '');

function matterOf(text: string): RegExpExecArray | null {
  const match = text.startsWith('---') ? MATTER.exec(text) : null;
  return match?.index === 0 ? match : null;
}

/** A file's text without its front matter, whose lines stay as blank ones so that places are right. */
export function bodyOf(text: string): string {
  const [whole = ''] = matterOf(text) ?? [];
  return blank(whole) + text.slice(whole.length);
}

/** Reads what stands between the lines of hyphens at the top of a file. `holds` says what belongs there. */
export function readFrontMatter(file: SourceFile, holds: string): FrontMatter {
  const place = { file: file.path, line: 1, column: 1 };
  const match = matterOf(file.text);
  if (!match) {
    const message = `the file begins with front matter: ${holds}, between two lines of three hyphens`;
    return { tree: null, place, problems: [{ ...place, message }] };
  }
  const { tree, problems } = parseYaml({ path: file.path, text: `\n${match[1] ?? ''}` });
  return { tree, place, problems };
}
