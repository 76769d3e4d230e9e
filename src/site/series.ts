import type { ArticleSummary } from './articles.ts';

/** A part as the file of the series announces it. */
export interface AnnouncedPart {
  readonly title: string;
  readonly short?: string | undefined;
  readonly description: string;
}

/** A part of a series: announced only, or with its article. */
export interface SeriesPart extends AnnouncedPart {
  readonly number: number;
  readonly article: ArticleSummary | undefined;
}

/**
 * The parts of a series in order, each with its article if there is one. Throws when an article
 * claims a part that the series does not have, or that another article has.
 */
export function partsOf(
  slug: string,
  announced: readonly AnnouncedPart[],
  articles: readonly ArticleSummary[],
): SeriesPart[] {
  const byPart = new Map<number, ArticleSummary>();
  for (const article of articles) {
    if (article.series !== slug || article.part === undefined) continue;
    const other = byPart.get(article.part);
    if (other) {
      throw new Error(`${article.slug} and ${other.slug} are both part ${article.part} of ${slug}`);
    }
    if (article.part > announced.length) {
      throw new Error(
        `${article.slug} is part ${article.part} of ${slug}, which has ${announced.length} parts`,
      );
    }
    byPart.set(article.part, article);
  }
  return announced.map((part, index) => ({
    ...part,
    number: index + 1,
    article: byPart.get(index + 1),
  }));
}
