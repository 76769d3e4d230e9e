import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const text = z.string().trim().min(1);

/** The front matter of an article. A key that is not listed here stops the build. */
const articles = defineCollection({
  loader: glob({ base: './content/articles', pattern: '*.mdx' }),
  schema: z.strictObject({
    title: text,
    /** The excerpt: shown in lists, to search engines and in feeds. One or two sentences. */
    description: text.max(300),
    /** The day of publication. */
    date: z.coerce.date(),
    /** The day of the last change that a reader would notice. */
    updated: z.coerce.date().optional(),
    /** The file name of the series, without its ending, and the article's place in it. */
    series: reference('series').optional(),
    part: z.int().positive().optional(),
    tags: z.array(text).min(1),
    category: text,
    /** The product versions for which the article is true. */
    appliesTo: z.array(text).min(1),
    /** A draft is shown while writing and left out of the built site. */
    draft: z.boolean().default(false),
  }),
});

/** A series announces all its parts, in order; an article takes its place by `series` and `part`. */
const series = defineCollection({
  loader: glob({ base: './content/series', pattern: '*.yaml' }),
  schema: z.strictObject({
    title: text,
    description: text,
    parts: z
      .array(z.strictObject({ title: text, short: text.optional(), description: text }))
      .min(1),
  }),
});

export const collections = { articles, series };
