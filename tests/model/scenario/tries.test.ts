import { describe, expect, test } from 'vitest';
import { problemsAfter, problemsWith } from './support.ts';

describe('tries', () => {
  test.each([
    [
      'do',
      ['0s power-of NODE1'],
      'try.0.do.0: "power-of" is not an action; did you mean "power-off"?',
    ],
    [
      'do',
      ['0s power-off NODE3'],
      'try.0.do.0: nothing that `power-off` takes is called "NODE3"; did you mean "NODE1"? (NODE1, NODE2)',
    ],
    [
      'do',
      ['5 power-off NODE1'],
      'try.0.do.0: "5" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d (did you mean "5s"?)',
    ],
    [
      'do',
      [],
      'try.0.do: the list of timed actions is empty; give at least one or leave the key out',
    ],
    [
      'expect',
      [{ service: 'online' }],
      'try.0.expect.0: service and owner change; say when with "at", such as "at: 5m"',
    ],
    [
      'expect',
      [{ at: '5m' }],
      'try.0.expect.0: nothing is expected here; give service, owner, outage, messagesLost or never',
    ],
    [
      'expect',
      [{ at: '5m', messagesLost: 0 }],
      'try.0.expect.0: outage, messagesLost and never are about the whole run; leave "at" out',
    ],
    [
      'expect',
      [{ outage: {} }],
      'try.0.expect.0: an expected outage needs atLeast, atMost or both',
    ],
    [
      'expect',
      [{ outage: { atLeast: '2s', atMost: '1s' } }],
      'try.0.expect.0: no outage lasts at least longer than it lasts at most',
    ],
    [
      'expect',
      [{ at: '5m', owner: 'NODE3' }],
      'try.0.expect.0.owner: there is no node "NODE3"; did you mean "NODE1"? (NODE1, NODE2, none)',
    ],
  ])('%s: %j', (key, value, message) => {
    const found = problemsWith(`try.0.${key}`, value).map((text) =>
      text.replace(/\? \(power-off.*/, '?'),
    );
    expect(found).toEqual([message]);
  });

  test('each has its own id', () => {
    const found = problemsAfter(({ try: tries }) => tries.push(...structuredClone(tries)));
    expect(found).toEqual([
      'try.1.id: another try is called "plug" already; give this one its own id',
    ]);
  });
});
