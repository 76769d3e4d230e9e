import type { ReadableAtom } from 'nanostores';
import { ActionError, coreKit, RunLimitError } from '#model';
import type { Action, Instant, Kit, Plan, Scenario, TimedAction } from '#model';
import { readingText } from '#story';
import type { ReadingName, Words } from '#story';
import { createLiveRun } from './live-run.ts';
import type { LiveRun, View } from './live-run.ts';
import { comfortableSpeed, createPlayback } from './playback.ts';
import type { Frames, Playback } from './playback.ts';
import { SILENT } from './telling.ts';

/** A live run of a page: what the reader sees, and the only ways to change it. */
export interface Simulation extends Playback {
  readonly plan: Plan;
  readonly $view: ReadableAtom<View>;
  /**
   * Does something 1 ms after the cursor. Text that is no action, and an action too many, is
   * reported as a refusal.
   */
  readonly act: (text: string) => void;
  /** Says why something that was asked for is not done. */
  readonly refuse: (reason: string) => void;
  /** Starts over and does what a `try` of the scenario says. */
  readonly attempt: (id: string) => void;
  readonly seek: (at: Instant) => void;
  readonly nextPhase: () => void;
  readonly previousPhase: () => void;
  readonly nextEvent: () => void;
  readonly previousEvent: () => void;
  /** Goes back to before the last action; what came of it stays to be seen. */
  readonly undo: () => void;
  readonly startOver: () => void;
  readonly showBranch: (branch: number) => void;
  /** A reading at the cursor, as it stands in a sentence. */
  readonly reading: (name: ReadingName) => string;
  /** From now on runs are carried out with this kit. */
  readonly equip: (kit: Kit) => void;
  /** Whether the scenario, or something that it suggests to try, needs a kit that is not there yet. */
  readonly lacksKit: () => boolean;
  /** Whether something needs a kit that is not there yet; false for text that is no action. */
  readonly lacksKitFor: (text: string) => boolean;
}

type Journey = Pick<
  Simulation,
  'seek' | 'nextPhase' | 'previousPhase' | 'nextEvent' | 'previousEvent' | 'undo'
>;

/** Going about in a run that has been told. */
function journeyIn({ $view, show, clamp }: LiveRun, pause: () => void): Journey {
  const seek = (at: Instant): void => {
    pause();
    show(clamp(Math.round(at)));
  };
  const phases = (): readonly Instant[] =>
    $view.get().telling.chronicle.phases.map(({ from }) => from);
  const events = (): readonly Instant[] =>
    $view.get().telling.execution.occurrences.map(({ at }) => at);
  const forward = (stops: readonly Instant[]): void =>
    seek(stops.find((at) => at > $view.get().cursor) ?? Number.MAX_SAFE_INTEGER);
  const back = (stops: readonly Instant[]): void =>
    seek(stops.findLast((at) => at < $view.get().cursor) ?? 0);
  return {
    seek,
    nextPhase: () => forward(phases()),
    previousPhase: () => back(phases()),
    nextEvent: () => forward(events()),
    previousEvent: () => back(events()),
    undo() {
      const { telling, cursor } = $view.get();
      const last = telling.execution.run.actions.findLast(({ at }) => at <= cursor);
      if (last) seek(last.at - 1);
    },
  };
}

/** What text says is to be done; nothing where it is no action. */
function readIf(read: () => Action): readonly Action[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof ActionError) return [];
    throw error;
  }
}

type Deeds = Pick<Simulation, 'act' | 'refuse' | 'attempt' | 'startOver' | 'showBranch'>;

/** Changing what was done. */
function deedsOn(run: LiveRun, scenario: Scenario, words: Words, pause: () => void): Deeds {
  const { plan, $view, show } = run;
  const { start, tries } = scenario;
  // While it plays the next frame would take the words away before they are read.
  const refuse = (reason: string): void => {
    pause();
    show($view.get().cursor, reason);
  };
  return {
    refuse,
    act(text) {
      const { cursor } = $view.get();
      try {
        const action = { at: cursor + 1, action: words.parseAction(plan, text) };
        const refusal = run.perform(action, cursor);
        if (refusal) refuse(refusal);
        else show(cursor + 1);
      } catch (error) {
        const known = error instanceof ActionError || error instanceof RunLimitError;
        if (!known) throw error;
        refuse(error.message);
      }
    },
    attempt(id) {
      const wanted = tries.find((candidate) => candidate.id === id);
      if (!wanted) return;
      pause();
      run.begin(
        wanted.do.map((text): TimedAction => {
          const { after, action } = words.parseTimedAction(plan, text);
          return { at: start + 1 + after, action };
        }),
      );
      show(start + 1);
    },
    startOver() {
      pause();
      run.begin([]);
      show(start);
    },
    showBranch(branch) {
      pause();
      run.goTo(branch);
      show(run.clamp($view.get().cursor));
    },
  };
}

/**
 * Makes the live run of a scenario. Nothing moves until the reader acts. Without words it can stand at
 * rest and no more: what is done to it would be done in silence.
 */
export function createSimulation(
  scenario: Scenario,
  words: Words = SILENT,
  frames?: Frames,
  kit: Kit = coreKit,
): Simulation {
  const run = createLiveRun(scenario, words, kit);
  const { $view, show, clamp } = run;
  /** Between two milliseconds while playing. */
  let exact: Instant | null = null;
  /** True once the reader has chosen a speed: then it is not chosen for them. */
  let chosen = false;
  const playback = createPlayback((passed) => {
    const { cursor } = $view.get();
    const from = exact !== null && Math.floor(exact) === cursor ? exact : cursor;
    exact = clamp(from + passed);
    if (Math.floor(exact) !== cursor) show(exact);
    return exact < $view.get().telling.end;
  }, frames);
  const end = (): Instant => $view.get().telling.end;
  return {
    ...playback,
    ...journeyIn(run, playback.pause),
    ...deedsOn(run, scenario, words, playback.pause),
    plan: run.plan,
    $view,
    play() {
      const { cursor, telling } = $view.get();
      if (cursor >= end()) show(telling.firstActionAt ?? scenario.start);
      if (!chosen) playback.setSpeed(comfortableSpeed(end() - $view.get().cursor));
      playback.play();
    },
    setSpeed(speed) {
      chosen = true;
      playback.setSpeed(speed);
    },
    equip: run.equip,
    lacksKit() {
      const suggested = scenario.tries.flatMap((attempt) => attempt.do);
      return run.lacksKitFor(
        suggested.flatMap((text) => readIf(() => words.parseTimedAction(run.plan, text).action)),
      );
    },
    lacksKitFor: (text) => run.lacksKitFor(readIf(() => words.parseAction(run.plan, text))),
    reading(name) {
      const { cursor, world, telling } = $view.get();
      const { execution, chronicle } = telling;
      return readingText(name, { execution, chronicle, world, at: cursor });
    },
  };
}
