import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute, parseAction, worldAt } from '#model';
import type { Execution, Instant } from '#model';
import { chronicleOf, frameOf, phaseAt } from '#story';
import type { Frame, Press } from '#story';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import { START } from '../model/support/scenario.ts';
import { server } from '../model/support/server.ts';
import { expectProse } from './support/prose.ts';

function pictureOf(execution: Execution, at: Instant): Frame {
  const chronicle = chronicleOf(execution, Math.max(execution.steadyAt, at) + 1);
  const { plan } = execution.run;
  const world = worldAt(execution, at);
  return frameOf(plan, world, execution.occurrences, at, phaseAt(chronicle, at));
}

function pressesOf({ nodes, publicNetwork, heartbeat, array, disks, identity }: Frame): Press[] {
  return [
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
