import { expect, test } from 'vitest';
import { kindsIn, openSimulation } from './support/simulation.ts';

test('going back and acting again keeps what had been seen as an attempt of its own', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  const cut = simulation.$view.get().cursor;
  simulation.seek(cut + 30_000);
  simulation.seek(cut + 2_000);
  simulation.act('cut private');

  const { history, cursor } = simulation.$view.get();
  expect(cursor).toBe(cut + 2_001);
  expect(history.branches).toHaveLength(2);
  expect(history.branches[1]?.from).toEqual({ branch: 0, at: cut + 2_000 });
  expect(kindsIn(simulation)).toEqual(expect.arrayContaining(['node-powered-off', 'network-cut']));
});

test('an earlier attempt can be shown again, up to where it was seen', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.seek(simulation.$view.get().cursor + 30_000);
  const { seenUntil } = simulation.$view.get();
  simulation.seek(seenUntil - 29_000);
  simulation.act('cut private');

  simulation.showBranch(0);
  expect(kindsIn(simulation)).not.toContain('network-cut');
  expect(simulation.$view.get().seenUntil).toBe(seenUntil);
  simulation.showBranch(1);
  expect(kindsIn(simulation)).toContain('network-cut');
});

test('a future that nobody has seen is replaced, not kept', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.act('power-off NODE2');
  expect(simulation.$view.get().history.branches).toHaveLength(1);
  expect(simulation.$view.get().frame.owner).toBe('none');
});

test('undo goes back to before the last action, and what came of it stays to be seen', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  const { cursor } = simulation.$view.get();
  simulation.seek(cursor + 10_000);
  simulation.undo();
  expect(simulation.$view.get().cursor).toBe(cursor - 1);
  expect(simulation.$view.get().frame.service).toBe('online');
  expect(kindsIn(simulation)).toContain('node-powered-off');
});

test('starting over is a new attempt at rest; doing so twice is not two', () => {
  const simulation = openSimulation();
  simulation.act('power-off NODE1');
  simulation.startOver();
  simulation.startOver();
  const { history, frame, telling } = simulation.$view.get();
  expect(history.branches).toHaveLength(2);
  expect(frame.phase).toBe('rest');
  expect(telling.firstActionAt).toBeNull();
  simulation.showBranch(0);
  expect(kindsIn(simulation)).toContain('node-powered-off');
});

test('the same steps lead to the same view, whatever was tried between', () => {
  const straight = openSimulation();
  straight.act('power-off NODE1');
  straight.seek(straight.$view.get().cursor + 20_000);

  const roundabout = openSimulation();
  roundabout.act('cut public');
  roundabout.seek(roundabout.$view.get().cursor + 50_000);
  roundabout.startOver();
  roundabout.act('power-off NODE1');
  roundabout.seek(roundabout.$view.get().cursor + 20_000);
  expect(roundabout.$view.get().frame).toEqual(straight.$view.get().frame);
});
