import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { articlePath } from './address.ts';
import { topicPath } from './topics.ts';
import type { DeclaredTopic, TopicKind } from './topics.ts';

/** An address that people may still know, and where it leads now. Both are paths from the home page. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What redirects follow from. */
export interface RedirectSources {
  readonly articles: readonly {
    readonly slug: string;
    readonly tags: readonly string[];
    readonly category: string;
    readonly aliases: readonly string[];
  }[];
  readonly tags: readonly DeclaredTopic[];
  readonly categories: readonly DeclaredTopic[];
}

/** Folders without a page of their own, and the old names of archives. */
const FOLDERS: readonly Redirect[] = ['articles', 'tags', 'tag', 'categories', 'category'].map(
  (folder) => ({ from: `/${folder}/`, to: '/archive/' }),
);

function forTopics(
  kind: TopicKind,
  topics: readonly DeclaredTopic[],
  used: readonly string[],
): Redirect[] {
  return topics
    .filter(({ id }) => used.includes(id))
    .map(({ slug }) => ({ from: `/${kind}/${slug}/`, to: topicPath(kind, slug) }));
}

/**
 * All redirects of the site, sorted by address: `/tag/x/` and `/category/x/`, folders without a
 * page, and the aliases of articles. Throws when an alias is not an address that ends with a slash,
 * is taken twice, or is an article's own.
 */
export function redirectsOf({ articles, tags, categories }: RedirectSources): Redirect[] {
  const aliases = articles.flatMap(({ slug, aliases: old }) =>
    old.map((from) => ({ from, to: articlePath(slug) })),
  );
  const redirects = [
    ...FOLDERS,
    ...forTopics(
      'tag',
      tags,
      articles.flatMap((article) => article.tags),
    ),
    ...forTopics(
      'category',
      categories,
      articles.map(({ category }) => category),
    ),
    ...aliases,
  ];
  const taken = new Set(redirects.map(({ to }) => to));
  for (const { from, to } of redirects) {
    if (!/^\/(?:[A-Za-z0-9._~-]+\/)+$/.test(from)) {
      throw new Error(`${to}: the alias "${from}" is no address; write it as /old/address/`);
    }
    if (taken.has(from)) throw new Error(`${to}: the alias "${from}" leads somewhere already`);
    taken.add(from);
  }
  return redirects.sort((one, other) => (one.from < other.from ? -1 : 1));
}

interface FrontMatter {
  readonly draft?: boolean;
  readonly tags?: readonly string[];
  readonly category?: string;
  readonly aliases?: readonly string[];
}

function frontMatterOf(text: string): FrontMatter {
  const matter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  return (parse(matter) ?? {}) as FrontMatter;
}

/**
 * All redirects of the built site, for hosts that can answer with one. Reads the project's content,
 * which the build has checked; so it runs in Node only, outside a bundle.
 */
export function redirects(
  root: string = fileURLToPath(new URL('../../', import.meta.url)),
): Redirect[] {
  const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
  const folder = 'content/articles';
  const files = existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`).sort() : [];
  const articles = files
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => ({ slug: name.slice(0, -4), ...frontMatterOf(read(`${folder}/${name}`)) }))
    .filter(({ draft }) => draft !== true)
    .map(({ slug, tags = [], category = '', aliases = [] }) => ({ slug, tags, category, aliases }));
  return redirectsOf({
    articles,
    tags: parse(read('content/tags.yaml')) as DeclaredTopic[],
    categories: parse(read('content/categories.yaml')) as DeclaredTopic[],
  });
}
