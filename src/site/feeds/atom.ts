import { relativeAddress } from '../address.ts';
import { changedOn } from '../articles.ts';
import type { ArticleSummary } from '../articles.ts';
import { configuration } from '../configuration.ts';
import { carried, feedChanged, feedPath, tagUri } from './feed.ts';
import type { Feed } from './feed.ts';
import { element, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

const second = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

function entry(article: ArticleSummary): Xml {
  const { path, title, author, date, description, tags, category } = article;
  const link = relativeAddress('/', path);
  return element('entry', {}, [
    element('id', {}, tagUri(path)),
    element('title', {}, title),
    element('link', { rel: 'alternate', type: 'text/html', href: link }),
    element('link', { rel: 'alternate', type: 'text/markdown', href: `${link}index.md` }),
    element('published', {}, second(date)),
    element('updated', {}, second(changedOn(article))),
    element('author', {}, [element('name', {}, author)]),
    ...[category, ...tags].map(({ slug, title: label, kind }) =>
      element('category', { term: slug, scheme: tagUri(`/${kind}/`), label }),
    ),
    element('summary', { type: 'text' }, description),
  ]);
}

/**
 * A feed in Atom (RFC 4287). Its links are relative to `xml:base`, which leads to the home page: in
 * full where the site's address is known, else from the feed's own, so any host can serve it as it is.
 */
export function atom(feed: Feed, home: URL | undefined): string {
  const { title, description, page } = feed;
  const self = feedPath(page);
  const from = (path: string): string => relativeAddress('/', path);
  const base = home?.href ?? relativeAddress(self, '/');
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xml:lang': configuration.language,
        'xml:base': base,
      },
      [
        element('id', {}, tagUri(self)),
        element('title', {}, title),
        element('subtitle', {}, description),
        element('link', { rel: 'self', type: 'application/atom+xml', href: from(self) }),
        element('link', { rel: 'alternate', type: 'text/html', href: from(page) }),
        element('updated', {}, second(feedChanged(feed))),
        element('author', {}, [element('name', {}, configuration.author)]),
        ...carried(feed).map(entry),
      ],
    ),
  );
}
