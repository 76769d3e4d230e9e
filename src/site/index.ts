/**
 * The site around the articles: addresses, dates, lists, series, topics, feeds, twins. No simulation
 * in here. It reads files, so it is for the build; what a browser needs is behind `#site/browser`.
 */
export {
  address,
  addressUnder,
  articleAddress,
  articlePath,
  homeOf,
  linker,
  pagePath,
  relativeAddress,
  seriesPath,
} from './address.ts';
export { archivesOf, archiveTitle, feedOf } from './archives.ts';
export type { TopicArchive } from './archives.ts';
export { byYear, changedOn, isShown, newestFirst, summarise } from './articles.ts';
export type { ArticleSummary, Topics } from './articles.ts';
export { configuration } from './configuration.ts';
export { dayForMachines, dayForPeople } from './dates.ts';
export { atom } from './feeds/atom.ts';
export { feedPath } from './feeds/feed.ts';
export type { Feed } from './feeds/feed.ts';
export { rss } from './feeds/rss.ts';
export { highlightClasses } from './highlight.ts';
export { llms } from './llms.ts';
export { effort, readingMinutes, simulationCount } from './measure.ts';
export { neighboursOf } from './neighbours.ts';
export type { Neighbours } from './neighbours.ts';
export { pageParameter, pagesOf } from './paging.ts';
export type { ListPage } from './paging.ts';
export { redirects, redirectsOf } from './redirects.ts';
export type { Redirect } from './redirects.ts';
export { partsOf, seriesOf } from './series.ts';
export type { Series, SeriesPart } from './series.ts';
export { sharePicture } from './share/index.ts';
export { sitemap, sitemapOf } from './sitemap.ts';
export {
  blogPosting,
  breadcrumbs,
  collectionPage,
  sharePath,
  structuredData,
} from './structured-data.ts';
export type { Crumb, Thing } from './structured-data.ts';
export { themeScript } from './theme.ts';
export { topicNamed, topicsOf } from './topics.ts';
export type { DeclaredTopic, Topic, TopicKind } from './topics.ts';
export { twinOf, twinPath } from './twin/index.ts';
