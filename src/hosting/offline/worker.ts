import { createHash } from 'node:crypto';
import { unchangingFolder } from '../table.ts';
import type { SiteFile } from '../site-files.ts';
import { keeperOf } from './keep.ts';
import type { Deployment } from './scope.ts';
import { serveOffline } from './serve.ts';

/** The name of the worker's file, at the root of the site: a worker governs the folder it is in. */
export const workerFile = 'sw.js';

/** The deployment that a worker keeps: all that reading and playing needs, with its hashes. */
export function deploymentOf(files: readonly SiteFile[]): Deployment {
  const entries = files
    .filter(({ path }) => isNeededOffline(path))
    .map(({ path, bytes }) => [
      encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
      createHash('sha256').update(bytes).digest('base64'),
    ]);
  const version = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12);
  return { version, files: Object.fromEntries(entries), unchanging: unchangingFolder.slice(1) };
}

/** The text of the service worker for a deployment. */
export function workerText(deployment: Deployment): string {
  return `'use strict';
const deployment = ${JSON.stringify(deployment)};
${keeperOf.toString()}
${serveOffline.toString()}
serveOffline(self, deployment, keeperOf(self, deployment));
`;
}

/**
 * The page with the few words that register the worker, once the page has everything it needs.
 * Nothing happens for readers who save data, from a file, or where workers are not allowed.
 * @param root the site's root as seen from the page, such as `../../`
 */
export function withRegistration(html: string, root: string): string {
  const script = `addEventListener("load",async()=>{try{navigator.connection?.saveData||await navigator.serviceWorker.register("${root}${workerFile}")}catch{}})`;
  return html.replace('</body>', () => `<script>${script}</script></body>`);
}

/** Pages, and what they ask for. Feeds, twins in Markdown and pictures for sharing are for others. */
function isNeededOffline(path: string): boolean {
  if (/^[._]/.test(path) || path === '404.html' || path === workerFile) return false;
  return `/${path}`.startsWith(unchangingFolder) || /\.(?:html|svg|ico|json)$/.test(path);
}
