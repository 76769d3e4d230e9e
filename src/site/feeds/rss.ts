import { configuration } from '../configuration.ts';
import type { ArticleSummary } from '../articles.ts';
import { carried, feedChanged, tagUri } from './feed.ts';
import type { Feed } from './feed.ts';
import { element, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

function item(article: ArticleSummary, link: (path: string) => string): Xml {
  const { path, title, author, date, description, tags, category } = article;
  return element('item', {}, [
    element('title', {}, title),
    element('link', {}, link(path)),
    element('guid', { isPermaLink: 'false' }, tagUri(path)),
    element('pubDate', {}, date.toUTCString()),
    element('dc:creator', {}, author),
    ...[category, ...tags].map((topic) => element('category', {}, topic.title)),
    element('description', {}, description),
  ]);
}

/** A feed in RSS 2.0, which knows only full addresses: `home` is the address of the home page. */
export function rss(feed: Feed, path: string, home: URL): string {
  const link = (target: string): string => new URL(target.slice(1), home).href;
  const channel = element('channel', {}, [
    element('title', {}, feed.title),
    element('link', {}, link(feed.page)),
    element('description', {}, feed.description),
    element('language', {}, configuration.language),
    element('lastBuildDate', {}, feedChanged(feed).toUTCString()),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: link(path) }),
    ...carried(feed).map((article) => item(article, link)),
  ]);
  const namespaces = {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, [channel]));
}
