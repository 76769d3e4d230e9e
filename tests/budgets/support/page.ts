import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built site. */
export const site: string = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** A page of the built site with the sheets it links to. */
export interface Page {
  /** Its address from the site's root, such as `/articles/single-copy-clusters/`. */
  readonly address: string;
  readonly html: string;
  readonly sheets: readonly string[];
}

/** All articles of the built site; none if there is no built site. */
export function articlePages(): Page[] {
  const articles = join(site, 'articles');
  if (!existsSync(articles)) return [];
  return readdirSync(articles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readPage(`/articles/${name}/`));
}

function readPage(address: string): Page {
  const html = readFileSync(join(site, address, 'index.html'), 'utf8');
  const links = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\brel="?stylesheet\b/.test(tag));
  const sheets = links.flatMap((tag) => {
    const target = attribute(tag, 'href');
    return target === undefined ? [] : [readFileSync(fileAt(target, address), 'utf8')];
  });
  return { address, html, sheets };
}

/** The file a reference on a page or in a module leads to, be it relative or from the root. */
export function fileAt(reference: string, from: string): string {
  return join(site, decodeURIComponent(new URL(reference, `http://site${from}`).pathname));
}

/** The value of an attribute of a tag, undefined if it has none. */
export function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** The contents of all styles or of all scripts that are code, not data. */
export function contentsOf(html: string, name: 'script' | 'style'): string[] {
  const elements = html.matchAll(new RegExp(`(<${name}\\b[^>]*>)(.*?)</${name}>`, 'gs'));
  return [...elements]
    .filter((match) => !/\stype="?application\//.test(match[1] ?? ''))
    .map((match) => match[2] ?? '');
}

/** How many elements a page has. */
export function countElements(html: string): number {
  const markup = html
    .replace(/<!--.*?-->/gs, '')
    .replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  return [...markup.matchAll(/<[a-z][^\s/>]*/gi)].length;
}

/**
 * What a page sends up to and including the first frame of its first simulation, whose end is
 * marked with `data-first-frame-end`; undefined if nothing is marked.
 */
export function upToFirstFrame(html: string): string | undefined {
  const marker = /<[a-z][\w-]*(?:\s[^<>]*)?\sdata-first-frame-end\b[^<>]*>/i.exec(html);
  return marker ? html.slice(0, marker.index + marker[0].length) : undefined;
}
