import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { homeOf } from './address.ts';
import { element, xmlDocument } from './feeds/xml.ts';
import { redirects } from './redirects.ts';

/**
 * A sitemap of these pages, given as paths from the home page. What only leads elsewhere and the
 * page for unknown addresses are no places to find. Sorted, so that two builds are the same.
 */
export function sitemapOf(
  paths: readonly string[],
  home: URL,
  leavingOut: readonly string[],
): string {
  const entries = [...new Set(paths)]
    .filter((path) => !leavingOut.includes(path) && !path.startsWith('/404'))
    .sort()
    .map((path) => element('url', {}, [element('loc', {}, new URL(path.slice(1), home).href)]));
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return xmlDocument(element('urlset', { xmlns: namespace }, entries));
}

/** Writes `sitemap.xml` with every page of the site, if the site's own address is known. */
export function sitemap(): AstroIntegration {
  let home: URL | undefined;
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done'({ config }) {
        home = homeOf(config.site);
      },
      'astro:build:done'({ pages, dir }) {
        if (!home) return;
        const paths = pages.map(({ pathname }) => `/${pathname}`);
        const elsewhere = redirects().map(({ from }) => from);
        writeFileSync(new URL('sitemap.xml', dir), sitemapOf(paths, home, elsewhere));
      },
    },
  };
}
