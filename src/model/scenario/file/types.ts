import type { FileShape } from './shape.ts';

/** The way to a place in a file: keys and, in lists, indexes from 0. */
export type Path = readonly (string | number)[];

/** Something wrong with a scenario, with the place in its data. */
export interface ScenarioProblem {
  readonly path: Path;
  /** Whether the key itself is wrong or what stands behind it. */
  readonly of: 'key' | 'value';
  /** What is wrong and what would be right. */
  readonly message: string;
}

/** A shape of which anything may be missing, because it was left out or was wrong. */
type Loose<Shape> = Shape extends readonly (infer Item)[]
  ? readonly (Loose<Item> | undefined)[]
  : Shape extends object
    ? { readonly [Key in keyof Shape]?: Loose<Shape[Key]> | undefined }
    : Shape;

/** What could be understood of a file. A leaf that is there has the right type. */
export type LooseFile = Loose<FileShape>;

/** One of the questions put to a whole file once its leaves have been read. */
export type Check = (file: LooseFile) => readonly ScenarioProblem[];

/** A problem with what stands at a place. */
export function wrongValue(path: Path, message: string): ScenarioProblem {
  return { path, of: 'value', message };
}

/** The items of a list that are there, each with its index. */
export function itemsOf<Item>(
  list: readonly (Item | undefined)[] | undefined,
): (readonly [number, Item])[] {
  return (list ?? []).flatMap((item, index) => (item === undefined ? [] : [[index, item]]));
}

type Identified = { readonly id?: string | undefined } | undefined;

/** The ids in a list, as declared. */
export function idsOf(list: readonly Identified[] | undefined): string[] {
  return itemsOf(list).flatMap(([, { id }]) => (id === undefined ? [] : [id]));
}

/**
 * The ids in a list; null where not all of them could be read or there are none, which has been
 * told. Only of a list that is known can another name be a wrong one.
 */
export function allIdsOf(list: readonly Identified[] | undefined): readonly string[] | null {
  const ids = idsOf(list);
  return ids.length > 0 && ids.length === list?.length ? ids : null;
}

/** The same of a list that may be left out, which then has no ids. */
export function idsUnder<Key extends string>(
  holder: { readonly [K in Key]?: readonly Identified[] | undefined },
  key: Key,
): readonly string[] | null {
  return key in holder ? allIdsOf(holder[key]) : [];
}
