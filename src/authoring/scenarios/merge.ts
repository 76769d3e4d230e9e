import type { Entry, Tree } from '../yaml/tree.ts';

type Mapping = Extract<Tree, { kind: 'mapping' }>;

/** What every file says for itself: it is about this scenario, not about the cluster. */
const OWN_KEYS = ['title', 'version', 'changes', 'try'];

function idOf(tree: Tree): string | undefined {
  const id = tree.kind === 'mapping' ? tree.entries.get('id')?.value : undefined;
  return id?.kind === 'leaf' && typeof id.value === 'string' ? id.value : undefined;
}

/** Keys of which one stands in the place of the other. */
const EITHER: Readonly<Record<string, string>> = {
  'depends-on': 'depends-on-any',
  'depends-on-any': 'depends-on',
};

function mergeEntries(
  base: ReadonlyMap<string, Entry>,
  own: ReadonlyMap<string, Entry>,
): Map<string, Entry> {
  const isReplaced = (key: string): boolean => own.has(EITHER[key] ?? '') && !own.has(key);
  const merged = new Map([...base].filter(([key]) => !isReplaced(key)));
  for (const [key, entry] of own) {
    const below = merged.get(key);
    const value = below ? merge(below.value, entry.value) : entry.value;
    merged.set(key, { keyPlace: entry.keyPlace, value });
  }
  return merged;
}

function mergeItems(base: readonly Tree[], own: readonly Tree[]): Tree[] {
  const ids = new Set(base.map(idOf));
  return [
    ...base.map((item) => {
      const change = own.find((candidate) => idOf(candidate) === idOf(item));
      return change ? merge(item, change) : item;
    }),
    ...own.filter((item) => !ids.has(idOf(item))),
  ];
}

/**
 * Lays one piece of data over another. Mappings are merged key by key; in lists whose items all have
 * an `id`, items of the same id are merged and the others are added at the end; everything else is
 * replaced as a whole.
 */
function merge(base: Tree, own: Tree): Tree {
  if (base.kind === 'mapping' && own.kind === 'mapping') {
    return { ...own, entries: mergeEntries(base.entries, own.entries) };
  }
  const haveIds = (items: readonly Tree[]): boolean => items.every((item) => idOf(item));
  if (base.kind === 'list' && own.kind === 'list' && haveIds(base.items) && haveIds(own.items)) {
    return { ...own, items: mergeItems(base.items, own.items) };
  }
  return own;
}

/** A file laid over the one that it extends. Title, version, changes and tries are not inherited. */
export function extend(base: Mapping, own: Mapping): Mapping {
  const inherited = [...base.entries].filter(([key]) => !OWN_KEYS.includes(key));
  return { ...own, entries: mergeEntries(new Map(inherited), own.entries) };
}
