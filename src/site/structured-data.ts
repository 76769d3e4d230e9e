import { articlePath } from './address.ts';
import { changedOn } from './articles.ts';
import type { ArticleSummary } from './articles.ts';
import { configuration } from './configuration.ts';
import { dayForMachines } from './dates.ts';
import type { Series } from './series.ts';

/** Something said in the vocabulary of schema.org. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** How a page names another: in full or relative to itself. */
type Link = (path: string) => string;

/** A step on the way from the home page to a page. */
export interface Crumb {
  readonly name: string;
  /** From the home page. */
  readonly path: string;
}

/** The way from the home page to a page, the page included. */
export function breadcrumbs(crumbs: readonly Crumb[], link: Link): Thing {
  const way = [{ name: configuration.name, path: '/' }, ...crumbs];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: link(path),
    })),
  };
}

function authorOf(name: string): Thing {
  return { '@type': name === configuration.author ? 'Organization' : 'Person', name };
}

/** An article. */
export function blogPosting(
  article: ArticleSummary,
  series: Series | undefined,
  link: Link,
): Thing {
  const { slug, title, description, author, date, tags, category, part } = article;
  return {
    '@type': 'BlogPosting',
    headline: title,
    description,
    inLanguage: configuration.language,
    datePublished: dayForMachines(date),
    dateModified: dayForMachines(changedOn(article)),
    author: authorOf(author),
    articleSection: category.title,
    keywords: tags.map((tag) => tag.title),
    image: link(sharePath(slug)),
    url: link(articlePath(slug)),
    ...(series && {
      position: part,
      isPartOf: { '@type': 'CreativeWorkSeries', name: series.title, url: link(series.path) },
    }),
  };
}

/** A list of articles: of a series, a tag, a category, or all. */
export function collectionPage(
  { name, description, path }: Crumb & { readonly description: string },
  articles: readonly ArticleSummary[],
  link: Link,
): Thing {
  return {
    '@type': 'CollectionPage',
    name,
    description,
    inLanguage: configuration.language,
    url: link(path),
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: articles.map((article, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: article.title,
        url: link(article.path),
      })),
    },
  };
}

/** The path of an article's picture for those who share it. */
export function sharePath(slug: string): string {
  return `${articlePath(slug)}share.png`;
}

/** What a page says of itself to machines, as the text of a script that is data. */
export function structuredData(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  // A "<" could end the script; as an escape it means the same to every reader of JSON.
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}
