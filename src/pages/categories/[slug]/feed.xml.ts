import type { APIRoute, GetStaticPaths } from 'astro';
import { atom, feedOf, homeOf } from '#site';
import { publication } from '../../../publication.ts';

export const getStaticPaths = (async () => {
  const { categories: topics } = await publication();
  return topics.map((topic) => ({ params: { slug: topic.slug }, props: { topic } }));
}) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The feed of a category. */
export const GET: APIRoute<Props> = ({ props, site }) =>
  new Response(atom(feedOf(props.topic), homeOf(site)));
