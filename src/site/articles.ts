import type { CollectionEntry } from 'astro:content';
import { articleAddress } from './address.ts';
import { readingMinutes, simulationCount } from './measure.ts';

/** An article as lists, headers and series show it. */
export interface ArticleSummary {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly date: Date;
  readonly updated: Date | undefined;
  readonly series: string | undefined;
  readonly part: number | undefined;
  readonly tags: readonly string[];
  readonly minutes: number;
  readonly simulations: number;
}

/** Whether an article is part of the site: a draft is, but only while it is being written. */
export function isShown({ data }: CollectionEntry<'articles'>): boolean {
  return import.meta.env.DEV || !data.draft;
}

/** What a list needs to know of an article; throws if it names a series but not its part, or the reverse. */
export function summarise(entry: CollectionEntry<'articles'>): ArticleSummary {
  const { title, description, date, updated, series, part, tags } = entry.data;
  if ((series === undefined) !== (part === undefined)) {
    throw new Error(`${entry.id}: "series" and "part" go together; one of them is missing`);
  }
  const body = entry.body ?? '';
  return {
    slug: entry.id,
    href: articleAddress(entry.id),
    title,
    description,
    date,
    updated,
    series: series?.id,
    part,
    tags,
    minutes: readingMinutes(body),
    simulations: simulationCount(body),
  };
}

/** Articles in the order of a blog: the newest first, those of one day by title. */
export function newestFirst(articles: readonly ArticleSummary[]): ArticleSummary[] {
  return [...articles].sort(
    (one, other) => other.date.getTime() - one.date.getTime() || (one.title < other.title ? -1 : 1),
  );
}
