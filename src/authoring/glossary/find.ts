import { didYouMean } from '#model/schema';
import type { GlossaryTerm } from './types.ts';

/** Everything that leads to a term, in lower case. */
export function namesOf({ slug, term, short, also }: GlossaryTerm): string[] {
  const names = [term, slug, ...(short === undefined ? [] : [short]), ...also];
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** The term that some words of a sentence mean, without regard to case and to an s at the end. */
export function findTerm(terms: readonly GlossaryTerm[], words: string): GlossaryTerm | undefined {
  const asked = words.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const having = (name: string): GlossaryTerm | undefined =>
    terms.find((term) => namesOf(term).includes(name));
  return having(asked) ?? having(asked.replace(/s$/, ''));
}

/** Why words mean no term, with the nearest one. */
export function termObjection(terms: readonly GlossaryTerm[], words: string): string {
  const names = terms.flatMap(({ term, short }) => (short === undefined ? [term] : [term, short]));
  const hint = terms.length > 0 ? didYouMean(words, names) : 'write content/glossary/….md first';
  return `there is no term "${words}" in the glossary; ${hint}`;
}
