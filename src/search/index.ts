/** Searching the site: what is in the index, and how it answers. Pure; runs wherever it is asked. */
export { readIndex, search } from './search.ts';
export type { Answer, Library, Piece, Result } from './search.ts';
export type { IndexedPage, SearchIndex, Section } from './types.ts';
