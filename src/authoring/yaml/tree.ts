import type { Path } from '#model/schema';

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An entry of a mapping. */
export interface Entry {
  readonly keyPlace: Place;
  readonly value: Tree;
}

/** The data of a file, each piece with its place, so that merged files still know where they come from. */
export type Tree =
  | { readonly kind: 'leaf'; readonly place: Place; readonly value: unknown }
  | { readonly kind: 'list'; readonly place: Place; readonly items: readonly Tree[] }
  | {
      readonly kind: 'mapping';
      readonly place: Place;
      readonly entries: ReadonlyMap<string, Entry>;
    };

/** The data alone. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'leaf':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'mapping':
      return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]));
  }
}

/** The place of a key or value; of what is around it, where the path leads to nothing. */
export function placeOf(tree: Tree, path: Path, of: 'key' | 'value'): Place {
  const [first, ...rest] = path;
  if (first === undefined) return tree.place;
  if (tree.kind === 'list') {
    const item = tree.items[Number(first)];
    return item ? placeOf(item, rest, of) : tree.place;
  }
  const entry = tree.kind === 'mapping' ? tree.entries.get(String(first)) : undefined;
  if (!entry) return tree.place;
  return of === 'key' && rest.length === 0 ? entry.keyPlace : placeOf(entry.value, rest, of);
}
