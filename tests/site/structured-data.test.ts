import { blogPosting, breadcrumbs, collectionPage, linker, seriesOf, structuredData } from '#site';
import { expect, test } from 'vitest';
import { article, part } from './support/articles.ts';

const link = linker('/articles/two/', new URL('https://example.org'));

test('an article says who wrote it, when, and of which series it is part', () => {
  const two = { ...part('two', 2), updated: new Date('2027-01-05'), author: 'Jane Doe' };
  const announced = ['1', '2'].map((title) => ({ title, description: title }));
  const series = seriesOf('availability', { title: 'A', description: 'B', parts: announced }, [
    two,
  ]);
  expect(blogPosting(two, series, link)).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'two',
    datePublished: '2026-11-22',
    dateModified: '2027-01-05',
    author: { '@type': 'Person', name: 'Jane Doe' },
    keywords: ['SCC'],
    articleSection: 'Exchange Server',
    image: 'https://example.org/articles/two/share.png',
    position: 2,
    isPartOf: { name: 'A', url: 'https://example.org/series/availability/' },
  });
});

test('an article of no series is part of nothing', () => {
  expect(blogPosting(article('one'), undefined, link)).not.toHaveProperty('isPartOf');
});

test('the way from the home page counts from 1', () => {
  const crumbs = breadcrumbs([{ name: 'SCC', path: '/tags/scc/' }], link);
  expect(crumbs['itemListElement']).toMatchObject([
    { position: 1, item: 'https://example.org/' },
    { position: 2, name: 'SCC', item: 'https://example.org/tags/scc/' },
  ]);
});

test('a list names its articles in order', () => {
  const page = { name: 'SCC', description: 'About SCC.', path: '/tags/scc/' };
  const list = collectionPage(page, [article('one'), article('two')], link);
  expect(list).toMatchObject({
    '@type': 'CollectionPage',
    mainEntity: { itemListElement: [{ name: 'one' }, { position: 2, name: 'two' }] },
  });
});

test('no text of an article can end the script', () => {
  const title = '</script><script>alert(1)</script>';
  const text = structuredData([blogPosting(article('one', { title }), undefined, link)]);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ '@graph': [{ headline: title }] });
});
