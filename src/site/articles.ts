import type { CollectionEntry } from 'astro:content';
import { articleAddress, articlePath } from './address.ts';
import { configuration } from './configuration.ts';
import { readingMinutes, simulationCount } from './measure.ts';
import { topicNamed } from './topics.ts';
import type { Topic } from './topics.ts';

/** An article as lists, headers, feeds and series show it. */
export interface ArticleSummary {
  readonly slug: string;
  /** From the home page. */
  readonly path: string;
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly date: Date;
  readonly updated: Date | undefined;
  readonly series: string | undefined;
  readonly part: number | undefined;
  readonly tags: readonly Topic[];
  readonly category: Topic;
  readonly appliesTo: readonly string[];
  readonly aliases: readonly string[];
  readonly minutes: number;
  readonly simulations: number;
}

/** All tags and categories there are. */
export interface Topics {
  readonly tags: readonly Topic[];
  readonly categories: readonly Topic[];
}

/** Whether an article is part of the site: a draft is, but only while it is being written. */
export function isShown({ data }: CollectionEntry<'articles'>): boolean {
  return import.meta.env.DEV || !data.draft;
}

/**
 * What a list needs to know of an article. Throws if it names a series but not its part, or the
 * reverse, or a tag or category that is not declared.
 */
export function summarise(entry: CollectionEntry<'articles'>, topics: Topics): ArticleSummary {
  const { series, part, tags, category, author = configuration.author, ...data } = entry.data;
  if ((series === undefined) !== (part === undefined)) {
    throw new Error(`${entry.id}: "series" and "part" go together; one of them is missing`);
  }
  const body = entry.body ?? '';
  return {
    slug: entry.id,
    path: articlePath(entry.id),
    href: articleAddress(entry.id),
    title: data.title,
    description: data.description,
    author,
    date: data.date,
    updated: data.updated,
    series: series?.id,
    part,
    tags: tags.map((tag) => topicNamed(tag, topics.tags)),
    category: topicNamed(category, topics.categories),
    appliesTo: data.appliesTo,
    aliases: data.aliases,
    minutes: readingMinutes(body),
    simulations: simulationCount(body),
  };
}

/** Articles in the order of a blog: the newest first, those of one day by part, then by title. */
export function newestFirst(articles: readonly ArticleSummary[]): ArticleSummary[] {
  return [...articles].sort(
    (one, other) =>
      other.date.getTime() - one.date.getTime() ||
      (other.part ?? 0) - (one.part ?? 0) ||
      (one.title < other.title ? -1 : 1),
  );
}

/** The day on which an article was last changed in a way that a reader would notice. */
export function changedOn({ date, updated }: ArticleSummary): Date {
  return updated ?? date;
}

/** Articles by the year of publication, in the order in which they come. */
export function byYear(
  articles: readonly ArticleSummary[],
): { readonly year: number; readonly articles: readonly ArticleSummary[] }[] {
  const years = Map.groupBy(articles, ({ date }) => date.getUTCFullYear());
  return [...years].map(([year, ofYear]) => ({ year, articles: ofYear }));
}
