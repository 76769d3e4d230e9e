import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reuse } from '#stores';

test('what is equal is the old object itself, at every depth', () => {
  const before = {
    nodes: [
      { id: 'NODE1', tone: 'online' },
      { id: 'NODE2', tone: 'online' },
    ],
  };
  const after = {
    nodes: [
      { id: 'NODE1', tone: 'failed' },
      { id: 'NODE2', tone: 'online' },
    ],
  };
  const merged = reuse(before, after);
  expect(merged).toEqual(after);
  expect(merged.nodes[1]).toBe(before.nodes[1]);
  expect(merged.nodes[0]).not.toBe(before.nodes[0]);
  expect(reuse(before, structuredClone(before))).toBe(before);
});

test('a key that is gone, a shorter list and another type are differences', () => {
  const before = { caption: { about: 'NODE1' }, marks: [true, true] };
  const after: object = { caption: null, marks: [true] };
  expect(reuse(before, after)).toEqual(after);
  expect(reuse({ a: 1, b: 2 }, { a: 1 } as object)).toEqual({ a: 1 });
  expect(reuse([1], { 0: 1 } as object)).toEqual({ 0: 1 });
});

test('whatever was there before, the result equals what is there now', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(reuse(before, after)).toEqual(after);
      expect(reuse(before, structuredClone(before))).toBe(before);
    }),
  );
});

test('nothing of what it is given is changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      const copies = structuredClone([before, after]);
      reuse(before, after);
      expect([before, after]).toEqual(copies);
    }),
  );
});
