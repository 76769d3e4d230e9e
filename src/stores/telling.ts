import { carryOut, worldAt } from '#model';
import type { Execution, Instant, Kit, Plan, TimedAction, World } from '#model';
import { chronicleOf, frameOf, phaseAt } from '#story';
import type { Chronicle, Frame, Words } from '#story';

/** Only what has words can be asked for something: without them it is a mistake of ours. */
function deaf(): never {
  throw new Error('a simulation without words can only stand at rest');
}

/** What a simulation at rest has to say. One that is not gets its words from `#story/words`. */
export const SILENT: Words = {
  parseAction: deaf,
  parseTimedAction: deaf,
  sentenceFor: () => ({ text: '', why: '' }),
  weightOf: () => 'detail',
  refusalText: () => '',
};

/** A run that is shown: carried out, told, and its world wherever the reader looks. */
export interface Telling {
  readonly execution: Execution;
  /** In which it is told. */
  readonly words: Words;
  readonly chronicle: Chronicle;
  /** The reader's first action, from which the screen counts; null before it. */
  readonly firstActionAt: Instant | null;
  /** Where the picture ends. */
  readonly end: Instant;
}

const AFTERWARDS = 5_000;
const AT_REST = 60_000;

/** Carries out what the reader has done so far with the kit, to be told in the words. */
export function tellingOf(
  plan: Plan,
  actions: readonly TimedAction[],
  words: Words,
  kit: Kit,
): Telling {
  const execution = carryOut({ plan, actions }, kit);
  const firstActionAt = execution.occurrences[0]?.at ?? null;
  const end =
    firstActionAt === null ? plan.scenario.start + AT_REST : execution.steadyAt + AFTERWARDS;
  return { execution, words, chronicle: chronicleOf(execution, end), firstActionAt, end };
}

/** Remembers the world between two occurrences, where it does not change. */
export class WorldCache {
  readonly #telling: Telling;
  #from: Instant = 0;
  #to: Instant = 0;
  #world: World | null = null;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** The world after everything that happens at an instant. */
  at(instant: Instant): World {
    if (this.#world && instant >= this.#from && instant < this.#to) return this.#world;
    const { occurrences } = this.#telling.execution;
    const next = occurrences.find(({ at }) => at > instant);
    this.#world = worldAt(this.#telling.execution, instant);
    this.#from = instant;
    this.#to = next?.at ?? Number.POSITIVE_INFINITY;
    return this.#world;
  }
}

/** The picture of a told run at an instant. */
export function pictureAt(telling: Telling, world: World, at: Instant): Frame {
  const { execution, chronicle, words } = telling;
  const { run, occurrences } = execution;
  return frameOf(run.plan, world, occurrences, at, phaseAt(chronicle, at), words);
}
