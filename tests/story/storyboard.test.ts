import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '#model/whole';
import { sentenceFor, storyboardOf, transcriptOf, weightOf } from '#story/words';
import { randomRuns } from '../model/support/arbitrary.ts';
import { cluster } from '../model/support/cluster.ts';
import { expectProse } from './support/prose.ts';

const powerCut = cluster().at('0s', 'power-off NODE1').run();

test('a power cut is told as fault, decision and result', () => {
  const [fault, decision, result] = storyboardOf(powerCut.execution);
  expect(fault).toMatchObject({ title: 'The fault', time: '0:00' });
  expect(fault?.frame).toMatchObject({ service: 'down', owner: 'NODE1' });
  expect(decision?.title).toBe('The decision');
  expect(decision?.sentence).toEqual(sentenceFor(powerCut.plan, powerCut.the('quorum-taken')));
  expect(result).toMatchObject({ title: 'The result' });
  expect(result?.frame).toMatchObject({ service: 'online', owner: 'NODE2', phase: 'done' });
});

test('a planned move begins with a request', () => {
  const { execution } = cluster().at('0s', 'move EXMBX NODE2').run();
  expect(storyboardOf(execution)[0]?.title).toBe('The request');
});

test.each([
  'shut-down NODE1',
  'pause-node NODE1',
  'take-offline EXMBX',
  'stop-cluster-service NODE1',
])('`%s` is a request, not a fault', (action) => {
  const { execution } = cluster().at('0s', action).run();
  expect(storyboardOf(execution)[0]?.title).toBe('The request');
});

test('where votes decide, counting them is the decision', () => {
  const ran = cluster({ nodes: 3, quorum: 'node-majority' }).at('0s', 'power-off NODE1').run();
  expect(storyboardOf(ran.execution)[1]?.sentence.text).toBe('NODE2 counts 2 of 3 votes');
});

test('a run in which nothing happens has no pictures and no transcript', () => {
  const { execution } = cluster().run();
  expect(storyboardOf(execution)).toEqual([]);
  expect(transcriptOf(execution)).toEqual([]);
});

test('the transcript tells everything that is more than a detail, in order', () => {
  const told = powerCut.occurrences.filter((one) => weightOf(powerCut.plan, one) !== 'detail');
  expect(transcriptOf(powerCut.execution).map(({ text }) => text)).toEqual(
    told.map((occurrence) => sentenceFor(powerCut.plan, occurrence).text),
  );
});

test('whatever is done, the story is three pictures in the order of time', () => {
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const execution = execute(run);
      const frames = storyboardOf(execution);
      expect(frames).toHaveLength(execution.occurrences.length === 0 ? 0 : 3);
      const instants = frames.map(({ frame }) => frame.at);
      expect(instants).toEqual(instants.toSorted((one, other) => one - other));
      for (const { sentence } of frames) expectProse(sentence.text);
    }),
    { numRuns: 60 },
  );
});
