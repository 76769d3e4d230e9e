import type { APIRoute, GetStaticPaths } from 'astro';
import { configuration, effort, sharePicture } from '#site';
import { publication } from '../../../publication.ts';

export const getStaticPaths = (async () => {
  const { articles, series } = await publication();
  return articles.map((article) => {
    const ofArticle = series.find(({ slug }) => slug === article.series);
    return { params: { slug: article.slug }, props: { article, series: ofArticle } };
  });
}) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The picture of the article where people share its address. */
export const GET: APIRoute<Props> = async ({ props: { article, series } }) => {
  const { title, part, minutes, simulations } = article;
  const eyebrow = series && `${series.title} · Part ${part} of ${series.parts.length}`;
  const foot = effort(minutes, simulations);
  return new Response(await sharePicture({ site: configuration.name, title, eyebrow, foot }));
};
