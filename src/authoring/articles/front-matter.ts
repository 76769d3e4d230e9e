import type { SourceFile } from '../content.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problems.ts';
import type { Topic, Topics } from '../topics.ts';
import {
  day,
  entryOf,
  fieldsOf,
  form,
  itemsAt,
  listOf,
  nameOf,
  ordinal,
  recordProblems,
  text,
  textAt,
  textsAt,
  yesOrNo,
} from '../yaml/fields.ts';
import type { Fields } from '../yaml/fields.ts';
import type { Place, Tree } from '../yaml/tree.ts';

/** What the front matter of an article says, as the reference for authors prints it. */
export const ARTICLE_KEYS = {
  title: { required: true, wanted: 'the heading of the article, in quotes' },
  description: {
    required: true,
    wanted: 'one or two sentences for lists, feeds and search engines, 300 characters at most',
  },
  author: { required: false, wanted: 'who wrote it, if not the author that the site names' },
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
    author: text(),
    date: day,
    updated: day,
    series: nameOf('series', [...series.keys()]),
    part: ordinal,
    tags: listOf('tags', tags ? nameOf('tag', idsOf(tags)) : text()),
    category: categories ? nameOf('category', idsOf(categories)) : text(),
    appliesTo: listOf('product versions', text()),
    aliases: listOf(
      'addresses',
      form(/^\/(?:[\w.~-]+\/)+$/, 'an address of this site; write it as "/old-name/"'),
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

/** Something that only one article can have, and where this one says that it does. */
interface Claim {
  readonly what: string;
  readonly place: Place;
}

function claimsOf(tree: Tree): Claim[] {
  const series = textAt(tree, 'series');
  const part = entryOf(tree, 'part')?.value;
  return [
    ...(part?.kind === 'leaf' && series !== undefined
      ? [{ what: `part ${String(part.value)} of ${series}`, place: part.place }]
      : []),
    ...itemsAt(tree, 'aliases').flatMap((item) =>
      item.kind === 'leaf'
        ? [{ what: `the address ${String(item.value)}`, place: item.place }]
        : [],
    ),
  ];
}

/** What a link to an article has to know about it. */
export interface ArticleMatter {
  readonly isDraft: boolean;
  /** Its tags and category, by what the lists call them. */
  readonly filedUnder: readonly string[];
  /** What only one article can have: a part of a series, an older address. */
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

/** Reads and checks the front matter of an article. */
export function articleMatter(file: SourceFile, topics: Topics): ArticleMatter {
  const matter = readFrontMatter(file, 'title, description, date, tags …');
  const { tree } = matter;
  if (!tree) return { isDraft: false, filedUnder: [], claims: [], problems: matter.problems };
  const draft = entryOf(tree, 'draft')?.value;
  return {
    isDraft: draft?.kind === 'leaf' && draft.value === true,
    filedUnder: [...textsAt(tree, 'tags'), textAt(tree, 'category') ?? ''],
    claims: claimsOf(tree),
    problems: [
      ...matter.problems,
      ...recordProblems(tree, fieldsFor(topics), 'an article', matter.place),
      ...together(tree, topics),
    ],
  };
}

/** Two articles cannot have the same part of a series or the same older address; the second is told. */
export function claimProblems(
  articles: ReadonlyMap<string, Pick<ArticleMatter, 'claims'>>,
): Problem[] {
  const taken = new Map(
    [...articles.keys()].map((slug) => [`the address /articles/${slug}/`, slug]),
  );
  return [...articles].flatMap(([slug, { claims }]) =>
    claims.flatMap(({ what, place }) => {
      const other = taken.get(what);
      taken.set(what, other ?? slug);
      return other === undefined
        ? []
        : [{ ...place, message: `${other} has ${what} already; choose another` }];
    }),
  );
}
