import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '#authoring';
import { simulate } from '../../src/cli/simulate/simulate.ts';

const root = join(import.meta.dirname, '../..');

/** Calls the command as `npm run simulate -- …` does. */
function call(...args: readonly string[]) {
  return simulate(args, { folders: [root], columns: 100 });
}

interface Data {
  readonly scenario: string;
  readonly version: number;
  readonly profile: string;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly actions: readonly { at: number; action: string }[];
  readonly refusals: readonly { at: number; action: string; reason: string }[];
  readonly occurrences: readonly {
    id: number;
    at: number;
    kind: string;
    subject: string;
    because: readonly number[];
    rule: string | null;
    values: Readonly<Record<string, unknown>>;
    text: string;
    why: string;
  }[];
  readonly outcome: {
    downtimeMs: number;
    outages: readonly { from: number; to: number }[];
    messages: Readonly<Record<string, number>>;
    messagesLost: number;
    phases: readonly { key: string; fromMs: number; toMs: number }[];
  };
  readonly end: {
    at: number;
    nodes: Readonly<Record<string, { state: string }>>;
    groups: Readonly<
      Record<string, { state: string; owner: string; resources: Readonly<Record<string, string>> }>
    >;
  };
}

function callForData(...args: readonly string[]): Data {
  const { code, output, complaints } = call(...args, '--json');
  expect([code, complaints]).toEqual([0, '']);
  return JSON.parse(output) as Data;
}

describe('what is simulated', () => {
  test('without anything to do, the first thing to try at the start of the scenario', () => {
    const { actions, scenario, version, seed } = callForData('scc-two-nodes');
    expect({ actions, scenario, version, seed }).toEqual({
      actions: [{ at: 60_200, action: 'power-off NODE1' }],
      scenario: 'scc-two-nodes',
      version: 1,
      seed: 1,
    });
  });

  test('actions count from the start of the scenario and are sorted by time', () => {
    const { actions } = callForData(
      'scc-two-nodes',
      '--do',
      '2m power-on node1',
      '--do',
      '1m power-off NODE1',
    );
    expect(actions).toEqual([
      { at: 60_000, action: 'power-off NODE1' },
      { at: 120_000, action: 'power-on NODE1' },
    ]);
  });

  test('a try counts from "start", and more can be done beside it', () => {
    const { actions } = callForData(
      'scc-two-nodes',
      '--try',
      'planned-move',
      '--do',
      '5m cut private',
    );
    expect(actions.map(({ at }) => at)).toEqual([60_200, 300_000]);
  });

  test('a file instead of a name, from where the reader stands', () => {
    const { scenario } = callForData('content/scenarios/scc-split.yaml');
    expect(scenario).toBe('scc-split');
  });

  test('parameters and the seed can be changed, and the change can be seen', () => {
    const { parameters, seed, outcome } = callForData(
      'scc-two-nodes',
      '--do',
      '60.2s power-off NODE1',
      '--set',
      'regroupDuration=5s',
      '--seed',
      '7',
    );
    expect(parameters['regroupDuration']).toBe(5_000);
    expect(seed).toBe(7);
    expect(outcome.downtimeMs).toBeGreaterThanOrEqual(46_000);
    expect(outcome.downtimeMs).toBeLessThanOrEqual(47_200);
  });

  test('everything up to and including --until', () => {
    const { occurrences } = callForData('scc-two-nodes');
    const declared = occurrences.find(({ kind }) => kind === 'node-declared-down');
    const until = (instant: number): string[] =>
      callForData('scc-two-nodes', '--until', `${instant}ms`).occurrences.map(({ kind }) => kind);
    expect(until(declared?.at ?? 0)).toContain('node-declared-down');
    expect(until((declared?.at ?? 0) - 1)).not.toContain('node-declared-down');
  });

  test('the same twice, byte for byte', () => {
    expect(call('scc-storage', '--json')).toEqual(call('scc-storage', '--json'));
  });
});

describe('the data', () => {
  const data = callForData('scc-two-nodes');

  test('has every occurrence with its causes, its values and its sentences', () => {
    expect(data.occurrences[0]).toEqual({
      id: 0,
      at: 60_200,
      kind: 'node-powered-off',
      subject: 'NODE1',
      because: [],
      rule: null,
      values: { node: 'NODE1' },
      text: expect.stringMatching(/\w/),
      why: expect.stringMatching(/\w/),
    });
    for (const [index, { id, because, text, why }] of data.occurrences.entries()) {
      expect(id).toBe(index);
      expect(because.every((cause) => cause < id)).toBe(true);
      expect([text, why].every((sentence) => sentence.length > 0)).toBe(true);
    }
  });

  test('has the outcome and the cluster at the end', () => {
    expect(data.outcome.outages).toEqual([{ from: 60_200, to: 60_200 + data.outcome.downtimeMs }]);
    expect(data.outcome.messagesLost).toBe(0);
    expect(data.outcome.phases.map(({ key }) => key)).toContain('arbitration');
    expect(data.end.nodes['NODE1']).toEqual({ state: 'off' });
    expect(data.end.groups['EXMBX']).toMatchObject({
      state: 'online',
      owner: 'NODE2',
      resources: { 'mailbox-database': 'online' },
    });
    const last = data.occurrences.at(-1);
    expect(data.end.at).toBe((last?.at ?? 0) + 60_000);
  });

  test('names what was refused, with the reason', () => {
    const { refusals } = callForData('scc-two-nodes', '--do', '1m power-on NODE1');
    expect(refusals).toEqual([
      { at: 60_000, action: 'power-on NODE1', reason: 'NODE1 is on already.' },
    ]);
  });
});

describe('the text', () => {
  test('says when, what and why, and whether it came out as expected', () => {
    const { code, output, complaints } = call('scc-two-nodes');
    expect([code, complaints]).toEqual([0, '']);
    expect(output).toMatch(/^scc-two-nodes@1: Two nodes, one array\n/);
    expect(output).toMatch(/^\+0:00\.000 {3}\S.*NODE1.* {2,}\S/m);
    expect(output).toMatch(/^Outage +4\d\.\d+s, \+0:00\.000 to \+0:4/m);
    expect(output).toMatch(/^Groups .*EXMBX online on NODE2/m);
    expect(output).toMatch(/^ {2}yes {2}owner NODE2 5m after the first action$/m);
    expect(output.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('says what differs from the register', () => {
    const { output } = call('scc-two-nodes', '--set', 'mailboxes=12');
    expect(output).toContain('windows-server-2003, seed 1, mailboxes 12\n');
  });

  test('of a scenario with nothing to try says that nothing happens', () => {
    expect(call('scc-base').output).toContain('Nothing happens.');
  });

  test('the list has every scenario and what can be tried', () => {
    const { code, output } = call('--list');
    expect(code).toBe(0);
    for (const { id, label } of loadScenario('scc-storage').tries) {
      expect(output).toMatch(new RegExp(`^  ${id} +${label}$`, 'm'));
    }
  });

  test('the help names every option', () => {
    const { code, output } = call('--help');
    expect(code).toBe(0);
    for (const option of ['do', 'try', 'until', 'seed', 'profile', 'set', 'json', 'list']) {
      expect(output).toContain(`--${option}`);
    }
  });
});

describe('how it ends', () => {
  test('with 1 when something expected does not come true, and says what', () => {
    const result = call('scc-two-nodes', '--set', 'recoveryDurationPerLog=5s');
    expect(result.code).toBe(1);
    expect(result.complaints).toMatch(
      /^scc-two-nodes: expected outage at most 45\.2s, but it was 13\d\.\d+s$/,
    );
    expect(result.output).toMatch(/^ {2}NO {3}outage at most 45\.2s, but it was/m);
  });

  test.each([
    [[], 'which scenario? Name one of --list, or a file; --help says how'],
    [['scc-two-node'], 'there is no scenario "scc-two-node"; did you mean "scc-two-nodes"?'],
    [['nothing.yaml'], 'there is no file nothing.yaml'],
    [
      ['scc-split', 'x'],
      '"x" is one argument too many; put actions in quotes: --do "60.2s power-off NODE1"',
    ],
    [['scc-split', '--tri', 'x'], 'there is no option --tri; did you mean "--try"?'],
    [
      ['scc-split', '--try', 'cut'],
      'scc-split has no try "cut"; did you mean "cut-the-heartbeat"?',
    ],
    [['scc-split', '--do'], "Option '--do <value>' argument missing; --help says how"],
    [
      ['scc-split', '--do', '1s cut privat'],
      '--do: nothing that `cut` takes is called "privat"; did you mean "private"?',
    ],
    [
      ['scc-split', '--do', '1 cut private'],
      '--do: "1" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d (did you mean "1s"?)',
    ],
    [
      ['scc-split', '--do', '400d cut private'],
      '--do "400d cut private": a run takes a year and a day at most',
    ],
    [
      ['scc-split', '--set', 'regroupDuration'],
      '--set regroupDuration: write NAME=VALUE, such as regroupDuration=5s',
    ],
    [
      ['scc-split', '--set', 'regroupDuraton=3s'],
      '--set: there is no parameter "regroupDuraton"; did you mean "regroupDuration"?',
    ],
    [
      ['scc-split', '--set', 'regroupDuration=3d'],
      '--set: regroupDuration cannot be "3d"; it goes from 1s to 30s',
    ],
    [['scc-split', '--seed', '-1'], "Option '--seed' argument is ambiguous; --help says how"],
    [['scc-split', '--seed', 'x'], '--seed x: a whole number from 0 to 4294967295 is wanted'],
    [['scc-split', '--until', '7'], '--until: "7" is not a duration'],
    [['scc-split', '--until', '400d'], '--until 400d: a run takes a year and a day at most'],
    [
      ['scc-split', '--profile', 'windows-server-2008'],
      '--profile: windows-server-2008 is not modelled yet; write windows-server-2003',
    ],
  ])('with 2 and one line: %j', (args, message) => {
    const { code, output, complaints } = call(...args);
    expect([code, output]).toEqual([2, '']);
    expect(complaints).toContain(message);
    expect(complaints.split('\n')).toHaveLength(1);
  });

  test('with 2 and a line for each mistake in a file', () => {
    const { code, complaints } = call('tests/authoring/mistakes/content/scenarios/wrong.yaml');
    expect(code).toBe(2);
    expect(complaints.split('\n').length).toBeGreaterThan(10);
    expect(complaints).toContain(
      'tests/authoring/mistakes/content/scenarios/wrong.yaml:4:1: a scenario has no key "strat"',
    );
  });
});

test('as a program it writes data to one stream and complaints to the other', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/cli/simulate.ts', ...args], { cwd: root, encoding: 'utf8' });
  const good = run('scc-heartbeat', '--json');
  expect([good.status, good.stderr]).toEqual([0, '']);
  expect((JSON.parse(good.stdout) as Data).outcome.downtimeMs).toBe(0);
  const bad = run('scc-heartbeet');
  expect([bad.status, bad.stdout]).toEqual([2, '']);
  expect(bad.stderr).toMatch(/^there is no scenario "scc-heartbeet"; .*\n$/);
});
