import { wordsOf } from './words.ts';

/** A piece of an excerpt; what was searched for is marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const BEFORE = 60;
const LENGTH = 170;

/**
 * The part of a text around the first word that was searched for.
 * @param isAbout whether all of the text is about it; then its beginning says most
 */
export function excerptOf(text: string, wanted: readonly string[], isAbout: boolean): Piece[] {
  const words = wordsOf(text);
  const hits = words.filter(({ form }) => wanted.some((word) => form.startsWith(word)));
  const first = isAbout ? 0 : (hits[0]?.start ?? 0);
  const from = first <= BEFORE ? 0 : edge(text, first - BEFORE);
  const to = from + LENGTH >= text.length ? text.length : edge(text, from + LENGTH);
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked });
  };
  let position = from;
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    add(position, start, false);
    add(start, end, true);
    position = end;
  }
  add(position, to, false);
  if (from > 0) pieces.unshift({ text: '… ', marked: false });
  if (to < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Where the word that is at a position begins. */
function edge(text: string, at: number): number {
  return text.lastIndexOf(' ', at) + 1;
}
