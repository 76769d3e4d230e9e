import { configuration } from '../configuration.ts';
import { changedOn } from '../articles.ts';
import type { ArticleSummary } from '../articles.ts';

/** A feed: of the whole site, of a tag or of a category. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The page whose articles these are, as a path from the home page. */
  readonly page: string;
  /** The newest first; more than a feed carries are left out. */
  readonly articles: readonly ArticleSummary[];
}

/** The path of the Atom feed that belongs to a page. */
export function feedPath(page: string): string {
  return `${page}feed.xml`;
}

/** The name of a page or article for programs, the same wherever the site is hosted (RFC 4151). */
export function tagUri(path: string): string {
  return `tag:${configuration.feedAuthority}:${path}`;
}

/** The articles that a feed carries. */
export function carried({ articles }: Feed): readonly ArticleSummary[] {
  return articles.slice(0, configuration.articlesPerFeed);
}

/**
 * When a feed changed last: with its articles, never with the clock, so that two builds are the same.
 * A feed without articles is as old as time.
 */
export function feedChanged(feed: Feed): Date {
  const times = carried(feed).map((article) => changedOn(article).getTime());
  return new Date(Math.max(0, ...times));
}
