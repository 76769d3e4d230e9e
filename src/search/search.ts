import { excerptOf } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { SearchIndex } from './types.ts';
import { isNear, wordsOf } from './words.ts';

export type { Piece };

/** A place that answers a search. */
export interface Result {
  /** From the site's root, with the fragment of the section. */
  readonly address: string;
  readonly heading: string;
  /** The title of the page the section is on; empty if the result is the page itself. */
  readonly page: string;
  readonly excerpt: readonly Piece[];
}

/** What a search found. */
export interface Answer {
  /** How many places answer it; the results are the best of them. */
  readonly count: number;
  readonly results: readonly Result[];
  /** What was looked for instead, when nothing has a word as it was written. */
  readonly instead?: string;
}

interface Place {
  readonly address: string;
  readonly heading: string;
  readonly page: string;
  readonly text: string;
  readonly headingWords: ReadonlySet<string>;
  readonly pageWords: ReadonlySet<string>;
  readonly textWords: ReadonlyMap<string, number>;
}

/** An index made ready for searching. */
export interface Library {
  readonly places: readonly Place[];
  readonly vocabulary: readonly string[];
}

/** Makes an index ready; takes a few milliseconds, so do it once. */
export function readIndex({ pages }: SearchIndex): Library {
  const places = pages.flatMap(({ address, title, sections }) => {
    const pageWords = new Set(formsOf(title));
    return sections.map(([fragment, heading, text], index) => ({
      address: fragment === '' ? address : `${address}#${fragment}`,
      heading: heading || title,
      page: heading === '' ? '' : title,
      text,
      headingWords: new Set(formsOf(heading || title)),
      // Every section belongs to its page; only the first one answers for it.
      pageWords: index === 0 ? pageWords : new Set<string>(),
      textWords: counted(formsOf(text)),
    }));
  });
  const words = places.flatMap(({ headingWords, textWords }) => [
    ...headingWords,
    ...textWords.keys(),
  ]);
  return { places, vocabulary: [...new Set(words)].sort() };
}

/**
 * The places that have every word of the query, or a longer word that begins with it; the best
 * first. If there is none, words that the site does not know are taken for their nearest ones.
 */
export function search(library: Library, query: string, limit = 20): Answer {
  const wanted = [...new Set(formsOf(query))];
  if (wanted.length === 0) return { count: 0, results: [] };
  const found = answer(library, wanted, limit);
  if (found.count > 0) return found;
  const corrected = wanted.map((word) => nearest(library, word));
  if (corrected.every((word, index) => word === wanted[index])) return found;
  const second = answer(library, corrected, limit);
  return second.count > 0 ? { ...second, instead: corrected.join(' ') } : found;
}

function answer({ places }: Library, wanted: readonly string[], limit: number): Answer {
  const matches = wanted.map((word) => places.map((place) => weight(place, word)));
  const rarity = matches.map((weights) =>
    Math.log(1 + places.length / weights.filter((value) => value > 0).length),
  );
  const scored = places
    .map((place, index) => {
      const weights = matches.map((values) => values[index] ?? 0);
      const score = weights.reduce((sum, value, word) => sum + value * (rarity[word] ?? 0), 0);
      return { place, score: weights.every((value) => value > 0) ? score : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const results = scored.slice(0, limit).map(({ place }) => {
    const { address, heading, page, text, headingWords } = place;
    const isAbout = wanted.every((word) => [...headingWords].some((form) => form.startsWith(word)));
    return { address, heading, page, excerpt: excerptOf(text, wanted, isAbout) };
  });
  return { count: scored.length, results };
}

/** How much a place has to say about a word: 0 for nothing. */
function weight({ headingWords, pageWords, textWords }: Place, word: string): number {
  const beginsWith = (form: string): boolean => form.startsWith(word);
  // A heading that is the word and little else is about it.
  const share = 0.5 + 0.5 / headingWords.size;
  let sum = headingWords.has(word) ? 8 * share : [...headingWords].some(beginsWith) ? 4 * share : 0;
  sum += pageWords.has(word) ? 3 : [...pageWords].some(beginsWith) ? 1.5 : 0;
  let times = textWords.get(word) ?? 0;
  if (times === 0) {
    for (const [form, count] of textWords) if (beginsWith(form)) times += count / 2;
  }
  return sum + (2 * times) / (times + 1.5);
}

function nearest({ vocabulary }: Library, word: string): string {
  if (word.length < 4 || vocabulary.some((known) => known.startsWith(word))) return word;
  return vocabulary.find((known) => known.length > 3 && isNear(known, word)) ?? word;
}

function formsOf(text: string): string[] {
  return wordsOf(text).map(({ form }) => form);
}

function counted(forms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}
