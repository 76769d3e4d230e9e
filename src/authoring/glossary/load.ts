import { isParameterName, PARAMETER_NAMES } from '#model/register';
import type { Source } from '#model/register';
import { namesIn, projectContent, readContent } from '../content.ts';
import type { ContentFolder, SourceFile } from '../content.ts';
import { bodyOf, readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problems.ts';
import {
  entryOf,
  fieldsOf,
  form,
  itemsAt,
  listOf,
  nameOf,
  record,
  recordProblems,
  text,
  textAt,
  textsAt,
  yesOrNo,
} from '../yaml/fields.ts';
import type { Fields } from '../yaml/fields.ts';
import { namesOf } from './find.ts';
import type { Glossary, GlossaryTerm } from './types.ts';

/** What the front matter of a term says, as the reference for authors prints it. */
export const TERM_KEYS = {
  term: { required: true, wanted: 'the term as it stands in a sentence' },
  short: { required: false, wanted: 'its abbreviation' },
  also: { required: false, wanted: 'other words for it, each of which leads to it' },
  see: { required: false, wanted: 'names of related files in content/glossary' },
  parameters: { required: false, wanted: 'names of numbers in the register that it is about' },
  sources: { required: false, wanted: 'a list of title and, if there is one, address' },
  commonplace: {
    required: false,
    wanted: 'true, in place of sources, for what every textbook says',
  },
} as const;

const FOLDER = 'content/glossary';
const LONGEST_TIP = 200;
const LONGEST_DEFINITION = 420;

const SOURCE: Fields = {
  title: { required: true, wanted: 'author, title and year', read: text() },
  address: {
    required: false,
    wanted: 'where a reader finds it',
    read: form(/^https:\/\/\S+$/, 'an address that begins with https://'),
  },
};

function fieldsFor(slugs: readonly string[]): Fields {
  const readers = {
    term: text(),
    short: text(),
    also: listOf('words', text()),
    see: listOf('terms', nameOf('term', slugs)),
    parameters: listOf('parameters', nameOf('parameter', PARAMETER_NAMES)),
    sources: listOf('sources', record('a source', SOURCE)),
    commonplace: yesOrNo,
  };
  return fieldsOf(TERM_KEYS, readers);
}

/** The first sentence: up to a full stop after which another sentence begins. */
function firstSentence(definition: string): string {
  return /^.*?[.](?= \p{Lu}|$)/u.exec(definition)?.[0] ?? definition;
}

interface Read {
  readonly term: GlossaryTerm | null;
  readonly problems: readonly Problem[];
}

function definitionProblems(file: SourceFile, definition: string, tip: string): Problem[] {
  const line = bodyOf(file.text)
    .split('\n')
    .findIndex((text) => text.trim() !== '');
  const place = { file: file.path, line: Math.max(1, line + 1), column: 1 };
  if (definition === '') {
    return [{ ...place, message: 'there is no definition; write one or two sentences below' }];
  }
  const long = (what: string, length: number, most: number): Problem[] =>
    length > most
      ? [{ ...place, message: `${what} has ${length} characters; ${most} at most` }]
      : [];
  return [
    ...(/[*_`<>{}[\]]/.test(definition)
      ? [{ ...place, message: 'a definition is plain text, without markup' }]
      : []),
    ...long('the first sentence, which is the tip in articles,', tip.length, LONGEST_TIP),
    ...long('the definition', definition.length, LONGEST_DEFINITION),
  ];
}

function readTerm(file: SourceFile, slug: string, slugs: readonly string[]): Read {
  const matter = readFrontMatter(file, 'term, sources …');
  const { tree } = matter;
  const definition = bodyOf(file.text).replaceAll(/\s+/g, ' ').trim();
  const tip = firstSentence(definition);
  const term = textAt(tree, 'term');
  const commonplace = entryOf(tree, 'commonplace')?.value;
  const isCommonplace = commonplace?.kind === 'leaf' && commonplace.value === true;
  const basis =
    'a term needs its "sources", or "commonplace: true" where every textbook says what it says';
  const problems = [
    ...matter.problems,
    ...(tree ? recordProblems(tree, fieldsFor(slugs), 'a term', matter.place) : []),
    ...(tree && !isCommonplace && !entryOf(tree, 'sources')
      ? [{ ...matter.place, message: basis }]
      : []),
    ...definitionProblems(file, definition, tip),
  ];
  if (term === undefined) return { term: null, problems };
  const sources = itemsAt(tree, 'sources').flatMap((item): Source[] => {
    const [title, address] = [textAt(item, 'title'), textAt(item, 'address')];
    return title === undefined ? [] : [{ title, ...(address === undefined ? {} : { address }) }];
  });
  return {
    problems,
    term: {
      slug,
      term,
      short: textAt(tree, 'short'),
      also: textsAt(tree, 'also'),
      definition,
      tip,
      see: textsAt(tree, 'see').filter((other) => slugs.includes(other)),
      parameters: textsAt(tree, 'parameters').filter(isParameterName),
      sources,
    },
  };
}

function nameProblems(terms: readonly GlossaryTerm[]): Problem[] {
  const taken = new Map<string, string>();
  return terms.flatMap((term) =>
    namesOf(term).flatMap((name) => {
      const other = taken.get(name);
      taken.set(name, other ?? term.slug);
      if (other === undefined) return [];
      const place = { file: `${FOLDER}/${term.slug}.md`, line: 1, column: 1 };
      return [{ ...place, message: `"${name}" leads to ${FOLDER}/${other}.md already` }];
    }),
  );
}

/** Reads the glossary and gathers what is wrong with it. */
export function readGlossary(content: ContentFolder = projectContent()): Glossary {
  const slugs = namesIn(content, FOLDER, '.md');
  const read = slugs.flatMap((slug) => {
    const file = readContent(content, `${FOLDER}/${slug}.md`);
    return file ? [readTerm(file, slug, slugs)] : [];
  });
  const terms = read
    .flatMap(({ term }) => term ?? [])
    .sort((one, other) => (one.term.toLowerCase() < other.term.toLowerCase() ? -1 : 1));
  return { terms, problems: [...read.flatMap(({ problems }) => problems), ...nameProblems(terms)] };
}
