import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ActionError,
  DurationError,
  formatAction,
  formatDuration,
  parseAction,
  parseDuration,
  parseTimedAction,
  VERBS,
} from '#model';
import { readAction } from '#model/schema';
import { everyAction } from '../support/arbitrary.ts';
import { cluster } from '../support/cluster.ts';
import { planFor } from '../support/scenario.ts';

const plan = planFor();

test('durations are read as text: exact to the millisecond', () => {
  const read = ['500ms', '1.2s', '0.001s', '5m', '2h', '1d', '1.005s'].map(parseDuration);
  expect(read).toEqual([500, 1_200, 1, 300_000, 7_200_000, 86_400_000, 1_005]);
});

test('a duration without a unit, with two numbers or too fine is refused', () => {
  for (const text of ['5', '', 's', '-1s', '1.2345s', '1h5m', '0.5ms', '1 s', '1e3s', '１s']) {
    expect(() => parseDuration(text)).toThrow(DurationError);
  }
  expect(() => parseDuration('5')).toThrow('did you mean "5s"');
});

test('every duration is written so that it reads back as the same', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (milliseconds) => {
      expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
    }),
  );
});

test('every action is written so that it reads back as the same, in any case', () => {
  for (const action of everyAction(plan)) {
    expect(parseAction(plan, formatAction(action))).toEqual(action);
    const [verb = '', ...rest] = formatAction(action).split(' ');
    expect(parseAction(plan, [verb, ...rest.map((id) => id.toLowerCase())].join('  '))).toEqual(
      action,
    );
  }
});

test('there is an action for every verb', () => {
  expect(new Set(everyAction(plan).map(({ verb }) => verb))).toEqual(
    new Set([...Object.keys(VERBS), 'move', 'set']),
  );
});

test('a misspelt verb or part is refused with the nearest valid name', () => {
  const wrong = (text: string): string => {
    try {
      readAction(plan, text);
    } catch (error) {
      if (error instanceof ActionError) return error.message;
    }
    return 'accepted';
  };
  expect(wrong('power-of NODE1')).toContain('"power-off"');
  expect(wrong('power-off NOD2')).toContain('"NODE2"');
  expect(wrong('cut NODE1')).toContain('is a node');
  expect(wrong('power-off')).toContain('power-off NODE');
  expect(wrong('power-off NODE1 NODE2')).toContain('does not follow');
  expect(wrong('move EXMBX NODE2 now')).toContain('does not follow');
  expect(wrong('move EXMBX private')).toContain('NODE');
});

test('a timed action is a duration, then an action', () => {
  expect(parseTimedAction(plan, ' 1.5s  power-off node1 ')).toEqual({
    after: 1_500,
    action: { verb: 'power-off', part: 'NODE1' },
  });
  for (const text of ['power-off NODE1', '5 power-off NODE1', '5s', '']) {
    expect(() => parseTimedAction(plan, text)).toThrow(ActionError);
  }
});

test('what makes no sense now is refused with the reason, takes no id and changes nothing', () => {
  const refusals: [string, readonly string[]][] = [
    ['power-on NODE1', ['already-so']],
    ['mend private', ['already-so']],
    ['repair array', ['already-so']],
    ['move EXMBX NODE1', ['same-owner']],
    ['bring-online EXMBX', ['nothing-failed']],
  ];
  for (const [action, reasons] of refusals) {
    const run = cluster().at('0s', action).run();
    expect(run.refusals).toEqual(reasons);
    expect(run.occurrences).toEqual([]);
    const world = cluster().run().world();
    expect(run.world()).toEqual(world);
  }
});

test('moves are refused while they cannot be carried out', () => {
  const dead = cluster().at('0s', 'power-off NODE1');
  expect(dead.at('1s', 'move EXMBX NODE2').run().refusals).toEqual(['owner-not-running']);
  expect(dead.at('10m', 'move EXMBX NODE1').run().refusals).toEqual(['not-a-member']);
  const passive = cluster().at('0s', 'power-off NODE2');
  expect(passive.at('8s', 'move EXMBX NODE2').run().refusals).toEqual(['busy']);
  const moving = cluster().at('0s', 'move EXMBX NODE2');
  expect(moving.at('1s', 'move EXMBX NODE2').run().refusals).toEqual(['busy']);
});

test('refused actions take no draw: the run is the same as without them', () => {
  const run = cluster().at('0s', 'power-off NODE1').run();
  const refused = cluster()
    .at('0s', 'power-on NODE1')
    .at('0s', 'power-off NODE1')
    .at('1s', 'power-off NODE1')
    .run();
  expect(refused.occurrences).toEqual(run.occurrences);
});
