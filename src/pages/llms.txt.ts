import type { APIRoute } from 'astro';
import { llms } from '#site';
import { publication } from '../publication.ts';

/** What language models read first: all articles with the addresses of their Markdown twins. */
export const GET: APIRoute = async () => new Response(llms((await publication()).articles));
