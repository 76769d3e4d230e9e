import type { APIRoute } from 'astro';
import { linker } from '#site';

/** Everything may be read; where the site's address is known, this also says where all pages are listed. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `\nSitemap: ${linker('/', site)('/sitemap.xml')}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
