import { describe, expect, test } from 'vitest';
import { PARAMETER_NAMES, valueOf } from '#model/register';
import { checkScenario, disagreementsIn } from '#model/schema';
import { largeFile, soundFile, withValue } from './support.ts';

const later = { profile: 'windows-server-2008' } as const;

describe('a file read for another profile', () => {
  test('has the defaults of that profile wherever it gives no value', () => {
    const file = { ...soundFile(), parameters: { heartbeatPeriod: '900ms' } };
    const { scenario } = checkScenario('x', file, later);
    for (const name of PARAMETER_NAMES.filter((one) => one !== 'heartbeatPeriod')) {
      expect([name, scenario?.parameters[name]]).toEqual([
        name,
        valueOf(name, 'windows-server-2008').default,
      ]);
    }
    expect(scenario?.parameters.heartbeatPeriod).toBe(900);
  });

  test('keeps a value that happens to be the default of its own profile', () => {
    const file = { ...soundFile(), parameters: { restartThreshold: 3 } };
    expect(checkScenario('x', file).scenario?.parameters.restartThreshold).toBe(3);
    expect(checkScenario('x', file, later).scenario?.parameters.restartThreshold).toBe(3);
    const silent = checkScenario('x', soundFile(), later);
    expect(silent.scenario?.parameters.restartThreshold).toBe(1);
  });

  test('is told what that profile lacks', () => {
    const { problems } = checkScenario('x', largeFile(), { profile: 'windows-server-2003' });
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'groups.1.resources.5.depends-on-any',
    ]);
  });

  test('is itself not changed', () => {
    const file = soundFile();
    checkScenario('x', file, { ...later, parameters: { mailboxes: 7 } });
    expect(file).toEqual(soundFile());
  });
});

describe('a file read with other parameters', () => {
  test('has them, and whatever follows from them', () => {
    const parameters = { databaseAffectsGroup: 1, regroupDuration: 4_321 };
    const { scenario } = checkScenario('x', soundFile(), { parameters });
    expect(scenario?.parameters).toMatchObject(parameters);
    expect(scenario?.groups[1]?.resources[4]?.restartAction).toBe('fail-over');
  });

  test('goes on having those that it gives itself', () => {
    const file = withValue(soundFile(), 'parameters', { mailboxes: 12, restartThreshold: 2 });
    const { scenario } = checkScenario('x', file, { parameters: { mailboxes: 13 } });
    expect(scenario?.parameters).toMatchObject({ mailboxes: 13, restartThreshold: 2 });
  });
});

describe('parameters beside each other', () => {
  const defaults = checkScenario('x', soundFile()).scenario?.parameters;
  if (!defaults) throw new Error('the file is not sound');

  test('a choice that does not fit a value which nobody chose is told with what would be right', () => {
    const values = { ...defaults, arbitrationOnlineDelay: 6_000 };
    expect(disagreementsIn(values, ['arbitrationOnlineDelay'])).toEqual([
      {
        name: 'arbitrationOnlineDelay',
        pair: ['arbitrationOnlineDelay', 'arbitrationReserveDelay'],
        message:
          'arbitrationOnlineDelay (6s) is less than arbitrationReserveDelay (7s), but a disk comes online only after it has been reserved; give it 7s or more',
      },
    ]);
  });

  test('a node does not give up the quorum disk before it has asked for it', () => {
    const values = {
      ...defaults,
      arbitrationReserveDelay: 30_000,
      arbitrationOnlineDelay: 33_000,
    };
    const given = ['arbitrationReserveDelay', 'arbitrationOnlineDelay'] as const;
    expect(disagreementsIn(values, given).map(({ name }) => name)).toEqual([
      'arbitrationReserveDelay',
    ]);
    expect(disagreementsIn({ ...values, arbitrationTimeMax: 30_000 }, given)).toEqual([]);
  });

  test('one name is complained about once', () => {
    const values = { ...defaults, missedHeartbeatsUntilContactLost: 7 };
    expect(disagreementsIn(values, ['missedHeartbeatsUntilContactLost'])).toHaveLength(1);
    const same = { ...values, missedHeartbeatsUntilNodeDown: 8 };
    const [other] = disagreementsIn(same, ['missedHeartbeatsUntilContactLost']);
    expect(other?.pair[0]).toBe('crossSubnetMissedHeartbeatsUntilNodeDown');
  });

  test.each(['windows-server-2003', 'windows-server-2008'] as const)(
    'the defaults of %s go together',
    (profile) => {
      const { scenario } = checkScenario('x', soundFile(), { profile });
      expect(scenario && disagreementsIn(scenario.parameters, [])).toEqual([]);
    },
  );
});
