import type { APIRoute } from 'astro';
import { readGlossary } from '#authoring';

/** The tip of every term by its slug, for articles to load once somebody wants one. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(Object.fromEntries(readGlossary().terms.map(({ slug, tip }) => [slug, tip]))),
  );
