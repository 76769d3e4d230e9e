import { expect, test } from 'vitest';
import { packScenario, unpackScenario } from '#model';
import { checkScenario } from '#model/schema';
import { largeFile, soundFile } from './support.ts';

const files = {
  'two nodes': soundFile(),
  'a larger cluster': largeFile(),
  'for Windows Server 2008': { ...soundFile(), profile: 'windows-server-2008' },
};

test.each(Object.entries(files))(
  '%s arrives in a page as it was, without what only tests need',
  (_, file) => {
    const { scenario } = checkScenario('x', file);
    if (!scenario) throw new Error('the file is not sound');
    expect(unpackScenario(packScenario(scenario))).toEqual({
      ...scenario,
      changes: {},
      tries: scenario.tries.map((attempt) => ({ ...attempt, expect: [] })),
    });
  },
);

test('what a scenario does not say does not travel', () => {
  const { scenario } = checkScenario('x', soundFile());
  if (!scenario) throw new Error('the file is not sound');
  const packed = packScenario(scenario);
  for (const word of ['possibleOwners', 'bootDelay', 'teamed', 'feeds', 'witness', 'failback']) {
    expect(packed).not.toContain(word);
  }
  expect(packed).toContain('restartAction');
});
