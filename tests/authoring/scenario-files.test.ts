import { describe, expect, test } from 'vitest';
import {
  loadScenario,
  loadScenarios,
  parseScenarioFile,
  ScenarioFileError,
  UnknownNameError,
} from '#authoring';
import type { Bases } from '../../src/authoring/scenarios/parse.ts';
import { articleFile, scenarioFile } from '../../src/authoring/content.ts';
import { mistakes } from './support/mistakes.ts';

const sound = scenarioFile(mistakes, 'sound')?.text ?? '';

/** What is said about a file, with `sound` to extend. */
function problemsOf(text: string, files: Readonly<Record<string, string>> = { sound }): string[] {
  const bases: Bases = {
    ids: Object.keys(files),
    file: (id) => (id in files ? { path: `${id}.yaml`, text: files[id] ?? '' } : undefined),
  };
  try {
    parseScenarioFile(text, 'mine.yaml', bases);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioFileError)) throw error;
    return error.message.split('\n');
  }
}

/** A scenario that extends `sound` by some lines. */
function extended(lines: string) {
  return parseScenarioFile(`title: Mine\nversion: 1\nextends: sound\n${lines}`, 'a/mine.yaml', {
    ids: ['sound'],
    file: () => ({ path: 'sound.yaml', text: sound }),
  });
}

describe('extending another scenario', () => {
  test('the id is the name of the file; title, version and tries are its own', () => {
    const scenario = extended('');
    expect(scenario).toMatchObject({ id: 'mine', title: 'Mine', version: 1, tries: [] });
    expect(scenario.nodes.map(({ id }) => id)).toEqual(['NODE1', 'NODE2']);
  });

  test('an item with the id of one of the base changes only what it says', () => {
    const { networks } = extended('networks: [{ id: public, role: client }]');
    const whole = { switches: [], teamed: false };
    expect(networks).toEqual([
      { id: 'private', name: 'private', role: 'internal', ...whole },
      { id: 'public', name: 'public', role: 'client', ...whole },
    ]);
  });

  test('an item with another id is added at the end', () => {
    const { networks } = extended('networks: [{ id: spare, role: mixed }]');
    expect(networks.map(({ id }) => id)).toEqual(['private', 'public', 'spare']);
  });

  test('mappings are merged key by key, down to a resource in a group', () => {
    const scenario = extended(
      'storage: { name: The array }\ngroups: [{ id: MAIL, owner: NODE2, resources: [{ id: disk-E, name: Mail }] }]',
    );
    expect(scenario.array).toEqual({
      id: 'array',
      name: 'The array',
      feeds: [],
      controllers: [],
    });
    expect(scenario.disks.map(({ id }) => id)).toEqual(['Q', 'E']);
    expect(scenario.groups[1]).toMatchObject({
      owner: 'NODE2',
      resources: [{ id: 'disk-E', name: 'Mail', disk: 'E' }, { id: 'database' }],
    });
  });

  test('a list of anything else is replaced', () => {
    const { groups } = extended(
      'groups: [{ id: MAIL, resources: [{ id: disk-E }, { id: log, type: network-name }, { id: database, depends-on: [log] }] }]',
    );
    expect(groups[1]?.resources.find(({ id }) => id === 'database')?.dependsOn).toEqual(['log']);
  });

  test('one of two keys that exclude each other takes the place of the other', () => {
    const lines = 'groups: [{ id: MAIL, resources: [{ id: database, depends-on-any: [disk-E] }] }]';
    const { groups } = extended(`profile: windows-server-2008\n${lines}`);
    const database = groups[1]?.resources.find(({ id }) => id === 'database');
    expect(database).toMatchObject({ dependsOn: ['disk-E'], dependsOnAny: true });
  });

  test('goes one level deep and needs a scenario that is there', () => {
    const head = 'title: Mine\nversion: 1\n';
    const files = { sound, child: `${head}extends: sound\n` };
    expect(problemsOf(`${head}extends: child\n`, files)).toEqual([
      'mine.yaml:3:10: "child" extends another scenario itself; extend one that is complete',
    ]);
    expect(problemsOf(`${head}extends: sond\n`, files)).toEqual([
      'mine.yaml:3:10: there is no scenario "sond" to extend; did you mean "sound"? (sound, child)',
    ]);
    expect(problemsOf(`${head}extends: [sound]\n`)).toContain(
      'mine.yaml:3:10: a list where text is wanted',
    );
  });

  test('a mistake in the base is found at its place in the base', () => {
    const wrong = sound.replace('role: mixed', 'role: mixt');
    expect(problemsOf('title: Mine\nversion: 1\nextends: wrong\n', { wrong })).toEqual([
      'wrong.yaml:12:25: "mixt" is not known here; did you mean "mixed"? (none, internal, client, mixed)',
    ]);
  });
});

describe('YAML is read strictly', () => {
  test.each([
    [
      'a key that stands twice',
      `${sound}seed: 2\n`,
      /^mine\.yaml:32:1: this key stands here twice/,
    ],
    ['an anchor', sound.replace('1m', '&a 1m'), /^mine\.yaml:6:11: leave out the anchor &a$/],
    ['a tag', sound.replace('1m', '!!str 1m'), /^mine\.yaml:6:\d+: leave out the tag/],
    ['an alias', `${sound}changes: *a\n`, /^mine\.yaml:32:10: /],
    ['a second document', `${sound}---\nseed: 2\n`, /^mine\.yaml:32:1: a second document/],
    ['what is not YAML', 'title: a: b\n', /^mine\.yaml:1:\d+: this cannot be read as YAML: /],
    ['an empty file', '', /^mine\.yaml:1:1: nothing where a scenario is wanted/],
    ['a list', '- title\n', /^mine\.yaml:1:1: a list where a scenario is wanted/],
    [
      'a number with a key of its own',
      `${sound}? [a]\n: b\n`,
      /^mine\.yaml:32:3: a key is one word/,
    ],
  ])('%s is refused', (_, text, message) => {
    expect(problemsOf(text)[0]).toMatch(message);
  });
});

test('a mistake is found at the line of the author, also in Windows line ends', () => {
  const text = sound.replace('role: mixed', 'role: mixt').replaceAll('\n', '\r\n');
  expect(problemsOf(text)).toEqual([
    'mine.yaml:12:25: "mixt" is not known here; did you mean "mixed"? (none, internal, client, mixed)',
  ]);
});

test('a scenario is read again only when its files have changed', () => {
  expect(loadScenario('scc-two-nodes')).toBe(loadScenario('scc-two-nodes'));
});

describe('a scenario as if its file said something else', () => {
  test('with another profile what the file does not say has the defaults of that profile', () => {
    const own = extended('parameters: { restartThreshold: 2 }');
    const later = parseScenarioFile(
      `title: Mine\nversion: 1\nextends: sound\nparameters: { restartThreshold: 2 }`,
      'mine.yaml',
      { ids: ['sound'], file: () => ({ path: 'sound.yaml', text: sound }) },
      { profile: 'windows-server-2008' },
    );
    expect(own).toMatchObject({
      profile: 'windows-server-2003',
      parameters: { restartThreshold: 2, heartbeatPeriod: 1_200, arbitrationTimeMax: 20_000 },
    });
    expect(later).toMatchObject({
      profile: 'windows-server-2008',
      parameters: { restartThreshold: 2, heartbeatPeriod: 1_000, arbitrationTimeMax: 60_000 },
    });
  });

  test('each way of reading it is remembered by itself', () => {
    const profile = 'windows-server-2008';
    const parameters = { regroupDuration: 5_000 };
    const plain = loadScenario('scc-two-nodes');
    const later = loadScenario('scc-two-nodes', { profile });
    expect(later).toBe(loadScenario('scc-two-nodes', { profile }));
    expect(later.profile).toBe(profile);
    expect(loadScenario('scc-two-nodes', { parameters }).parameters.regroupDuration).toBe(5_000);
    expect(loadScenario('scc-two-nodes')).toBe(plain);
    expect(plain).toMatchObject({ profile: 'windows-server-2003' });
    expect(plain.parameters.regroupDuration).toBe(3_000);
  });

  test('every scenario can be read for both profiles', () => {
    for (const { id } of loadScenarios()) {
      for (const profile of ['windows-server-2003', 'windows-server-2008'] as const) {
        expect(loadScenario(id, { profile }).profile).toBe(profile);
      }
    }
  });

  test('a file read for a profile that lacks something of it is complained about at its place', () => {
    const text = `title: Mine\nversion: 1\nextends: sound\nquorum: node-and-disk-majority\n`;
    const bases = { ids: ['sound'], file: () => ({ path: 'sound.yaml', text: sound }) };
    const later = { profile: 'windows-server-2008' } as const;
    expect(parseScenarioFile(text, 'mine.yaml', bases, later).quorum).toBe(
      'node-and-disk-majority',
    );
    expect(() => parseScenarioFile(text, 'mine.yaml', bases)).toThrow(
      'mine.yaml:4:9: node-and-disk-majority is known since Windows Server 2008',
    );
  });
});

test('a scenario that is not there is answered with the nearest one', () => {
  expect(() => loadScenario('scc-two-node')).toThrow(UnknownNameError);
  expect(() => loadScenario('scc-two-node')).toThrow('did you mean "scc-two-nodes"?');
  expect(articleFile(mistakes, '../scenarios/sound')).toBeUndefined();
});
