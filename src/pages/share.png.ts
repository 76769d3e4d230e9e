import type { APIRoute } from 'astro';
import { configuration, sharePicture } from '#site';

/** The picture of every page that has none of its own. */
export const GET: APIRoute = async () =>
  new Response(
    await sharePicture({
      site: configuration.name,
      title: 'Break it first. Then read why.',
      eyebrow: undefined,
      foot: 'Clusters that you can break, in the page',
    }),
  );
