/** The site around the articles: addresses, dates, lists, series, themes. No simulation in here. */
export { address, addressUnder, articleAddress, seriesAddress } from './address.ts';
export { isShown, newestFirst, summarise } from './articles.ts';
export type { ArticleSummary } from './articles.ts';
export { configuration } from './configuration.ts';
export { dayForMachines, dayForPeople } from './dates.ts';
export { effort, readingMinutes, simulationCount } from './measure.ts';
export { partsOf } from './series.ts';
export type { SeriesPart } from './series.ts';
export { themeScript } from './theme.ts';
