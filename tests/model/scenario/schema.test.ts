import { describe, expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import { problemsAfter, problemsWith, soundFile } from './support.ts';

test('a sound file becomes a scenario of plain JSON with resolved parameters and defaults', () => {
  const { scenario, problems } = checkScenario('two', soundFile());
  expect(problems).toEqual([]);
  expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  expect(scenario).toMatchObject({
    id: 'two',
    start: 60_000,
    parameters: { regroupDuration: 3_000 },
    quorum: 'disk',
    witness: null,
    nodes: [
      { id: 'NODE1', name: 'NODE1', feeds: [], paths: 1, subnet: '1', bootDelay: 0 },
      { id: 'NODE2', name: 'The other' },
    ],
    array: { id: 'array', name: 'array', feeds: [], controllers: [] },
    tries: [{ id: 'plug', expect: [{ at: 300_000, service: 'online', owner: 'NODE2' }] }],
  });
});

describe('what is done when a resource fails', () => {
  /** By resource, for a file after a change. */
  function restartActions(change: (file: ReturnType<typeof soundFile>) => unknown) {
    const file = soundFile();
    change(file);
    const { scenario } = checkScenario('two', file);
    const resources = scenario?.groups.flatMap((group) => group.resources) ?? [];
    return Object.fromEntries(resources.map(({ id, restartAction }) => [id, restartAction]));
  }
  const resource = (file: ReturnType<typeof soundFile>, index: number): object =>
    file.groups[1]?.resources[index] ?? {};

  test('resources of Windows affect their group unless told otherwise, those of Exchange do not', () => {
    const found = restartActions((file) =>
      Object.assign(resource(file, 0), { 'affects-group': false }),
    );
    expect(found).toEqual({
      'disk-Q': 'fail-over',
      'disk-E': 'restart',
      address: 'fail-over',
      name: 'fail-over',
      store: 'restart',
      database: 'restart',
    });
  });

  test('parameters say it of services and databases, where the resource does not', () => {
    const found = restartActions((file) => {
      file.parameters = { exchangeServicesAffectGroup: 'on', databaseAffectsGroup: 'on' };
      Object.assign(resource(file, 4), { 'affects-group': false });
    });
    expect(found).toMatchObject({ store: 'fail-over', database: 'restart' });
  });

  test('"restart: false" leaves it failed (RestartAction 0)', () => {
    const found = restartActions((file) => Object.assign(resource(file, 1), { restart: false }));
    expect(found).toMatchObject({ address: 'leave', name: 'fail-over' });
  });
});

test('parameters are read in the unit of the register', () => {
  const file = soundFile();
  file.parameters = {
    regroupDuration: '4.5s',
    mailboxes: 12,
    lostQuorumReservationStopsService: 'off',
  };
  expect(checkScenario('two', file).scenario?.parameters).toMatchObject({
    regroupDuration: 4_500,
    mailboxes: 12,
    lostQuorumReservationStopsService: 0,
    heartbeatPeriod: 1_200,
  });
});

describe('keys and leaves', () => {
  test.each([
    ['titel', 'x', 'titel: a scenario has no key "titel"; did you mean "title"?'],
    [
      'nodes.0.nmae',
      'x',
      'nodes.0.nmae: a node has no key "nmae"; did you mean "name"? (id, name, feeds, paths, subnet, boot-delay)',
    ],
    ['title', undefined, ': a scenario needs the key "title"'],
    ['groups.1.owner', undefined, 'groups.1: a group needs the key "owner"'],
    ['title', 2003, 'title: 2003 is not text; put it in quotes'],
    ['title', ' ', 'title: there is nothing between the quotes; write a few words'],
    ['version', 1.5, 'version: 1.5 is not a whole number from 1 to 1000000'],
    ['seed', -1, 'seed: -1 is not a whole number from 0 to 4294967295'],
    ['nodes', 'NODE1', 'nodes: "NODE1" where a list of nodes is wanted'],
    [
      'nodes.0',
      'NODE1',
      'nodes.0: "NODE1" where a node is wanted, with the keys id, name, feeds, paths, subnet, boot-delay',
    ],
    [
      'start',
      60,
      'start: "60" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d (did you mean "60s"?)',
    ],
    [
      'start',
      '1.2345s',
      'start: "1.2345s" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d',
    ],
    ['start', null, 'start: nothing where a duration is wanted, such as 500ms, 1.2s or 5m'],
    [
      'networks.1.role',
      'clent',
      'networks.1.role: "clent" is not known here; did you mean "client"? (none, internal, client, mixed)',
    ],
    [
      'groups.0.resources.0.type',
      'fysical-disk',
      'groups.0.resources.0.type: "fysical-disk" is not known here; did you mean "physical-disk"? (physical-disk, ip-address, network-name, system-attendant, information-store, mailbox-database, generic)',
    ],
    [
      'storage.disks.0.letter',
      'Q',
      'storage.disks.0.letter: "Q" is not a drive letter; write it as "Q:"',
    ],
    [
      'groups.1.resources.1.address',
      '10.0.0',
      'groups.1.resources.1.address: "10.0.0" is not an address; write one such as 10.0.0.50',
    ],
    [
      'groups.1.resources.0.affects-group',
      'yes',
      'groups.1.resources.0.affects-group: "yes" is not true or false',
    ],
    [
      'profile',
      'windows-server-2018',
      'profile: "windows-server-2018" is not a profile; did you mean "windows-server-2008"? (windows-server-2003, windows-server-2008)',
    ],
    [
      'profile',
      'windows-2003',
      'profile: "windows-2003" is not a profile; did you mean "windows-server-2003"? (windows-server-2003, windows-server-2008)',
    ],
    [
      'quorum',
      'majority',
      'quorum: "majority" is not known here; did you mean "node-majority"? (disk, node-majority, node-and-file-share-majority, node-and-disk-majority)',
    ],
    ['nodes.0.paths', 3, 'nodes.0.paths: 3 is not a whole number from 1 to 2'],
    ['nodes.0.subnet', 2, 'nodes.0.subnet: 2 is not text; put it in quotes'],
    ['networks.1.teamed', 'yes', 'networks.1.teamed: "yes" is not true or false'],
    [
      'networks.1.switches',
      'switch-1',
      'networks.1.switches: "switch-1" where a list of switch ids is wanted',
    ],
    [
      'storage.disks.1.letter',
      'R:/SG1',
      `storage.disks.1.letter: "R:/SG1" is not a folder of a drive; write it as 'R:\\SG1'`,
    ],
    [
      'groups.1.failback',
      '22-24',
      'groups.1.failback: "22-24" where prevent, immediate or two different hours of the day are wanted, such as "22-5"',
    ],
    [
      'groups.1.failback',
      '5-5',
      'groups.1.failback: "5-5" where prevent, immediate or two different hours of the day are wanted, such as "22-5"',
    ],
    [
      'groups.1.failover-period',
      '30m',
      'groups.1.failover-period: FailoverPeriod cannot be 30m; it takes whole hours, such as 1h',
    ],
    [
      'groups.1.failover-threshold',
      -1,
      'groups.1.failover-threshold: -1 is not a whole number from 0 to 4294967295',
    ],
    [
      'groups.1.resources.1.pending-timeout',
      '5ms',
      'groups.1.resources.1.pending-timeout: 5ms is out of range; it goes from 10ms to 4294967.295s',
    ],
    [
      'groups.1.resources.1.is-alive',
      60,
      'groups.1.resources.1.is-alive: "60" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d (did you mean "60s"?)',
    ],
  ])('%s: %j', (path, value, message) => {
    expect(
      problemsWith(path, value).map((problem) => problem.replace(/\? \(title.*/, '?')),
    ).toEqual([message]);
  });

  test('an id that actions could not name is refused', () => {
    expect(problemsWith('nodes.1.id', 'NODE 2')[0]).toBe(
      'nodes.1.id: "NODE 2" is not an id; use letters, digits, dots and hyphens, and begin with a letter or digit',
    );
  });
});

describe('parameters', () => {
  test.each([
    [
      'regroupDuraton',
      '3s',
      'there is no parameter "regroupDuraton"; did you mean "regroupDuration"?',
    ],
    [
      'regroupDuration',
      3,
      '"3" is not a duration; write a number and a unit, such as 500ms, 1.2s, 5m, 2h or 1d (did you mean "3s"?)',
    ],
    [
      'groupFailoverPeriod',
      '90m',
      'groupFailoverPeriod cannot be "90m"; it takes whole hours, such as 2h',
    ],
    ['regroupDuration', '3d', 'regroupDuration cannot be "3d"; it goes from 1s to 30s'],
    ['mailboxes', '3s', '"3s" where mailboxes takes a whole number'],
    ['mailboxes', 0, 'mailboxes cannot be 0; it goes from 1 to 100000'],
    [
      'publicNetworkLossFailsAddress',
      true,
      'true where publicNetworkLossFailsAddress takes on or off',
    ],
  ])('%s: %j', (name, value, message) => {
    expect(problemsWith(`parameters.${name}`, value)).toEqual([`parameters.${name}: ${message}`]);
  });
});

describe('versions', () => {
  test('every version but the first says what changed', () => {
    expect(problemsWith('version', 2)).toEqual([
      'version: version 2 does not say what changed; add "changes: { 2: … }"',
    ]);
    expect(
      problemsAfter((file) => Object.assign(file, { version: 2, changes: { 2: 'A new disk.' } })),
    ).toEqual([]);
  });

  test('a version that has not come yet has changed nothing', () => {
    expect(problemsWith('changes', { 3: 'A new disk.' })).toEqual([
      'changes.3: there is no version 3 that changed anything; versions go from 2 to 1',
    ]);
  });
});

test('mistakes of all kinds are found at once, and none is made of another', () => {
  const found = problemsAfter((file) => {
    Object.assign(file, { titel: 'x', sead: 2, start: 7 });
    Object.assign(file.nodes[0] ?? {}, { colour: 'red' });
    Object.assign(file.networks[1] ?? {}, { role: 'clent' });
    Object.assign(file.groups[1] ?? {}, { owner: 'NODE3' });
    Object.assign(file.parameters, { regroupDuration: 3 });
    Object.assign(file.try[0] ?? {}, { do: ['0s cut privat'] });
  });
  expect(found.map((problem) => problem.replace(/: .*/, '')).sort()).toEqual([
    'groups.1.owner',
    'networks.1.role',
    'nodes.0.colour',
    'parameters.regroupDuration',
    'sead',
    'start',
    'titel',
    'try.0.do.0',
  ]);
});

test.each([[null], ['scenario'], [[]], [7], [{}], [{ nodes: [null, 7, []], groups: { a: 1 } }]])(
  '%j is not a scenario, and that is said without falling over',
  (data) => {
    expect(checkScenario('test', data).problems.length).toBeGreaterThan(0);
  },
);
