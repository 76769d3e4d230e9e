import { expect, test } from 'vitest';
import { createPlayback } from '#stores';
import { FakeFrames } from './support/frames.ts';

/** A playback that writes down how much of the cluster's time it was told has passed. */
function listening(most = Number.POSITIVE_INFINITY) {
  const frames = new FakeFrames();
  const told: number[] = [];
  const playback = createPlayback((passed) => {
    told.push(passed);
    return told.reduce((sum, time) => sum + time, 0) < most;
  }, frames);
  return { frames, told, playback };
}

test('asks for no frame until it plays', () => {
  const { frames, playback } = listening();
  playback.setSpeed(10);
  expect(frames.asked).toBe(0);
  expect(playback.$playing.get()).toBe(false);
});

test('passes the time between frames on, as often as the speed says', () => {
  const { frames, told, playback } = listening();
  playback.setSpeed(10);
  playback.play();
  frames.paint(16);
  frames.paint(20);
  playback.setSpeed(2);
  frames.paint(20);
  expect(told).toEqual([0, 200, 40]);
});

test('does not play the time for which a page was hidden', () => {
  const { frames, told, playback } = listening();
  playback.setSpeed(1);
  playback.play();
  frames.paint(16);
  frames.paint(3_600_000);
  expect(told.at(-1)).toBe(500);
});

test('does not play the time for which it was paused', () => {
  const { frames, told, playback } = listening();
  playback.setSpeed(1);
  playback.play();
  frames.paint(16);
  playback.pause();
  expect(frames.awaited).toBe(false);
  playback.play();
  frames.paint(400);
  expect(told).toEqual([0, 0]);
});

test('asks for no more frames when there is nothing left to play', () => {
  const { frames, playback } = listening(1_000);
  playback.play();
  frames.paintOut();
  const { asked } = frames;
  frames.paint(50);
  expect(playback.$playing.get()).toBe(false);
  expect(frames.asked).toBe(asked);
});

test('plays once, however often it is told to', () => {
  const { frames, playback } = listening();
  playback.play();
  playback.play();
  expect(frames.asked).toBe(1);
});
