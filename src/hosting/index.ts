/** Makes the built site fit for any host, any path and no network. Runs when the site is built. */
export { hosting, writeWorker } from './integration.ts';
export { cacheControl, headers } from './table.ts';
