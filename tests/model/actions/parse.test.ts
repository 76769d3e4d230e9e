import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ActionError, formatAction, parseAction, parseTimedAction, planOf, VERBS } from '#model';
import type { Action, PartKind } from '#model';
import { checkScenario, PROPERTIES, readAction } from '#model/schema';
import type { PropertyName } from '#model/schema';
import type { PropertyRange } from '../../../src/model/properties/names.ts';
import { formOf, VERB_NAMES } from '../../../src/model/actions/parse.ts';
import { largeFile } from '../scenario/support.ts';

const { scenario, problems } = checkScenario('large', largeFile());
if (!scenario) throw new Error(problems.map(({ message }) => message).join());
const plan = planOf(scenario);

const idsOf = (...kinds: readonly PartKind[]): string[] =>
  Object.values(plan.parts)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => id);

const nodeLists = fc.shuffledSubarray(idsOf('node'), { minLength: 1 });

const valueFor = (property: PropertyName): fc.Arbitrary<number | string> => {
  const { takes, from, to, inHours }: PropertyRange = PROPERTIES[property];
  if (takes === 'failback') return fc.constantFrom('prevent', 'allow');
  if (takes === 'restart') return fc.constantFrom('leave', 'restart', 'fail-over');
  if (inHours)
    return fc.integer({ min: from / 3_600_000, max: to / 3_600_000 }).map((h) => h * 3_600_000);
  if (takes !== 'nodes') return fc.integer({ min: from, max: to });
  const lists = nodeLists.map((ids) => ids.join(','));
  return from === 0 ? fc.oneof(lists, fc.constant('none')) : lists;
};

const settings = fc
  .constantFrom(...(Object.keys(PROPERTIES) as PropertyName[]))
  .chain((property): fc.Arbitrary<Action> => {
    const { of } = PROPERTIES[property];
    const part = of === 'cluster' ? fc.constant(null) : fc.constantFrom(...idsOf(of));
    return fc.record({
      verb: fc.constant('set'),
      part,
      property: fc.constant(property),
      value: valueFor(property),
    });
  });

const moves = fc.record({
  verb: fc.constant('move' as const),
  part: fc.constantFrom(...idsOf('group')),
  to: fc.option(fc.constantFrom(...idsOf('node'))),
});

const others = fc
  .constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[]))
  // A plan without a witness has nothing of that kind, but an array besides.
  .chain((verb) =>
    fc.record({ verb: fc.constant(verb), part: fc.constantFrom(...idsOf(...VERBS[verb])) }),
  );

const actions: fc.Arbitrary<Action> = fc.oneof(others, moves, settings);

describe('an action in words', () => {
  test('reads back as what was written', () => {
    fc.assert(
      fc.property(actions, (action) => {
        expect(parseAction(plan, formatAction(action))).toEqual(action);
      }),
    );
  });

  test('may have its ids and properties in any case and more than one space', () => {
    fc.assert(
      fc.property(actions, (action) => {
        const [verb = '', ...words] = formatAction(action).split(' ');
        const shouted = words.map((word) => (/^\d/.test(word) ? word : word.toUpperCase()));
        expect(parseAction(plan, ` ${[verb, ...shouted].join('   ')} `)).toEqual(action);
      }),
    );
  });

  test.each([
    ['cut NODE2.public-2', { verb: 'cut', part: 'NODE2.public-2' }],
    ['cut node1.PATH-2', { verb: 'cut', part: 'NODE1.path-2' }],
    ['cut switch-1', { verb: 'cut', part: 'switch-1' }],
    ['fail feed-1', { verb: 'fail', part: 'feed-1' }],
    ['fail Controller-A', { verb: 'fail', part: 'controller-A' }],
    ['hang-service NODE1', { verb: 'hang-service', part: 'NODE1' }],
    ['hang-service store-1', { verb: 'hang-service', part: 'store-1' }],
    ['take-offline MAIL2', { verb: 'take-offline', part: 'MAIL2' }],
    ['bring-online database-1', { verb: 'bring-online', part: 'database-1' }],
    ['move MAIL1', { verb: 'move', part: 'MAIL1', to: null }],
    ['move MAIL1 node3', { verb: 'move', part: 'MAIL1', to: 'NODE3' }],
  ])('%s', (text, action) => {
    expect(parseAction(plan, text)).toEqual(action);
  });

  test('every verb has a form, and what does not follow it is told the form', () => {
    for (const verb of VERB_NAMES) {
      expect(formOf(verb).startsWith(`${verb} `)).toBe(true);
      expect(() => parseAction(plan, verb)).toThrow(`\`${formOf(verb)}\``);
      expect(() => parseAction(plan, `${verb} a b c`)).toThrow(`\`${formOf(verb)}\``);
    }
    expect(formOf('hang-service')).toBe('hang-service RESOURCE|NODE');
  });
});

describe('setting a property', () => {
  test.each([
    ['set samesubnetdelay 2s', null, 'SameSubnetDelay', 2_000],
    ['set MAIL1.FailoverThreshold 4294967295', 'MAIL1', 'FailoverThreshold', 4_294_967_295],
    ['set MAIL1.FailoverPeriod 0s', 'MAIL1', 'FailoverPeriod', 0],
    ['set mail1.autofailbacktype ALLOW', 'MAIL1', 'AutoFailbackType', 'allow'],
    ['set MAIL1.FailbackWindowStart -1', 'MAIL1', 'FailbackWindowStart', -1],
    ['set MAIL1.FailbackWindowEnd 23', 'MAIL1', 'FailbackWindowEnd', 23],
    ['set MAIL1.PreferredOwners node3,NODE1', 'MAIL1', 'PreferredOwners', 'NODE3,NODE1'],
    ['set MAIL1.PreferredOwners NONE', 'MAIL1', 'PreferredOwners', 'none'],
    ['set store-1.PossibleOwners NODE2', 'store-1', 'PossibleOwners', 'NODE2'],
    ['set store-1.RestartAction fail-over', 'store-1', 'RestartAction', 'fail-over'],
    ['set store-1.IsAlivePollInterval 10ms', 'store-1', 'IsAlivePollInterval', 10],
  ])('%s', (text, part, property, value) => {
    expect(parseAction(plan, text)).toEqual({ verb: 'set', part, property, value });
  });

  test('an id may have dots of its own', () => {
    const dotted = planOf({
      ...scenario,
      groups: scenario.groups.map((group) =>
        group.id === 'MAIL2' ? { ...group, id: 'mail.two' } : group,
      ),
    });
    expect(parseAction(dotted, 'set mail.two.FailoverThreshold 1')).toMatchObject({
      part: 'mail.two',
    });
  });
});

/** What becomes of a text: read, and written so that it reads back as the same, or refused. */
function answerTo(text: string): string {
  try {
    const { action } = parseTimedAction(plan, `0s ${text}`);
    const again = parseAction(plan, formatAction(action));
    return JSON.stringify(again) === JSON.stringify(action) ? 'read' : 'read as something else';
  } catch (error) {
    return error instanceof ActionError ? 'refused' : String(error);
  }
}

describe('what is refused', () => {
  const wrong = (text: string): string => {
    try {
      readAction(plan, text);
    } catch (error) {
      if (error instanceof ActionError) return error.message;
      throw error;
    }
    return 'accepted';
  };

  test.each([
    ['hang-servise NODE1', '"hang-servise" is not an action; did you mean "hang-service"?'],
    ['Power-off NODE1', '"Power-off" is not an action; did you mean "power-off"?'],
    [
      'shut-down MAIL1',
      '"MAIL1" is a group, and `shut-down` takes a node; for MAIL1 there is take-offline',
    ],
    ['crash array', '"array" is the array, and `crash` takes a resource; for array there is fail'],
    ['hang store-1', 'takes a node; for store-1 there is hang-service,'],
    ['stop-service NODE1', 'takes a resource; for NODE1 there is stop-cluster-service,'],
    ['fail NODE1', 'for NODE1 there is power-off,'],
    ['fail public', 'for public there is cut'],
    ['cut E2', 'for E2 there is fail'],
    ['set store-1.RestartAction 1', 'write "restart", for which the API has 1'],
    ['set MAIL1.AutoFailbackType 0', 'write "prevent", for which the API has 0'],
    [
      'set QuorumArbitrationTimeMax 20s',
      'there is no property "QuorumArbitrationTimeMax"; it is a parameter here: --set arbitrationTimeMax=VALUE',
    ],
    ['set store-1.deadlocktimeout 1m', '--set deadlockTimeout=VALUE'],
    [
      'set MAIL1.FailoverPeriod 30m',
      'FailoverPeriod cannot be 30m; it takes whole hours, such as 1h',
    ],
    ['cut switch-3', 'nothing that `cut` takes is called "switch-3"; did you mean "switch-1"?'],
    ['cut NODE1.private-2', 'is called "NODE1.private-2"; did you mean "NODE1.private"?'],
    ['move MAIL1 NOD2', 'nothing that `move` takes is called "NOD2"; did you mean "NODE2"?'],
    [
      'set MAIL1.FailoverTreshold 3',
      'there is no property "FailoverTreshold"; did you mean "FailoverThreshold"?',
    ],
    [
      'set FailoverThreshold 3',
      'FailoverThreshold belongs to a group; write it as GROUP.FailoverThreshold',
    ],
    [
      'set MAIL1.SameSubnetDelay 1s',
      'SameSubnetDelay belongs to the cluster; write it as SameSubnetDelay',
    ],
    [
      'set store-1.FailoverThreshold 3',
      '"store-1" is a resource, and `set` takes a group; did you mean',
    ],
    ['set MAIL3.FailoverThreshold 3', 'is called "MAIL3"; did you mean "MAIL1"?'],
    ['set SameSubnetDelay 3', '"3" is not a duration'],
    ['set SameSubnetDelay 3s', 'SameSubnetDelay cannot be 3s; it goes from 250ms to 2s'],
    ['set SameSubnetThreshold 2', 'SameSubnetThreshold cannot be 2; it goes from 3 to 10'],
    ['set SameSubnetThreshold 5s', '"5s" where SameSubnetThreshold takes a whole number'],
    ['set SameSubnetThreshold 1e1', '"1e1" where SameSubnetThreshold takes a whole number'],
    ['set MAIL1.FailbackWindowStart 24', 'cannot be 24; it goes from -1 to 23'],
    [
      'set MAIL1.AutoFailbackType alow',
      'AutoFailbackType cannot be "alow"; did you mean "allow"? (prevent, allow)',
    ],
    ['set store-1.RestartAction 3', 'RestartAction cannot be "3"; did you mean'],
    ['set MAIL1.PreferredOwners NODE1,NOD2', 'is called "NOD2"; did you mean "NODE2"?'],
    ['set MAIL1.PreferredOwners NODE1,node1', '"NODE1,node1" names a node twice'],
    ['set store-1.PossibleOwners none', 'is called "none"; did you mean'],
    ['set MAIL1.PreferredOwners NODE1, NODE2', 'does not follow the form `set PROPERTY VALUE`'],
  ])('%s', (text, message) => {
    expect(wrong(text)).toContain(message);
  });

  test('FailoverPeriod is in whole hours, for the page as for the command line (Failover Cluster API)', () => {
    expect(() => parseAction(plan, 'set MAIL1.FailoverPeriod 90m')).toThrow(
      'FailoverPeriod cannot be 90m; it takes whole hours, such as 2h',
    );
  });

  test('without a hint it still says what there is', () => {
    expect(() => parseAction(plan, 'power-off NODE4')).toThrow(
      'nothing that `power-off` takes is called "NODE4"; choose one of NODE1, NODE2, NODE3',
    );
    expect(() => parseAction(plan, 'kill NODE1')).toThrow(
      /^"kill" is not an action; choose one of/,
    );
  });

  test('whatever a link says, the answer is an action or an ActionError', () => {
    const words = fc.constantFrom(
      'set',
      'move',
      'cut',
      'MAIL1',
      'NODE1',
      'MAIL1.',
      '.',
      ',',
      'none',
      '__proto__',
      'toString',
      'MAIL1.PreferredOwners',
      'constructor.PreferredOwners',
      '1s',
      '-1',
      '',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          expect(answerTo(text)).toMatch(/^(read|refused)$/);
        },
      ),
    );
  });

  test('a duration in front is read before the action', () => {
    expect(parseTimedAction(plan, '1.5s set MAIL1.FailoverPeriod 2h')).toEqual({
      after: 1_500,
      action: { verb: 'set', part: 'MAIL1', property: 'FailoverPeriod', value: 7_200_000 },
    });
  });
});
