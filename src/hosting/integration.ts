import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, redirectsFile } from './hosts/index.ts';
import { withIslandFile } from './islands.ts';
import { marker, withLinksHome } from './not-found.ts';
import { deploymentOf, withRegistration, workerFile, workerText } from './offline/worker.ts';
import { withPolicy } from './policy.ts';
import { redirectOf } from './redirects.ts';
import { relativeAddress, withRelativeAddresses } from './relative.ts';
import { indexedPage } from './search-index.ts';
import { addressOfPage, siteFiles } from './site-files.ts';
import { unchangingFolder } from './table.ts';

/**
 * Makes the built site fit for any host and any path: relative addresses, a policy for every page,
 * the index for searching, files for hosts, and a worker that keeps it all for when there is no
 * network. Has to be the last integration, since it sees what the others have written.
 */
export function hosting(): AstroIntegration {
  let expected = '/';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({
          build: { assets: unchangingFolder.slice(1, -1) },
          vite: {
            experimental: {
              // Scripts, sheets and workers name their files as seen from themselves.
              renderBuiltUrl: (_file: string, { ssr }: { ssr: boolean }) =>
                ssr ? undefined : { relative: true },
            },
          },
        });
      },
      'astro:config:done'({ config }) {
        if (config.site) expected = new URL(config.site).pathname.replace(/\/*$/, '/');
      },
      'astro:build:done'({ dir }) {
        finishSite(fileURLToPath(dir), expected);
      },
    },
  };
}

/**
 * Finishes a built site in its folder.
 * @param expected path under which the site is expected, for the page for missing addresses
 */
function finishSite(folder: string, expected: string): void {
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const pages = siteFiles(folder).flatMap(({ path, bytes }) => {
    const address = addressOfPage(path);
    return address === undefined ? [] : [{ path, address, html: bytes.toString() }];
  });
  for (const { path, address, html: built } of pages) {
    const { html, file } = withIslandFile(built);
    if (file) write(file.address, file.text);
    const finished =
      address === '/404.html'
        ? withLinksHome(html, expected)
        : withRegistration(withRelativeAddresses(html, address), relativeAddress(address, '/'));
    write(path, withPolicy(finished));
  }
  const found = pages.flatMap(({ html, address }) => indexedPage(html, address) ?? []);
  write(marker, JSON.stringify({ pages: found }));
  write('_headers', headersFile());
  write(
    '_redirects',
    redirectsFile(pages.flatMap((page) => redirectOf(page.html, page.address) ?? [])),
  );
  // GitHub would otherwise leave out files whose names begin with a line.
  write('.nojekyll', '');
  writeWorker(folder);
}

/** Writes the worker that keeps a folder's files as they are now. */
export function writeWorker(folder: string): void {
  writeFileSync(join(folder, workerFile), workerText(deploymentOf(siteFiles(folder))));
}
