import { describe, expect, test } from 'vitest';
import { planOf } from '#model';
import { checkScenario } from '#model/schema';
import { largeFile, problemsWith, withValue } from './support.ts';

describe('a cluster with everything doubled', () => {
  const { scenario, problems } = checkScenario('large', largeFile());

  test('is sound, plain JSON, and can be prepared for a run', () => {
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
    expect(scenario && planOf(scenario).quorum?.disk).toBe('Q');
  });

  test('has its hardware as the file says it, and what it does not say by default', () => {
    expect(scenario).toMatchObject({
      quorum: 'disk',
      feeds: [
        { id: 'feed-1', name: 'feed-1' },
        { id: 'feed-2', name: 'The other feed' },
      ],
      switches: [{ id: 'switch-1', feeds: ['feed-1'] }, { id: 'switch-2' }],
      nodes: [
        { id: 'NODE1', feeds: ['feed-1', 'feed-2'], paths: 2, subnet: '1', bootDelay: 0 },
        { id: 'NODE2', bootDelay: 15_000 },
        { id: 'NODE3', subnet: 'B' },
      ],
      networks: [
        { id: 'private', switches: [], teamed: false },
        { id: 'public', switches: ['switch-1', 'switch-2'], teamed: true },
        { id: 'backup', role: 'none' },
      ],
      array: { controllers: ['controller-A', 'controller-B'] },
    });
    expect(scenario?.disks[2]).toEqual({
      id: 'SG1',
      letter: String.raw`R:\SG1`,
      holds: 'database',
      root: 'R',
    });
  });

  test('has its groups with policies by the names of the Failover Cluster API', () => {
    const [, first, second] = scenario?.groups ?? [];
    expect(first).toMatchObject({
      preferredOwners: ['NODE1', 'NODE3'],
      failback: { from: 22, to: 5 },
      properties: { FailoverThreshold: 2, FailoverPeriod: 3_600_000 },
    });
    expect(second).toMatchObject({ preferredOwners: [], failback: 'prevent', properties: {} });
    const [, database, scanner] = second?.resources ?? [];
    expect(database?.possibleOwners).toEqual(['NODE2', 'NODE3']);
    expect(scanner).toMatchObject({
      onlineDuration: 3_000,
      offlineDuration: 1_000,
      restartAction: 'fail-over',
      possibleOwners: ['NODE1', 'NODE2', 'NODE3'],
      properties: {
        RestartThreshold: 5,
        RestartPeriod: 600_000,
        RetryPeriodOnFailure: 4_294_967_295,
        PendingTimeout: 30_000,
        LooksAlivePollInterval: 10_000,
        IsAlivePollInterval: 120_000,
      },
    });
  });

  test('mailbox servers keep away from each other unless they say another word', () => {
    expect(scenario?.groups.map(({ antiAffinity }) => antiAffinity)).toEqual([
      null,
      'exchange',
      'mail',
    ]);
  });

  test('a name may depend on any of its addresses (bb629581)', () => {
    expect(scenario?.groups[1]?.resources[5]).toMatchObject({
      dependsOn: ['address-1', 'address-2'],
      dependsOnAny: true,
    });
  });
});

describe('what does not fit in it', () => {
  test.each([
    [
      'nodes.0.feeds',
      ['feed-3'],
      'nodes.0.feeds.0: there is no feed "feed-3"; did you mean "feed-1"? (feed-1, feed-2)',
    ],
    [
      'switches.1.feeds',
      ['feed-2', 'feed-2'],
      'switches.1.feeds.1: feed "feed-2" stands here twice; leave one of them out',
    ],
    [
      'storage.feeds',
      ['feed'],
      'storage.feeds.0: there is no feed "feed"; did you mean "feed-1"? (feed-1, feed-2)',
    ],
    [
      'networks.1.switches',
      ['switch-1', 'swich-2'],
      'networks.1.switches.1: there is no switch "swich-2"; did you mean "switch-2"? (switch-1, switch-2)',
    ],
    [
      'storage.controllers',
      ['controller-A', 'controller-B', 'controller-C'],
      'storage.controllers.2: no path leads to controller controller-C: a path leads to the controller of its number; leave it out',
    ],
    [
      'storage.disks.4.letter',
      'L:',
      'storage.disks.4.letter: disk L1 has the letter L: already; give this one its own',
    ],
    [
      'storage.disks.2.root',
      undefined,
      String.raw`storage.disks.2.letter: R:\SG1 is a folder of another disk; say of which with "root"`,
    ],
    [
      'storage.disks.3.root',
      'R',
      'storage.disks.3.root: a disk with the letter L: is in no folder; leave "root" out',
    ],
    [
      'storage.disks.2.root',
      'X',
      'storage.disks.2.root: there is no disk "X"; did you mean "Q"? (Q, R, SG1, L1, E2)',
    ],
    [
      'storage.disks.2.letter',
      String.raw`S:\SG1`,
      String.raw`storage.disks.2.root: disk R is R:, and S:\SG1 is no folder of it`,
    ],
    [
      'groups.1.resources.3.network',
      'backup',
      'groups.1.resources.3.network: clients cannot reach network backup, whose role is none; choose one with the role client or mixed',
    ],
    [
      'groups.1.resources.8.disks',
      ['SG1', 'L2'],
      'groups.1.resources.8.disks.1: there is no disk "L2"; did you mean "L1"? (Q, R, SG1, L1, E2)',
    ],
  ])('%s: %j', (path, value, message) => {
    expect(problemsWith(path, value, largeFile())).toEqual([message]);
  });

  test('a second controller needs a second path', () => {
    const file = largeFile();
    for (const node of file.nodes) node.paths = 1;
    expect(problemsWith('title', 'One path', file)).toEqual([
      'storage.controllers.1: no path leads to controller controller-B: a path leads to the controller of its number; give a node "paths: 2" or leave it out',
    ]);
  });

  test('a mount point is in a folder of a disk that has a letter', () => {
    const file = withValue(largeFile(), 'storage.disks.4', {
      id: 'E2',
      letter: String.raw`R:\SG1\SG2`,
      holds: 'database',
      root: 'SG1',
    });
    expect(problemsWith('title', 'Nested', file)).toContain(
      'storage.disks.4.root: disk SG1 is mounted in a folder itself; name one with a drive letter',
    );
  });

  test('something that the scenario does not declare at all', () => {
    expect(problemsWith('nodes.0.feeds', ['feed-1'])).toEqual([
      'nodes.0.feeds.0: there is no feed "feed-1"; the scenario declares no feed',
    ]);
  });

  test('the limit of Exchange Server 2007 is eight nodes, whatever Windows allows (bb676571)', () => {
    const nodes = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `NODE${index + 1}`, paths: 2 }));
    expect(problemsWith('nodes', nodes(8), largeFile())).toEqual([]);
    expect(problemsWith('nodes', nodes(9), largeFile())).toEqual([
      'nodes: 9 nodes; a cluster of Exchange Server 2007 has 8 at most',
    ]);
    expect(problemsWith('nodes', [])).toContain(
      'nodes: the list of nodes is empty; give at least one or leave the key out',
    );
  });
});

describe('one id stands for one thing', () => {
  test.each([
    ['feeds.0.id', 'NODE1', 'nodes.0.id: a feed has the id "NODE1" already'],
    ['switches.0.id', 'Private', 'networks.0.id: a switch has the id "private" already'],
    [
      'switches.0.id',
      'NODE2.public-2',
      'switches.0.id: a cable has the id "NODE2.public-2" already',
    ],
    ['groups.2.id', 'NODE1.path-2', 'groups.2.id: a path has the id "NODE1.path-2" already'],
    [
      'storage.controllers.0',
      'array',
      'storage.controllers.0: the array has the id "array" already',
    ],
    [
      'groups.2.resources.2.id',
      'CONTROLLER-B',
      'groups.2.resources.2.id: a controller has the id "CONTROLLER-B" already',
    ],
    [
      'witness',
      { id: 'mail1', network: 'public' },
      'groups.1.id: the witness has the id "MAIL1" already',
    ],
  ])('%s: %j', (path, value, message) => {
    expect(problemsWith(path, value, largeFile())).toContain(
      `${message}; an id stands for one thing, whatever its kind and case`,
    );
  });

  test('"none" is what is said of an owner where there is none', () => {
    expect(problemsWith('nodes.1.id', 'None', largeFile())).toContain(
      'nodes.1.id: "None" stands for no node at all; choose another id',
    );
  });

  test('the second cable and path are there only where they are asked for', () => {
    const named = problemsWith('groups.0.id', 'NODE1.private-2', largeFile());
    expect(named).toEqual([]);
    expect(problemsWith('try', [attempt('cut NODE1.private-2')], largeFile())[0]).toContain(
      'nothing that `cut` takes is called "NODE1.private-2"; did you mean "NODE1.private"?',
    );
  });
});

function attempt(action: string) {
  return { id: 'one', label: 'One', do: [`0s ${action}`] };
}

test('everything that is declared can be named in a try', () => {
  const actions = [
    'cut NODE3.public-2',
    'cut NODE1.path-2',
    'cut switch-1',
    'fail controller-b',
    'fail feed-2',
    'hang-service scanner',
    'set mail2.failoverthreshold 4',
    'set scanner.possibleowners node2,node3',
  ];
  expect(
    problemsWith(
      'try',
      actions.map((one, id) => ({ ...attempt(one), id: `t${id}` })),
      largeFile(),
    ),
  ).toEqual([]);
});

test('an action is not called wrong for a part whose own line could not be read', () => {
  const file = withValue(largeFile(), 'try', [attempt('fail feed-2')]);
  expect(problemsWith('feeds.1.id', 'feed 2', file).filter((one) => one.startsWith('try'))).toEqual(
    [],
  );
  const paths = withValue(largeFile(), 'try', [attempt('cut NODE1.path-2')]);
  expect(problemsWith('nodes.0.paths', 'two', paths)).toEqual([
    'nodes.0.paths: "two" is not a whole number from 1 to 2',
  ]);
});
