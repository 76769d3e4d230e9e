import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, currentBranch, newHistory, seen, switchTo } from '#model';
import type { Action, History } from '#model';

const cut: Action = { verb: 'cut', part: 'private' };
const off: Action = { verb: 'power-off', part: 'NODE1' };

function act(history: History, cursor: number, action: Action = cut): History {
  return add(history, cursor, { at: cursor + 1, action });
}

test('an action at the end of what was seen goes on with the same branch', () => {
  const history = act(seen(newHistory(0), 50), 50);
  expect(history.branches).toHaveLength(1);
  expect(currentBranch(history).actions).toEqual([{ at: 51, action: cut }]);
});

test('an action in a past whose future was seen begins a branch; the old future stays', () => {
  const first = seen(act(newHistory(0), 0), 100);
  const second = act(first, 40, off);
  expect(second.branches).toHaveLength(2);
  expect(second.branches[0]).toEqual(first.branches[0]);
  expect(currentBranch(second)).toEqual({
    actions: [
      { at: 1, action: cut },
      { at: 41, action: off },
    ],
    seenUntil: 40,
    from: { branch: 0, at: 40 },
  });
});

test('a future that nobody has seen is replaced, not kept', () => {
  const ahead = act(act(newHistory(0), 0), 200);
  const rewound = { ...ahead, branches: ahead.branches.map((one) => ({ ...one, seenUntil: 20 })) };
  const history = act(rewound, 20, off);
  expect(history.branches).toHaveLength(1);
  expect(currentBranch(history).actions.map(({ at }) => at)).toEqual([1, 21]);
});

test('actions at one cursor keep their order', () => {
  const history = act(act(newHistory(0), 10, cut), 11, off);
  expect(currentBranch(history).actions.map(({ action }) => action)).toEqual([cut, off]);
});

test('looking back does not make seen less; a branch that is not there is refused', () => {
  const history = seen(seen(newHistory(0), 90), 30);
  expect(currentBranch(history).seenUntil).toBe(90);
  expect(() => switchTo(history, 1)).toThrow(RangeError);
});

test('whatever a reader does, nothing that was seen is ever lost', () => {
  const move = fc.oneof(
    fc.record({ kind: fc.constant('look' as const), at: fc.nat(500) }),
    fc.record({ kind: fc.constant('act' as const), at: fc.nat(500) }),
    fc.record({ kind: fc.constant('switch' as const), at: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let history = newHistory(0);
      const known: { actions: string; until: number }[] = [];
      for (const { kind, at } of moves) {
        if (kind === 'look') history = seen(history, at);
        else if (kind === 'act') {
          const cursor = Math.min(at, currentBranch(history).seenUntil);
          history = act(history, cursor);
        } else if (at < history.branches.length) history = switchTo(history, at);
        const { actions, seenUntil } = currentBranch(history);
        const shown = actions.filter((action) => action.at <= seenUntil);
        known.push({ actions: JSON.stringify(shown), until: seenUntil });
      }
      for (const { actions, until } of known) {
        const kept = history.branches.some(
          (branch) =>
            branch.seenUntil >= until &&
            JSON.stringify(branch.actions.filter(({ at }) => at <= until)) === actions,
        );
        expect(kept).toBe(true);
      }
      for (const [index, { from }] of history.branches.entries()) {
        expect(from?.branch ?? -1).toBeLessThan(index);
      }
    }),
  );
});
