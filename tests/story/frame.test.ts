import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAction, worldAt } from '#model';
import type { Execution, Instant } from '#model';
import { execute } from '#model/whole';
import { chronicleOf, frameOf, phaseAt } from '#story';
import type { Frame, Press } from '#story';
import * as words from '#story/words';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import { START } from '../model/support/scenario.ts';
import { server } from '../model/support/server.ts';
import { expectProse } from './support/prose.ts';

function pictureOf(execution: Execution, at: Instant): Frame {
  const chronicle = chronicleOf(execution, Math.max(execution.steadyAt, at) + 1);
  const { plan } = execution.run;
  const world = worldAt(execution, at);
  return frameOf(plan, world, execution.occurrences, at, phaseAt(chronicle, at), words);
}

function pressesOf(frame: Frame): Press[] {
  const { nodes, publicNetwork, heartbeat, array, disks, identity, chores } = frame;
  return [
    ...chores,
    ...nodes.flatMap(({ press, cables, path }) => [
      press,
      ...cables.map((one) => one.press),
      path.press,
    ]),
    ...disks.map(({ press }) => press),
    publicNetwork.press,
    array.press,
    ...(heartbeat ? [heartbeat.press] : []),
    ...(identity.press ? [identity.press] : []),
  ];
}

const powerCut = cluster().at('0s', 'power-off NODE1').run();

test('at rest NODE1 is active with everything online, and nothing has to be said', () => {
  const frame = pictureOf(cluster().run().execution, START);
  expect(frame).toMatchObject({ phase: 'rest', service: 'online', owner: 'NODE1', caption: null });
  const [first, second] = frame.nodes;
  expect(first?.activity).toBe('active');
  expect(first?.resources.every(({ tone }) => tone === 'online')).toBe(true);
  expect(second).toMatchObject({ activity: 'passive', resources: [] });
});

test('the caption says the latest thing that mattered, at the node that did it', () => {
  const { at } = powerCut.the('node-declared-down');
  expect(pictureOf(powerCut.execution, at).caption).toEqual({
    about: 'NODE2',
    text: 'NODE2 declares NODE1 down',
  });
  expect(pictureOf(powerCut.execution, at - 1).caption?.text).not.toContain('declares');
});

test('who challenges for the quorum is captioned where it stands, by whatever means it does', () => {
  const { at } = powerCut.the('quorum-challenged');
  expect(pictureOf(powerCut.execution, at).caption).toEqual({
    about: 'NODE2',
    text: 'NODE2 challenges for the quorum disk',
  });
});

test('a switch that was pressed offers the way back', () => {
  const labels = pressesOf(pictureOf(powerCut.execution, START)).map(({ label }) => label);
  expect(labels).toContain('Power NODE1 on');
  expect(labels).not.toContain("Cut NODE1's power");
});

test('clients come back one by one', () => {
  const back = powerCut.the('service-restored').at;
  const connected = [START - 1, START + 1, back + 5_000, powerCut.execution.steadyAt].map(
    (at) => pictureOf(powerCut.execution, at).clients,
  );
  expect(connected.map(({ word }) => word)).toEqual([
    'connected',
    'retrying',
    expect.stringMatching(/^\d+ connected$/),
    'connected',
  ]);
});

test('a server that stands alone has no heartbeat', () => {
  expect(pictureOf(server().run().execution, START).heartbeat).toBeNull();
});

describe('of more than two nodes', () => {
  const four = { nodes: 4, quorum: 'node-majority' } as const;

  test('every node has its cabinet, and one of them the mailbox server', () => {
    const { nodes, identity } = pictureOf(cluster(four).run().execution, START);
    expect(nodes.map(({ activity }) => activity)).toEqual([
      'active',
      'passive',
      'passive',
      'passive',
    ]);
    expect(identity).toMatchObject({ owner: 'NODE1', place: 0 });
  });

  test('the heartbeat is that of those who are left', () => {
    const ran = cluster(four).at('0s', 'power-off NODE4').run();
    const wordAt = (after: number) => pictureOf(ran.execution, START + after).heartbeat?.word ?? '';
    expect(wordAt(-1)).toBe('every 1.2 s');
    expect(wordAt(5_000)).toMatch(/^silent for \d s$/);
    expect(wordAt(60_000)).toBe('every 1.2 s');
  });

  test('the mailbox server is offered to a node that runs', () => {
    const ran = cluster(four).at('0s', 'power-off NODE2').run();
    const { identity } = pictureOf(ran.execution, ran.execution.steadyAt);
    expect(identity.press?.action).toBe('move EXMBX NODE3');
  });

  test('a part that was forced has a picture of its own in its cabinet', () => {
    const ran = cluster({ nodes: 3, quorum: 'node-majority', publicRole: 'client' })
      .at('0s', 'cut NODE1.private')
      .at('5m', 'force-quorum NODE1')
      .run();
    const { nodes } = pictureOf(ran.execution, ran.execution.steadyAt);
    expect(nodes.map(({ resources }) => resources.length > 0)).toEqual([true, false, true]);
  });
});

describe('of a cluster with two of everything', () => {
  const redundant = {
    paths: 2,
    teamed: true,
    switches: { public: ['switch-1', 'switch-2'] },
    feeds: { array: ['feed-1'] },
  };

  test('a cut cable is shown cut, and the network goes on over the other', () => {
    const { execution } = cluster(redundant).at('0s', 'cut NODE1.public').run();
    const cable = pictureOf(execution, START).nodes[0]?.cables.find(
      ({ id }) => id === 'NODE1.public',
    );
    expect(cable).toMatchObject({ whole: false, live: true });
  });

  test('a dead switch leaves a whole cable without life where there is no other', () => {
    const { execution } = cluster({ switches: { public: ['switch-1'] } })
      .at('0s', 'cut switch-1')
      .run();
    const cable = pictureOf(execution, START).nodes[0]?.cables.find(
      ({ id }) => id === 'NODE1.public',
    );
    expect(cable).toMatchObject({ whole: true, live: false });
  });

  test('a cut path is shown cut, and the disks are used over the other', () => {
    const { execution } = cluster(redundant).at('0s', 'cut NODE1.path-1').run();
    expect(pictureOf(execution, START).nodes[0]?.path).toMatchObject({ whole: false, live: true });
  });

  test('an array without electricity says so on every disk', () => {
    const { execution } = cluster(redundant).at('0s', 'fail feed-1').run();
    const { array, disks } = pictureOf(execution, START);
    expect(array).toMatchObject({ tone: 'failed', word: 'no power' });
    expect(disks.every(({ tone }) => tone === 'failed')).toBe(true);
  });
});

test.each([
  ['hang NODE2', 'Wake NODE2'],
  ['pause-node NODE2', 'Resume NODE2'],
  ['stop-cluster-service NODE2', "Start NODE2's cluster service"],
])('after `%s` there is something to do: %s', (action, chore) => {
  const { execution } = cluster().at('0s', action).run();
  const { chores } = pictureOf(execution, START + 1_000);
  expect(chores.map(({ label }) => label)).toEqual([chore]);
});

test('only the disks of the database that lost its file are empty', () => {
  const { execution } = cluster({ secondDatabase: true })
    .at('0s', 'fail E')
    .at('10m', 'repair E')
    .run();
  const { disks, chores } = pictureOf(execution, START + 600_000);
  const words = disks.map(({ id, word }) => `${id} ${word}`);
  expect(words.filter((word) => word.endsWith('empty'))).toEqual(['E empty']);
  expect(chores.map(({ action }) => action)).toEqual(['restore-backup mailbox-database']);
});

test('whatever is done and whenever one looks, the picture has its words and its switches work', () => {
  const moment = fc.integer({ min: 0, max: 900_000 });
  fc.assert(
    fc.property(randomRuns(), moment, (run, after) => {
      const frame = pictureOf(execute(run), START + after);
      if (frame.caption) expectProse(frame.caption.text);
      for (const { word, note, resources } of frame.nodes) {
        expectProse(word);
        if (note) expectProse(note);
        for (const resource of resources) expectProse(resource.word);
      }
      const presses = pressesOf(frame);
      expect(new Set(presses.map(({ action }) => action)).size).toBe(presses.length);
      for (const { action, label } of presses) {
        expectProse(label);
        expect(() => parseAction(run.plan, action)).not.toThrow();
      }
    }),
    { numRuns: 60 },
  );
});
