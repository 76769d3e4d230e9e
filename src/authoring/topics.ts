import { namesIn, readContent } from './content.ts';
import type { ContentFolder } from './content.ts';
import type { Problem } from './problems.ts';
import { form, itemsAt, recordProblems, text, textAt } from './yaml/fields.ts';
import type { Fields } from './yaml/fields.ts';
import { parseYaml } from './yaml/read.ts';

/** A tag or category as its list has it. */
export interface Topic {
  /** What articles write. */
  readonly id: string;
  /** What its address ends with. */
  readonly slug: string;
  readonly title: string;
}

/** What articles can be filed under. */
export interface Topics {
  /** Null where there is no such list, and anything goes. */
  readonly tags: readonly Topic[] | null;
  readonly categories: readonly Topic[] | null;
  /** The number of parts of each series, by its slug. */
  readonly series: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** What a tag or category says. */
const TOPIC: Fields = {
  id: { required: true, wanted: 'what articles write', read: text() },
  slug: {
    required: true,
    wanted: 'what its address ends with, such as exchange-2007',
    read: form(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an address; write lower-case words with hyphens'),
  },
  title: { required: true, wanted: 'the heading of its page', read: text() },
  description: { required: true, wanted: 'a sentence for its page', read: text() },
};

interface TopicList {
  readonly topics: readonly Topic[] | null;
  readonly problems: readonly Problem[];
}

function readList(content: ContentFolder, path: string, what: string): TopicList {
  const file = readContent(content, path);
  if (!file) return { topics: null, problems: [] };
  const { tree, problems } = parseYaml(file);
  if (!tree) return { topics: null, problems };
  if (tree.kind !== 'list') {
    const message = `a list is wanted, each item with the keys ${Object.keys(TOPIC).join(', ')}`;
    return { topics: null, problems: [...problems, { ...tree.place, message }] };
  }
  const found = tree.items.flatMap((item) => recordProblems(item, TOPIC, `a ${what}`));
  const taken = new Set<string>();
  const topics = tree.items.flatMap((item): Topic[] => {
    const [id, slug, title] = ['id', 'slug', 'title'].map((key) => textAt(item, key));
    if (id === undefined || slug === undefined || title === undefined) return [];
    for (const name of [`id ${id}`, `slug ${slug}`]) {
      const message = `another ${what} has the ${name} already`;
      if (taken.has(name)) found.push({ ...item.place, message });
      taken.add(name);
    }
    return [{ id, slug, title }];
  });
  return { topics, problems: [...problems, ...found] };
}

/** Reads the lists of tags and categories, and how many parts each series has. */
export function readTopics(content: ContentFolder): Topics {
  const tags = readList(content, 'content/tags.yaml', 'tag');
  const categories = readList(content, 'content/categories.yaml', 'category');
  const series = namesIn(content, 'content/series', '.yaml').map((slug) => {
    const file = readContent(content, `content/series/${slug}.yaml`);
    return [slug, file ? itemsAt(parseYaml(file).tree, 'parts').length : 0] as const;
  });
  return {
    tags: tags.topics,
    categories: categories.topics,
    series: new Map(series),
    problems: [...tags.problems, ...categories.problems],
  };
}

/** The first tag and category, for an article that is begun. */
export function firstTopics(content: ContentFolder): { tag: string; category: string } {
  const { tags, categories } = readTopics(content);
  return { tag: tags?.[0]?.id ?? 'Tag', category: categories?.[0]?.id ?? 'Category' };
}
