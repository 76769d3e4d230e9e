import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commandFor } from '#story';
import { failuresIn } from '../../src/cli/simulate/simulate.ts';
import { call, callForData, root, simulationOf } from './support/simulate.ts';
import type { Data } from './support/simulate.ts';

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

  test('another profile brings its own defaults, but for what the scenario says itself', () => {
    const { parameters, profile } = callForData(
      'one-server',
      '--profile',
      'windows-server-2008',
      '--do',
      '1m power-off SERVER1',
    );
    const { heartbeatPeriod, restartThreshold } = parameters;
    expect([profile, heartbeatPeriod, restartThreshold]).toEqual(['windows-server-2008', 1_000, 0]);
  });

  test('a parameter that decides what resources do is heeded', () => {
    const run = (...more: readonly string[]) =>
      callForData('scc-two-nodes', '--do', '1m crash information-store', ...more).occurrences.map(
        ({ kind }) => kind,
      );
    const often = ['--set', 'restartThreshold=0'];
    expect(run(...often)).not.toContain('failover-started');
    expect(run(...often, '--set', 'exchangeServicesAffectGroup=on')).toContain('failover-started');
  });

  test('the command of a run carries the same run out', () => {
    const { execution } = simulationOf(
      'scc-two-nodes',
      '--do',
      '60.2s power-off NODE1',
      '--seed',
      '7',
    );
    const written = commandFor(execution.run).replace('npm run --silent simulate -- ', '');
    const args = [...written.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, word]) => quoted ?? word ?? '',
    );
    const again = callForData(...args);
    expect(again.seed).toBe(7);
    expect(again.occurrences.map(({ at, kind }) => `${at} ${kind}`)).toEqual(
      execution.occurrences.map(({ at, kind }) => `${at} ${kind}`),
    );
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

describe('how it ends', () => {
  test('with 1 when something expected does not come true, and says what', () => {
    const result = call('scc-two-nodes', '--set', 'recoveryDurationPerLog=5s');
    expect(result.code).toBe(1);
    expect(result.complaints).toMatch(
      /^scc-two-nodes: expected outage at most 45\.2s, but it was 13\d\.\d+s$/,
    );
    expect(result.output).toMatch(/^ {2}NO {3}outage at most 45\.2s, but it was/m);
  });

  test('shows a broken invariant again as a command and as a link', () => {
    const simulation = simulationOf('scc-two-nodes', '--do', '60.2s power-off NODE1');
    const broken = [{ at: 97_200, what: 'two nodes write to one disk' }];
    const [what, command, link] = failuresIn({ ...simulation, broken });
    expect(what).toBe(
      'scc-two-nodes: an invariant is broken at 97200 ms (seed 1): two nodes write to one disk',
    );
    expect(command).toMatch(
      /^ {2}npm run --silent simulate -- scc-two-nodes .*"60\.2s power-off NODE1"$/,
    );
    expect(link).toBe('  #run=scc-two-nodes@1;at=97200;do=60200:power-off+NODE1');
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
      ['scc-split', '--do', '5000d cut private'],
      '--do "5000d cut private": a run takes eleven years at most',
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
      ['scc-split', '--set', 'SameSubnetThreshold=3'],
      '--set: "SameSubnetThreshold" is no parameter but a property, which an action sets: --do "TIME set SameSubnetThreshold VALUE"',
    ],
    [
      ['scc-split', '--set', 'regroupDuration=3d'],
      '--set: regroupDuration cannot be "3d"; it goes from 1s to 30s',
    ],
    [
      ['scc-split', '--set', 'groupFailoverPeriod=90m'],
      '--set: groupFailoverPeriod cannot be "90m"; it takes whole hours, such as 2h',
    ],
    [['scc-split', '--seed', '-1'], "Option '--seed' argument is ambiguous; --help says how"],
    [['scc-split', '--seed', 'x'], '--seed x: a whole number from 0 to 4294967295 is wanted'],
    [['scc-split', '--until', '7'], '--until: "7" is not a duration'],
    [['scc-split', '--until', '5000d'], '--until 5000d: a run takes eleven years at most'],
    [
      ['scc-split', '--profile', 'windows-server-2007'],
      '--profile: "windows-server-2007" is not a profile; did you mean "windows-server-2003"?',
    ],
    [
      ['scc-split', '--set', 'heartbeatPeriod=2s'],
      '--set: defenceMargin (1.2s) is less than heartbeatPeriod (2s), but the other node may have noticed the silence up to one heartbeat later; give defenceMargin at least as much, or heartbeatPeriod 1.2s or less',
    ],
    [
      ['scc-split', '--set', 'arbitrationReserveDelay=15s', '--set', 'arbitrationOnlineDelay=12s'],
      '--set: arbitrationOnlineDelay (12s) is less than arbitrationReserveDelay (15s)',
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
