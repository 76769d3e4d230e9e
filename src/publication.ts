import { getCollection } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import { archivesOf, isShown, newestFirst, seriesOf, summarise, topicsOf } from '#site';
import type { ArticleSummary, Series, TopicArchive } from '#site';

/** Everything that is published, as pages, lists and feeds need it. */
export interface Publication {
  /** The newest first. */
  readonly articles: readonly ArticleSummary[];
  readonly entries: readonly CollectionEntry<'articles'>[];
  readonly series: readonly Series[];
  /** Tags and categories that articles have, by title. */
  readonly tags: readonly TopicArchive[];
  readonly categories: readonly TopicArchive[];
}

/** Reads everything that is published. */
export async function publication(): Promise<Publication> {
  const [entries, allSeries, allTags, allCategories] = await Promise.all([
    getCollection('articles', isShown),
    getCollection('series'),
    getCollection('tags'),
    getCollection('categories'),
  ]);
  const tags = topicsOf(
    'tag',
    allTags.map(({ data }) => data),
  );
  const categories = topicsOf(
    'category',
    allCategories.map(({ data }) => data),
  );
  const articles = newestFirst(entries.map((entry) => summarise(entry, { tags, categories })));
  return {
    articles,
    entries,
    series: allSeries.map(({ id, data }) => seriesOf(id, data, articles)),
    tags: archivesOf(tags, articles),
    categories: archivesOf(categories, articles),
  };
}
