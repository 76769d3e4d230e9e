/** One page of a long list. Numbers count from 1. */
export interface ListPage<Item> {
  readonly number: number;
  /** How many pages the list has, at least one. */
  readonly count: number;
  readonly items: readonly Item[];
}

/** Cuts a list into pages. An empty list has one empty page; a size below one is refused. */
export function pagesOf<Item>(items: readonly Item[], size: number): ListPage<Item>[] {
  if (!Number.isInteger(size) || size < 1) throw new Error(`a page of ${size} items is none`);
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** The part of an address that a page has for itself: nothing for the first, then `2`, `3` … */
export function pageParameter({ number }: ListPage<unknown>): string | undefined {
  return number === 1 ? undefined : String(number);
}
