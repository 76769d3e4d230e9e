import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { Milliseconds } from '#model';

/** How many seconds of the cluster pass in one of the reader's. */
export const SPEEDS = [1, 2, 5, 10, 30, 120, 600] as const;
export type Speed = (typeof SPEEDS)[number];

/** How long a reader is asked to watch, at most, before a run is over. */
const PATIENCE: Milliseconds = 30_000;

/** The slowest speed, but five at least, at which so much of the cluster's time is soon over. */
export function comfortableSpeed(left: Milliseconds): Speed {
  return SPEEDS.find((speed) => speed >= 5 && left / speed <= PATIENCE) ?? 600;
}

/** A gap this long means that the page was hidden or the machine slept: it is not played. */
const LONGEST_GAP: Milliseconds = 500;

/** The outside world of playback: asks for the next painted frame, and can take the request back. */
export interface Frames {
  readonly request: (callback: (now: Milliseconds) => void) => number;
  readonly cancel: (handle: number) => void;
}

/** The browser's own frames. */
const browserFrames: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Turns painted frames into time of the cluster while playing, and asks for none while not. */
export interface Playback {
  readonly $playing: ReadableAtom<boolean>;
  readonly $speed: ReadableAtom<Speed>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** `advance` is told how much of the cluster's time has passed; it returns false to stop. */
export function createPlayback(
  advance: (passed: Milliseconds) => boolean,
  frames: Frames = browserFrames,
): Playback {
  const $playing = atom(false);
  const $speed = atom<Speed>(5);
  let handle = 0;
  let before: Milliseconds | null = null;

  const pause = (): void => {
    frames.cancel(handle);
    before = null;
    $playing.set(false);
  };
  const step = (now: Milliseconds): void => {
    const passed = before === null ? 0 : Math.min(now - before, LONGEST_GAP);
    before = now;
    if (advance(passed * $speed.get())) handle = frames.request(step);
    else pause();
  };
  return {
    $playing,
    $speed,
    play() {
      if ($playing.get()) return;
      $playing.set(true);
      handle = frames.request(step);
    },
    pause,
    setSpeed: (speed) => $speed.set(speed),
  };
}
