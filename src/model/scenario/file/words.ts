import { distance } from 'fastest-levenshtein';
import type { Hint } from '../../actions/parse.ts';

const LONGEST_LIST = 14;

/** The name that comes nearest to a misspelt or shortened one, without regard to case. */
function nearest(text: string, names: readonly string[]): string | undefined {
  const given = text.toLowerCase();
  const away = (name: string): number => {
    const isBeginning = given !== '' && name.toLowerCase().startsWith(given);
    return isBeginning ? 0 : distance(given, name.toLowerCase());
  };
  return names.toSorted((one, other) => away(one) - away(other))[0];
}

/**
 * What to write instead of a name that is not known: the nearest one, and all of them where they
 * are few enough to be read. `names` are the valid ones.
 */
export function didYouMean(text: string, names: readonly string[], longest = LONGEST_LIST): string {
  const name = nearest(text, names);
  if (name === undefined) return 'there is nothing to name here';
  const list = names.length > 1 && names.length <= longest ? ` (${names.join(', ')})` : '';
  return `did you mean "${name}"?${list}`;
}

/** The same for words of actions, of which all are told: who knows one verb may not know another. */
export const actionHint: Hint = (text, names) => didYouMean(text, names, Infinity);

/** A value of a file as a message shows it. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return JSON.stringify(value);
}
