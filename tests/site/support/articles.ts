import { topicsOf } from '#site';
import type { ArticleSummary, Topic } from '#site';

const declare = (id: string) => ({
  id,
  slug: id.toLowerCase().replaceAll(' ', '-'),
  title: id,
  description: `About ${id}.`,
});

/** A tag with this name. */
export function tag(id: string): Topic {
  const [topic] = topicsOf('tag', [declare(id)]);
  if (!topic) throw new Error(id);
  return topic;
}

/** A category with this name. */
export function category(id: string): Topic {
  const [topic] = topicsOf('category', [declare(id)]);
  if (!topic) throw new Error(id);
  return topic;
}

/** An article of 22 November 2026, part of nothing, with what a test wants otherwise. */
export function article(slug: string, wanted: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    slug,
    path: `/articles/${slug}/`,
    href: `/articles/${slug}/`,
    title: slug,
    description: `About ${slug}.`,
    author: 'The authors of Pull the Plug',
    date: new Date('2026-11-22'),
    updated: undefined,
    series: undefined,
    part: undefined,
    tags: [tag('SCC')],
    category: category('Exchange Server'),
    appliesTo: ['Exchange Server 2007'],
    aliases: [],
    minutes: 1,
    simulations: 0,
    ...wanted,
  };
}

/** Part of the series "availability". */
export function part(slug: string, number: number, day = '2026-11-22'): ArticleSummary {
  return article(slug, { series: 'availability', part: number, date: new Date(day) });
}
