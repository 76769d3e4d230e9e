import { describe, expect, test } from 'vitest';
import { loadScenario } from '#authoring';
import { call, callForData } from './support/simulate.ts';

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

  test.each([
    ['1m pause-node NODE2', '61s', 'paused'],
    ['1m power-off NODE2', '61s', 'off'],
    ['1m hang NODE2', '61s', 'hung'],
    ['1m shut-down NODE2', '61s', 'shutting-down'],
    ['1m stop-cluster-service NODE2', '61s', 'stopped'],
  ])('says of a node after `%s` at %s that it is %s', (action, until, state) => {
    const { end } = callForData('scc-two-nodes', '--do', action, '--until', until);
    expect(end.nodes).toEqual({ NODE1: { state: 'active' }, NODE2: { state } });
  });

  test('says of a node that is let in that it is joining', () => {
    const joining = ['--do', '1m power-off NODE2', '--do', '2m power-on NODE2'];
    const { occurrences } = callForData('scc-two-nodes', ...joining);
    const started = occurrences.find(({ kind }) => kind === 'cluster-service-started')?.at ?? 0;
    const { end } = callForData('scc-two-nodes', ...joining, '--until', `${started + 1}ms`);
    expect(end.nodes['NODE2']).toEqual({ state: 'joining' });
  });

  test('says of a group with one resource offline that it is partially online', () => {
    const { end } = callForData('scc-two-nodes', '--do', '1m take-offline mailbox-database');
    expect(end.groups['EXMBX']?.state).toBe('partially-online');
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

  test('measures what differs against the profile that is used', () => {
    const { output } = call(
      'scc-two-nodes',
      '--profile',
      'windows-server-2008',
      '--set',
      'mailboxes=12',
    );
    expect(output).toContain('windows-server-2008, seed 1, mailboxes 12\n');
  });

  test('ends with the states by the numbers that scripts know (KB 286052)', () => {
    const { output } = call('scc-two-nodes');
    const said = output.replaceAll(/\n +/g, ' ');
    expect(said).toContain(
      'groups ClusterGroup 0, EXMBX 0; nodes NODE1 1, NODE2 0; networks private 3, public 3 (KB 286052; networks: GetClusterNetworkState)',
    );
    expect(call('one-server').output).not.toContain('KB 286052');
  });

  test('says what is unwise about the cluster, with its source (KB 258750)', () => {
    const said = call('scc-split').output.replaceAll(/\n +/g, ' ');
    expect(said).toMatch(/Advice .*two independent networks between its nodes \(KB 258750\)/);
    expect(call('one-server').output).not.toContain('Advice');
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
