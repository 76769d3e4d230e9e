import type { APIRoute, GetStaticPaths } from 'astro';
import { articlePlan } from '#authoring';
import { twinOf } from '#site';
import { publication } from '../../../publication.ts';

export const getStaticPaths = (async () => {
  const { articles, entries, series } = await publication();
  return articles.map((article) => {
    const body = entries.find(({ id }) => id === article.slug)?.body ?? '';
    const ofArticle = series.find(({ slug }) => slug === article.series);
    return { params: { slug: article.slug }, props: { article, series: ofArticle, body } };
  });
}) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The article in plain Markdown. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(twinOf({ ...props, plan: articlePlan(props.article.slug) }));
