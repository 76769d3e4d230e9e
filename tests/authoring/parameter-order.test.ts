import { expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import type { ScenarioProblem } from '#model/schema';

/** What is said about the parameters of a file; what else it lacks does not matter here. */
function problemsOf(parameters: Readonly<Record<string, unknown>>): readonly ScenarioProblem[] {
  return checkScenario('x', { parameters }).problems.filter(({ path }) => path[0] === 'parameters');
}

test('a quorum disk does not come online before it is reserved', () => {
  expect(problemsOf({ arbitrationOnlineDelay: '6s' })).toEqual([
    {
      path: ['parameters', 'arbitrationOnlineDelay'],
      of: 'value',
      message:
        'arbitrationOnlineDelay (6s) is less than arbitrationReserveDelay (7s), but a disk comes online only after it has been reserved; give it 7s or more',
    },
  ]);
});

test('a default that no longer fits is told where the author wrote something', () => {
  expect(problemsOf({ missedHeartbeatsUntilContactLost: 7 })).toEqual([
    {
      path: ['parameters', 'missedHeartbeatsUntilContactLost'],
      of: 'value',
      message:
        'missedHeartbeatsUntilNodeDown (6) is less than missedHeartbeatsUntilContactLost (7), but contact is lost on a network before the node counts as down; give missedHeartbeatsUntilNodeDown at least as much, or missedHeartbeatsUntilContactLost 6 or less',
    },
  ]);
});

test('a node waits at least one heartbeat before it takes groups over', () => {
  expect(problemsOf({ heartbeatPeriod: '2s' }).map(({ message }) => message)).toEqual([
    'defenceMargin (1.2s) is less than heartbeatPeriod (2s), but the other node may have noticed the silence up to one heartbeat later; give defenceMargin at least as much, or heartbeatPeriod 1.2s or less',
  ]);
});

test.each([
  ['equal values', { arbitrationOnlineDelay: '7s' }],
  ['both changed together', { heartbeatPeriod: '2s', defenceMargin: '2s' }],
  ['what is smaller', { missedHeartbeatsUntilContactLost: 1 }],
])('%s go together', (_, parameters) => {
  expect(problemsOf(parameters)).toEqual([]);
});

test('a value that cannot be read is not compared with anything', () => {
  const told = problemsOf({ arbitrationReserveDelay: '20s', arbitrationOnlineDelay: 25 });
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^"25" is not a duration/),
  ]);
});
