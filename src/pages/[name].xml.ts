import type { APIRoute, GetStaticPaths } from 'astro';
import { atom, configuration, homeOf, rss } from '#site';
import { publication } from '../publication.ts';

/** Atom always; RSS only where full addresses are known, because it has no others. */
export const getStaticPaths = (() =>
  ['feed', ...(import.meta.env.SITE ? ['rss'] : [])].map((name) => ({
    params: { name },
  }))) satisfies GetStaticPaths;

/** The feed of all articles. */
export const GET: APIRoute = async ({ params, site }) => {
  const { articles } = await publication();
  const { name: title, description } = configuration;
  const feed = { title, description, page: '/', articles };
  const home = homeOf(site);
  return new Response(
    params['name'] === 'rss' && home ? rss(feed, '/rss.xml', home) : atom(feed, home),
  );
};
