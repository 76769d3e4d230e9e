import { didYouMean } from '#model/schema';
import type { Problem } from '../problems.ts';
import type { Entry, Place, Tree } from './tree.ts';

/** What is wrong with a value, with its place. */
export type Reader = (tree: Tree) => readonly Problem[];

/** A key that authors write, what belongs behind it and how it is checked. */
export interface Field {
  readonly required: boolean;
  /** What belongs there, as it is said to who left it out. */
  readonly wanted: string;
  readonly read: Reader;
}

/** A key by its name. */
export type Fields = Readonly<Record<string, Field>>;

/** Keys as the reference for authors prints them, with what reads each. */
export function fieldsOf<Name extends string>(
  keys: Readonly<Record<Name, Omit<Field, 'read'>>>,
  readers: Readonly<Record<Name, Reader>>,
): Fields {
  const names = Object.keys(keys) as Name[];
  return Object.fromEntries(names.map((name) => [name, { ...keys[name], read: readers[name] }]));
}

function show(tree: Tree): string {
  if (tree.kind !== 'leaf') return `a ${tree.kind}`;
  return tree.value === null || tree.value === '' ? 'nothing' : JSON.stringify(tree.value);
}

/** A reader for a single value; the objection is all that is said. */
function leaf(objection: (value: unknown, shown: string) => string | undefined): Reader {
  return (tree) => {
    const message = objection(tree.kind === 'leaf' ? tree.value : undefined, show(tree));
    return message === undefined ? [] : [{ ...tree.place, message }];
  };
}

/** Text of at least one character. `most` is the greatest number of characters. */
export function text(most = Infinity): Reader {
  return leaf((value, shown) => {
    if (typeof value === 'number' || typeof value === 'boolean') {
      return `${shown} is not text; put it in quotes`;
    }
    if (typeof value !== 'string' || value.trim() === '') return `${shown} where text is wanted`;
    return value.length > most
      ? `${value.length} characters; ${most} at most, so that it fits into lists`
      : undefined;
  });
}

/** A day such as 2026-12-01, one that the calendar has. */
export const day: Reader = leaf((value, shown) => {
  const wanted = 'write it as year, month and day, such as 2026-12-01';
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) {
    return `${shown} is not a day; ${wanted}`;
  }
  const date = new Date(`${value}T00:00:00Z`);
  const isThere = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return isThere ? undefined : `the calendar has no ${value}; ${wanted}`;
});

/** A whole number from 1. */
export const ordinal: Reader = leaf((value, shown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? undefined
    : `${shown} is not a whole number from 1`,
);

/** True or false. */
export const yesOrNo: Reader = leaf((value, shown) =>
  typeof value === 'boolean' ? undefined : `${shown} is not true or false`,
);

/** Text of a form of its own, such as an address. */
export function form(pattern: RegExp, wanted: string): Reader {
  return leaf((value, shown) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `${shown} is not ${wanted}`,
  );
}

/** One of a few names. */
export function nameOf(what: string, names: readonly string[]): Reader {
  const plain = text();
  return (tree) => {
    const problems = plain(tree);
    if (problems.length > 0 || tree.kind !== 'leaf') return problems;
    const name = String(tree.value);
    if (names.includes(name)) return [];
    return [
      { ...tree.place, message: `there is no ${what} "${name}"; ${didYouMean(name, names)}` },
    ];
  };
}

/** A list of at least one item. `what` is its name in the plural. */
export function listOf(what: string, item: Reader): Reader {
  return (tree) => {
    if (tree.kind !== 'list' || tree.items.length === 0) {
      return [
        { ...tree.place, message: `${show(tree)} where a list of ${what} is wanted: [one, two]` },
      ];
    }
    return tree.items.flatMap(item);
  };
}

/** A mapping with these keys and no others. `what` names it with its article; `around` is its place. */
export function recordProblems(
  tree: Tree,
  fields: Fields,
  what: string,
  around: Place = tree.place,
): Problem[] {
  const keys = Object.keys(fields);
  if (tree.kind !== 'mapping') {
    const message = `${show(tree)} where ${what} is wanted, with the keys ${keys.join(', ')}`;
    return [{ ...around, message }];
  }
  const missing = keys.filter((key) => fields[key]?.required && !tree.entries.has(key));
  return [
    ...missing.map((key) => ({
      ...around,
      message: `${what} needs the key ${key}: ${fields[key]?.wanted ?? ''}`,
    })),
    ...[...tree.entries].flatMap(([key, { keyPlace, value }]) => {
      const field = fields[key];
      if (field) return field.read(value);
      return [{ ...keyPlace, message: `${what} has no key "${key}"; ${didYouMean(key, keys)}` }];
    }),
  ];
}

/** A mapping with these keys and no others, as a reader. */
export function record(what: string, fields: Fields): Reader {
  return (tree) => recordProblems(tree, fields, what);
}

/** An entry of a mapping; undefined where there is none. */
export function entryOf(tree: Tree | null | undefined, key: string): Entry | undefined {
  return tree?.kind === 'mapping' ? tree.entries.get(key) : undefined;
}

/** The text behind a key; undefined where there is none or something else. */
export function textAt(tree: Tree | null | undefined, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'leaf' && typeof value.value === 'string' ? value.value : undefined;
}

/** The items of the list behind a key; none where there is no list. */
export function itemsAt(tree: Tree | null | undefined, key: string): readonly Tree[] {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'list' ? value.items : [];
}

/** The texts of the list behind a key. */
export function textsAt(tree: Tree | null | undefined, key: string): string[] {
  return itemsAt(tree, key).flatMap((item) =>
    item.kind === 'leaf' && typeof item.value === 'string' ? [item.value] : [],
  );
}
