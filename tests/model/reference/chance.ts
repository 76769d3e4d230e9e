import { draw } from '../../../src/model/kernel/chance.ts';

/** One after the other, always the same: whole numbers below a limit. */
export class Chance {
  private index = 0;
  private readonly seed: number;
  constructor(seed: number) {
    this.seed = seed;
  }

  below(limit: number): number {
    this.index += 1;
    return draw(this.seed, 'random run', this.index) % limit;
  }

  one<Value>(list: readonly Value[]): Value {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }
}
