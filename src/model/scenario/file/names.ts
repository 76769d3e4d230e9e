import { itemsOf, wrongValue } from './types.ts';
import type { Path, ScenarioProblem } from './types.ts';
import { didYouMean } from './words.ts';

/**
 * Complains about a reference to something that is not declared. `names` is null where they are not
 * known; then nothing is said.
 */
export function unknownName(
  path: Path,
  name: string | undefined,
  what: string,
  names: readonly string[] | null,
): ScenarioProblem[] {
  if (name === undefined || names === null || names.includes(name)) return [];
  const hint = names.length > 0 ? didYouMean(name, names) : `the scenario declares no ${what}`;
  return [wrongValue(path, `there is no ${what} "${name}"; ${hint}`)];
}

/** Complains about references in a list: to what is not declared, and to the same thing twice. */
export function unknownNames(
  path: Path,
  list: readonly (string | undefined)[] | undefined,
  what: string,
  names: readonly string[] | null,
): ScenarioProblem[] {
  return itemsOf(list).flatMap(([index, name]) => {
    const place = [...path, index];
    if (list?.indexOf(name) === index) return unknownName(place, name, what, names);
    return [wrongValue(place, `${what} "${name}" stands here twice; leave one of them out`)];
  });
}
