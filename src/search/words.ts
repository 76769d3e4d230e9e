/** A word of a text, in the form in which words are compared, and where it stands. */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text. Capitals, accents and the s of a plural make no difference. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    form: formOf(word),
    start: index,
    end: index + word.length,
  }));
}

function formOf(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.length < 4 || !/^[a-z]+$/.test(plain)) return plain;
  return plain
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1');
}

/** Whether one letter put in, left out, replaced or exchanged with its neighbour makes them equal. */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = (word: string, from: number): string => word.slice(same + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  return (
    rest(short, 1) === rest(long, 1) ||
    (short[same] === long[same + 1] &&
      short[same + 1] === long[same] &&
      rest(short, 2) === rest(long, 2))
  );
}
