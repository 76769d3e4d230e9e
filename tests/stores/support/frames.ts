import type { Milliseconds } from '#model';
import type { Frames } from '#stores';

/** A screen that paints when a test says so, and counts what was asked of it. */
export class FakeFrames implements Frames {
  #now: Milliseconds = 1_000;
  #handle = 0;
  #waiting = new Map<number, (now: Milliseconds) => void>();
  /** How many frames have been asked for. */
  asked = 0;

  readonly request = (callback: (now: Milliseconds) => void): number => {
    this.asked += 1;
    this.#handle += 1;
    this.#waiting.set(this.#handle, callback);
    return this.#handle;
  };

  readonly cancel = (handle: number): void => void this.#waiting.delete(handle);

  /** True while somebody waits for a frame. */
  get awaited(): boolean {
    return this.#waiting.size > 0;
  }

  /** Paints one frame after a time. */
  paint(after: Milliseconds): void {
    this.#now += after;
    const callbacks = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of callbacks) callback(this.#now);
  }

  /** Paints, 50 ms apart, until nobody waits for a frame. Returns how many were painted. */
  paintOut(): number {
    let painted = 0;
    for (; this.awaited; painted += 1) {
      if (painted > 10_000) throw new Error('playing never ends');
      this.paint(50);
    }
    return painted;
  }
}
