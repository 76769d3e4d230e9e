import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const text = z.string().trim().min(1);

/** The front matter of an article. A key that is not listed here stops the build. */
const articles = defineCollection({
  loader: glob({ base: './content/articles', pattern: '*.mdx' }),
  schema: z.strictObject({
    title: text,
    /** The excerpt: shown in lists, to search engines and in feeds. One or two sentences. */
    description: text.max(300),
    /** Who wrote it; left out, the author that the site's configuration names. */
    author: text.optional(),
    /** The day of publication. */
    date: z.coerce.date(),
    /** The day of the last change that a reader would notice. */
    updated: z.coerce.date().optional(),
    /** The file name of the series, without its ending, and the article's place in it. */
    series: reference('series').optional(),
    part: z.int().positive().optional(),
    /** The `id` of entries in content/tags.yaml and of one in content/categories.yaml. */
    tags: z.array(text).min(1),
    category: text,
    /** The product versions for which the article is true. */
    appliesTo: z.array(text).min(1),
    /** Addresses from the home page that lead here too, such as `/2009/07/old-name/`. */
    aliases: z.array(text).default([]),
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

/** A tag or category: what articles call it, and how addresses and people do. */
const topic = z.strictObject({
  id: text,
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens'),
  title: text,
  description: text,
});
const tags = defineCollection({ loader: file('./content/tags.yaml'), schema: topic });
const categories = defineCollection({ loader: file('./content/categories.yaml'), schema: topic });

export const collections = { articles, series, tags, categories };
