import type { ArticleSummary } from './articles.ts';
import type { Series, SeriesPart } from './series.ts';

/** Where a reader can go from an article. */
export interface Neighbours {
  readonly previousPart: SeriesPart | undefined;
  /** Announced only, if its `article` is missing. */
  readonly nextPart: SeriesPart | undefined;
  readonly older: ArticleSummary | undefined;
  readonly newer: ArticleSummary | undefined;
}

/**
 * What comes before and after an article, in its series and by date. An article that its series
 * leads to already is not named a second time.
 * @param articles all articles, the newest first
 */
export function neighboursOf(
  article: Pick<ArticleSummary, 'slug' | 'part'>,
  articles: readonly ArticleSummary[],
  series: Series | undefined,
): Neighbours {
  const inSeries = (offset: number): SeriesPart | undefined =>
    series?.parts.find(({ number }) => number === (article.part ?? Number.NaN) + offset);
  const [previousPart, nextPart] = [inSeries(-1), inSeries(1)];
  const named = [previousPart, nextPart].map((part) => part?.article?.slug);
  const place = articles.findIndex(({ slug }) => slug === article.slug);
  const byDate = (index: number): ArticleSummary | undefined => {
    const found = place === -1 ? undefined : articles[index];
    return named.includes(found?.slug) ? undefined : found;
  };
  return { previousPart, nextPart, older: byDate(place + 1), newer: byDate(place - 1) };
}
