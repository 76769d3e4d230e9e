import { address, seriesPath } from './address.ts';
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

/** A series with all its parts, and where it is listed. */
export interface Series {
  readonly slug: string;
  /** From the home page. */
  readonly path: string;
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly parts: readonly SeriesPart[];
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

/** A series as its file declares it, with the articles that have been written for it. */
export function seriesOf(
  slug: string,
  {
    title,
    description,
    parts,
  }: Pick<Series, 'title' | 'description'> & {
    readonly parts: readonly AnnouncedPart[];
  },
  articles: readonly ArticleSummary[],
): Series {
  const path = seriesPath(slug);
  const href = address(path);
  return { slug, path, href, title, description, parts: partsOf(slug, parts, articles) };
}
