import type { SourceFile } from '../content.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problems.ts';
import type { Topic, Topics } from '../topics.ts';
import {
  day,
  entryOf,
  fieldsOf,
  form,
  listOf,
  nameOf,
  ordinal,
  recordProblems,
  text,
  textAt,
  yesOrNo,
} from '../yaml/fields.ts';
import type { Fields } from '../yaml/fields.ts';
import type { Tree } from '../yaml/tree.ts';

/** What the front matter of an article says, as the reference for authors prints it. */
export const ARTICLE_KEYS = {
  title: { required: true, wanted: 'the heading of the article, in quotes' },
  description: {
    required: true,
    wanted: 'one or two sentences for lists, feeds and search engines, 300 characters at most',
  },
  date: { required: true, wanted: 'the day of publication, such as 2026-12-01' },
  updated: { required: false, wanted: 'the day of the last change that a reader would notice' },
  series: { required: false, wanted: 'the name of a file in content/series, together with part' },
  part: { required: false, wanted: 'its place in the series, counted from 1' },
  tags: { required: true, wanted: 'a list of ids from content/tags.yaml' },
  category: { required: true, wanted: 'an id from content/categories.yaml' },
  appliesTo: { required: true, wanted: 'the product versions for which the article is true' },
  aliases: { required: false, wanted: 'older addresses that lead here, such as [/old-name/]' },
  draft: { required: false, wanted: 'true while it is being written: shown by npm run dev only' },
} as const;

const idsOf = (topics: readonly Topic[]): string[] => topics.map(({ id }) => id);

function fieldsFor({ tags, categories, series }: Topics): Fields {
  const readers = {
    title: text(),
    description: text(300),
    date: day,
    updated: day,
    series: nameOf('series', [...series.keys()]),
    part: ordinal,
    tags: listOf('tags', tags ? nameOf('tag', idsOf(tags)) : text()),
    category: categories ? nameOf('category', idsOf(categories)) : text(),
    appliesTo: listOf('product versions', text()),
    aliases: listOf(
      'addresses',
      form(/^\/(?:[^/\s?#]+\/)+$/, 'an address of this site; write it as "/old-name/"'),
    ),
    draft: yesOrNo,
  };
  return fieldsOf(ARTICLE_KEYS, readers);
}

/** What does not fit together, although each key is sound. */
function together(tree: Tree, { series }: Topics): Problem[] {
  const place = (key: string) => entryOf(tree, key)?.keyPlace ?? tree.place;
  const problems: Problem[] = [];
  const [name, date, updated] = ['series', 'date', 'updated'].map((key) => textAt(tree, key));
  const part = entryOf(tree, 'part')?.value;
  if (part && !entryOf(tree, 'series')) {
    const names = [...series.keys()];
    const hint = names.length > 0 ? ` (${names.join(', ')})` : '';
    const message = `a part without its series; add "series: …"${hint} or leave "part" out`;
    problems.push({ ...place('part'), message });
  }
  if (!part && entryOf(tree, 'series')) {
    const message = 'a series without the part; add "part: …" or leave "series" out';
    problems.push({ ...place('series'), message });
  }
  const parts = series.get(name ?? '');
  if (part?.kind === 'leaf' && parts !== undefined && Number(part.value) > parts) {
    const message = `${name} has ${parts} parts; announce part ${String(part.value)} in content/series/${name}.yaml first`;
    problems.push({ ...part.place, message });
  }
  if (date !== undefined && updated !== undefined && updated < date) {
    const message = `changed on ${updated}, before it was published on ${date}`;
    problems.push({ ...place('updated'), message });
  }
  return problems;
}

/** What a link to an article has to know about it. */
export interface ArticleMatter {
  readonly isDraft: boolean;
  /** Its place in a series, for who claims the same. */
  readonly part: { readonly key: string; readonly problemAt: Omit<Problem, 'message'> } | null;
  readonly problems: readonly Problem[];
}

/** Reads and checks the front matter of an article. */
export function articleMatter(file: SourceFile, topics: Topics): ArticleMatter {
  const matter = readFrontMatter(file, 'title, description, date, tags …');
  const { tree } = matter;
  if (!tree) return { isDraft: false, part: null, problems: matter.problems };
  const draft = entryOf(tree, 'draft')?.value;
  const part = entryOf(tree, 'part')?.value;
  const series = textAt(tree, 'series');
  return {
    isDraft: draft?.kind === 'leaf' && draft.value === true,
    part:
      part?.kind === 'leaf' && series !== undefined
        ? { key: `part ${String(part.value)} of ${series}`, problemAt: part.place }
        : null,
    problems: [
      ...matter.problems,
      ...recordProblems(tree, fieldsFor(topics), 'an article', matter.place),
      ...together(tree, topics),
    ],
  };
}

/** Two articles cannot be the same part of a series; the second is told. */
export function partProblems(
  articles: ReadonlyMap<string, Pick<ArticleMatter, 'part'>>,
): Problem[] {
  const taken = new Map<string, string>();
  return [...articles].flatMap(([slug, { part }]) => {
    if (!part) return [];
    const other = taken.get(part.key);
    taken.set(part.key, other ?? slug);
    if (other === undefined) return [];
    return [
      { ...part.problemAt, message: `${other} is ${part.key} already; give this one its own` },
    ];
  });
}
