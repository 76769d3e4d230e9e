import { PARAMETER_NAMES } from '#model/register';
import { didYouMean } from '#model/schema';
import type { SourceFile } from '../content.ts';
import type { GlossaryTerm } from '../glossary/types.ts';
import type { Problem } from '../problems.ts';
import type { Topic, Topics } from '../topics.ts';
import { isElement, placeIn, walk } from './mdx.ts';
import type { MdxAttribute, MdxNode } from './mdx.ts';

/** An article that a link may lead to. */
export interface LinkedArticle {
  readonly isDraft: boolean;
  /** Its tags and category. */
  readonly filedUnder: readonly string[];
  /** Its headings and simulations; null where its text could not be read. */
  readonly anchors: readonly string[] | null;
}

/** Everything on the site that an article can link to. */
export interface Targets {
  readonly articles: ReadonlyMap<string, LinkedArticle>;
  readonly terms: readonly GlossaryTerm[];
  readonly topics: Topics;
}

/** The article in which a link stands. */
interface From extends LinkedArticle {
  readonly file: SourceFile;
}

/** Pages that are there whatever authors write. */
export const FIXED_PAGES = [
  '/',
  '/archive/',
  '/glossary/',
  '/parameters/',
  '/authors/',
  '/accessibility/',
] as const;

/** An anchor as people read it; a malformed one as it stands. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

interface Link {
  readonly address: string;
  readonly at: MdxNode | MdxAttribute;
}

function linksIn(tree: MdxNode): Link[] {
  return [...walk(tree)].flatMap((node): Link[] => {
    // The parser takes a note of a single word for the definition of a link.
    const isLink =
      node.type === 'link' || (node.type === 'definition' && !node.identifier?.startsWith('^'));
    if (isLink && node.url !== undefined) {
      return [{ address: node.url, at: node }];
    }
    if (!isElement(node) || node.name !== 'a') return [];
    return (node.attributes ?? []).flatMap((at) =>
      at.name === 'href' && typeof at.value === 'string' ? [{ address: at.value, at }] : [],
    );
  });
}

/** The pages of the site with the anchors that are known; null where they are not. */
function pagesOf({ articles, terms, topics }: Targets): Map<string, readonly string[] | null> {
  const published = [...articles.values()].filter(({ isDraft }) => !isDraft);
  const used = new Set(published.flatMap(({ filedUnder }) => filedUnder));
  // A tag or category has a page once an article has it.
  const archives = (folder: string, list: readonly Topic[] | null) =>
    (list ?? [])
      .filter(({ id }) => used.has(id))
      .map(({ slug }) => [`/${folder}/${slug}/`, null] as const);
  const known: (readonly [string, readonly string[] | null])[] = [
    ...FIXED_PAGES.map((page) => [page, null] as const),
    ['/glossary/', terms.map(({ slug }) => slug)],
    ['/parameters/', PARAMETER_NAMES],
    ...[...articles].map(([slug, { anchors }]) => [`/articles/${slug}/`, anchors] as const),
    ...[...topics.series.keys()].map((slug) => [`/series/${slug}/`, null] as const),
    ...archives('tags', topics.tags),
    ...archives('categories', topics.categories),
  ];
  return new Map(known);
}

function anchorObjection(
  written: string,
  anchors: readonly string[] | null | undefined,
  where: string,
): string | undefined {
  const anchor = decoded(written);
  if (!anchors || anchor === '' || anchors.includes(anchor)) return undefined;
  // Stories on paper and notes have anchors of their own, made from what is known here.
  const isMade = anchors.some((known) => anchor.startsWith(`${known}-story`));
  if (isMade || anchor.startsWith('user-content-fn')) return undefined;
  return `${where} has no place "#${anchor}"; ${didYouMean(anchor, anchors)}`;
}

function pageObjection(
  path: string,
  from: From,
  targets: Targets,
  pages: ReadonlyMap<string, unknown>,
): string | undefined {
  if (pages.has(path)) {
    const slug = /^\/articles\/([^/]+)\/$/.exec(path)?.[1];
    const isDraft = slug !== undefined && targets.articles.get(slug)?.isDraft === true;
    return isDraft && !from.isDraft
      ? `"${slug}" is a draft and will not be on the site; publish it first or leave the link out`
      : undefined;
  }
  if (pages.has(`${path}/`)) return `addresses end with a slash; write "${path}/"`;
  return `there is no page "${path}"; ${didYouMean(path, [...pages.keys()])}`;
}

function objection(address: string, from: From, targets: Targets): string | undefined {
  if (/^(?:https?:|mailto:)/.test(address)) return undefined;
  if (address.startsWith('#')) {
    return anchorObjection(address.slice(1), from.anchors, 'this article');
  }
  if (!address.startsWith('/') || address.startsWith('//')) {
    return `"${address}" is not an address of this site; begin with a slash, such as "/articles/…/", or with https://`;
  }
  const [path = '', anchor = ''] = address.split('#');
  // What is no page is a file, such as a feed; the links of the built site are checked by a test.
  if (/\.[a-z0-9]+$/.test(path)) return undefined;
  const pages = pagesOf(targets);
  return (
    pageObjection(path, from, targets, pages) ?? anchorObjection(anchor, pages.get(path), path)
  );
}

/** Links of an article that lead nowhere on this site. */
export function linkProblems(tree: MdxNode, from: From, targets: Targets): Problem[] {
  return linksIn(tree).flatMap(({ address, at }) => {
    const message = objection(address, from, targets);
    return message === undefined ? [] : [{ ...placeIn(from.file, at), message }];
  });
}
