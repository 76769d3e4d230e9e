import { expect, test } from 'vitest';
import type { ResourceView } from '#story';
import { layoutOf } from '#components/simulation/stage/layout.ts';
import { openSimulation } from './support/view.ts';

const resources = openSimulation().$view.get().frame.nodes[0]?.resources ?? [];

function resource(id: string, level: number, dependsOn: readonly string[] = []): ResourceView {
  return { id, label: id, tone: 'online', word: 'online', level, dependsOn };
}

/** All numbers of a path, as x and y by turns is not needed: only their bounds are. */
function numbersOf(path: string): readonly number[] {
  return [...path.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
}

test('what depends on something stands above it', () => {
  const { rows } = layoutOf(resources);
  const rowOf = (id: string): number =>
    rows.findIndex((row) => row.resources.some((one) => one.id === id));
  for (const { id, dependsOn } of resources) {
    for (const provider of dependsOn) expect(rowOf(id)).toBeLessThan(rowOf(provider));
  }
});

test('there is a line for every dependency and for nothing else', () => {
  const { lines } = layoutOf(resources);
  const wanted = resources.flatMap(({ id, dependsOn }) => dependsOn.map((to) => `${id} ${to}`));
  expect(lines.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(wanted.toSorted());
});

test('rows follow one another without overlapping, and the height is that of all of them', () => {
  const { rows, height } = layoutOf(resources);
  for (const [index, { top, bottom }] of rows.entries()) {
    expect(bottom).toBeGreaterThan(top);
    expect(top).toBeGreaterThanOrEqual(rows[index - 1]?.bottom ?? 0);
  }
  expect(rows.at(-1)?.bottom).toBe(height);
});

test('lines stay inside the picture', () => {
  const { lines, height } = layoutOf(resources);
  for (const { path } of lines) {
    expect(path).toMatch(/^M/);
    for (const number of numbersOf(path)) expect(number).toBeLessThanOrEqual(Math.max(100, height));
  }
});

test('a line to the next row is short; one that passes a row goes round it on the right', () => {
  const { lines } = layoutOf([
    resource('top', 2, ['middle', 'bottom']),
    resource('middle', 1, ['bottom']),
    resource('bottom', 0),
  ]);
  const path = (from: string, to: string): string =>
    lines.find((line) => line.from === from && line.to === to)?.path ?? '';
  expect(path('top', 'middle')).toMatch(/^M[\d.]+ [\d.]+V[\d.]+$/);
  expect(Math.max(...numbersOf(path('top', 'bottom')))).toBeGreaterThan(96);
});

test('a single resource stands alone; a dependency on something elsewhere has no line', () => {
  const { rows, lines } = layoutOf([resource('disk', 0, ['elsewhere'])]);
  expect(rows).toHaveLength(1);
  expect(lines).toEqual([]);
});
