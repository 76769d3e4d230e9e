import type { ResourceView } from '#story';

/** The height of a row with one resource, of a row with several, and the room between rows, in pixels. */
const SINGLE = 32;
const SEVERAL = 46;
const GAP = 14;
/** The share of the width that is left for lines that pass by other rows. */
const PASSAGE = 4;

interface Row {
  readonly resources: readonly ResourceView[];
  readonly top: number;
  readonly bottom: number;
}

/** Where the resources of a cabinet stand, and the lines of their dependencies. */
export interface Layout {
  /** Highest level first, as they are drawn. */
  readonly rows: readonly Row[];
  readonly height: number;
  /** SVG paths; x counts hundredths of the width, y pixels. */
  readonly lines: readonly { readonly from: string; readonly to: string; readonly path: string }[];
}

/** How many levels above a resource its highest dependent stands: long lines go to the right. */
function reachOf(resources: readonly ResourceView[], { id, level }: ResourceView): number {
  const dependents = resources.filter(({ dependsOn }) => dependsOn.includes(id));
  return Math.max(0, ...dependents.map((dependent) => dependent.level - level));
}

function rowsOf(resources: readonly ResourceView[]): Row[] {
  const highest = Math.max(...resources.map(({ level }) => level));
  const rows: Row[] = [];
  for (let level = highest; level >= 0; level -= 1) {
    const inRow = resources
      .filter((resource) => resource.level === level)
      .toSorted((one, other) => reachOf(resources, one) - reachOf(resources, other));
    const top = (rows.at(-1)?.bottom ?? -GAP) + GAP;
    rows.push({ resources: inRow, top, bottom: top + (inRow.length > 1 ? SEVERAL : SINGLE) });
  }
  return rows;
}

/** The left and right edge of a resource in its row, in hundredths of the width. */
function span(row: Row, index: number): readonly [number, number] {
  const share = (100 - PASSAGE) / row.resources.length;
  return [index * share, (index + 1) * share];
}

function line(rows: readonly Row[], from: ResourceView, to: ResourceView): string {
  const upper = rows.findIndex(({ resources }) => resources.includes(from));
  const lower = rows.findIndex(({ resources }) => resources.includes(to));
  const [above, below] = [rows[upper], rows[lower]];
  if (!above || !below) return '';
  const [left, right] = span(above, above.resources.indexOf(from));
  const [toLeft, toRight] = span(below, below.resources.indexOf(to));
  const target = (toLeft + toRight) / 2;
  const turn = below.top - GAP / 2;
  if (lower - upper > 1) {
    const rail = 100 - PASSAGE / 4;
    return `M${right} ${(above.top + above.bottom) / 2}H${rail}V${turn}H${target}V${below.top}`;
  }
  const own = (left + right) / 2;
  const start = target > left && target < right ? target : own;
  const end = start > toLeft && start < toRight ? start : target;
  return start === end
    ? `M${start} ${above.bottom}V${below.top}`
    : `M${start} ${above.bottom}V${turn}H${end}V${below.top}`;
}

/** Lays resources out in rows, dependents above what they depend on. */
export function layoutOf(resources: readonly ResourceView[]): Layout {
  const rows = rowsOf(resources);
  const lines = resources.flatMap((from) =>
    from.dependsOn.flatMap((id) => {
      const to = resources.find((resource) => resource.id === id);
      return to ? [{ from: from.id, to: id, path: line(rows, from, to) }] : [];
    }),
  );
  return { rows, height: rows.at(-1)?.bottom ?? 0, lines };
}
