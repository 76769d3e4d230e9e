import { expect, test } from 'vitest';
import { loadScenario } from '#authoring';
import { LIMITS } from '#model';
import { createSimulation } from '#stores';
import * as words from '#story/words';
import { FakeFrames } from './support/frames.ts';
import { kindsIn, openSimulation } from './support/simulation.ts';

test('at rest nothing has happened and no frame is asked for', () => {
  const { $view, frames, plan } = openSimulation();
  const { cursor, frame, telling } = $view.get();
  expect(cursor).toBe(plan.scenario.start);
  expect(frame).toMatchObject({ phase: 'rest', service: 'online', owner: 'NODE1' });
  expect(telling.firstActionAt).toBeNull();
  expect(frames.asked).toBe(0);
});

test('at rest there is nothing to say: without words the picture is the same', () => {
  const silent = createSimulation(loadScenario('scc-two-nodes'), undefined, new FakeFrames());
  expect(silent.$view.get().frame).toEqual(openSimulation().$view.get().frame);
});

test('an action happens 1 ms after the cursor, and the cursor is where it has happened', () => {
  const simulation = openSimulation();
  const { start } = simulation.plan.scenario;
  simulation.act('power-off NODE1');
  const { cursor, telling, frame } = simulation.$view.get();
  expect(telling.firstActionAt).toBe(start + 1);
  expect(cursor).toBe(start + 1);
  expect(frame.service).toBe('down');
});

test('playing goes to the end of the run, stops there and begins again from the first action', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.play();
  simulation.frames.paintOut();
  const { cursor, telling } = simulation.$view.get();
  expect(cursor).toBe(telling.end);
  expect(simulation.$playing.get()).toBe(false);
  expect(simulation.$view.get().frame).toMatchObject({ phase: 'done', owner: 'NODE2' });

  simulation.play();
  expect(simulation.$view.get().cursor).toBe(telling.firstActionAt);
});

test('what makes no sense is refused with its reason, and nothing changes', () => {
  const simulation = openSimulation();
  simulation.act('mend private');
  const { refusal, cursor, telling, history } = simulation.$view.get();
  expect(refusal).toMatch(/^Private network is .* already\.$/);
  expect(cursor).toBe(simulation.plan.scenario.start);
  expect(telling.execution.occurrences).toEqual([]);
  expect(history.branches).toHaveLength(1);

  simulation.act('cut private');
  expect(simulation.$view.get().refusal).toBe('');
});

test('a refusal stays to be read: what was playing pauses', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.play();
  simulation.act('mend private');
  expect(simulation.$playing.get()).toBe(false);
  simulation.frames.paintOut();
  expect(simulation.$view.get().refusal).toMatch(/already\.$/);
});

test('text that is no action is refused with what would be right', () => {
  const simulation = openSimulation();
  simulation.act('power-of NODE1');
  expect(simulation.$view.get().refusal).toContain('power-off');
  simulation.act('power-off NODE3');
  expect(simulation.$view.get().refusal).toContain('NODE');
  simulation.act('');
  expect(simulation.$view.get().refusal).not.toBe('');
  expect(kindsIn(simulation)).toEqual([]);
});

test('more actions than a run may have are refused, not thrown', () => {
  const scenario = loadScenario('scc-two-nodes');
  const much = Array.from({ length: LIMITS.actionsInARun }, () => '0s mend private');
  const tries = [{ id: 'much', label: 'Do much', do: much, expect: [] }];
  const simulation = createSimulation({ ...scenario, tries }, words, new FakeFrames());
  simulation.attempt('much');
  simulation.act('power-off NODE1');
  expect(simulation.$view.get().refusal).toContain('more than');
});

test('steps from phase to phase and back, and from event to event', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  const phases: string[] = [];
  for (let step = 0; step < 20; step += 1) {
    simulation.nextPhase();
    phases.push(simulation.$view.get().frame.phase);
  }
  expect(new Set(phases)).toContain('arbitration');
  expect(phases.at(-1)).toBe('done');
  simulation.previousPhase();
  simulation.previousPhase();
  expect(simulation.$view.get().frame.phase).not.toBe('done');

  const { cursor, telling } = simulation.$view.get();
  simulation.nextEvent();
  const next = telling.execution.occurrences.find(({ at }) => at > cursor);
  expect(simulation.$view.get().cursor).toBe(next?.at);
});

test('the cursor stays between the start and the end of the run', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.seek(-5);
  expect(simulation.$view.get().cursor).toBe(simulation.plan.scenario.start);
  simulation.seek(Number.MAX_SAFE_INTEGER);
  expect(simulation.$view.get().cursor).toBe(simulation.$view.get().telling.end);
});

test('readings are those of the cursor', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  const first = simulation.$view.get().cursor;
  simulation.seek(first + 10_000);
  expect(simulation.reading('outage')).toBe('10 s');
  expect(simulation.reading('owner')).toBe('NODE1');
});

test('a thing to try starts over and does what it says', () => {
  const simulation = openSimulation('scc-split');
  simulation.act('power-off NODE2');
  simulation.attempt('move-then-cut');
  const { start } = simulation.plan.scenario;
  expect(simulation.$view.get().cursor).toBe(start + 1);
  expect(kindsIn(simulation)).toEqual(expect.arrayContaining(['move-started', 'network-cut']));
  expect(kindsIn(simulation)).not.toContain('node-powered-off');
  simulation.attempt('nothing-of-this-name');
  expect(kindsIn(simulation)).toContain('move-started');
});
