import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import {
  ActionError,
  RunLimitError,
  add,
  currentBranch,
  newHistory,
  parseAction,
  parseTimedAction,
  planOf,
  seen,
  switchTo,
} from '#model';
import type { History, Instant, Plan, Scenario, TimedAction, World } from '#model';
import { readingText, refusalText } from '#story';
import type { Frame, ReadingName } from '#story';
import { comfortableSpeed, createPlayback } from './playback.ts';
import type { Frames, Playback } from './playback.ts';
import { reuse } from './reuse.ts';
import { WorldCache, pictureAt, tellingOf } from './telling.ts';
import type { Telling } from './telling.ts';

/** Everything that is drawn of a simulation at one moment of the reader's. */
export interface View {
  readonly cursor: Instant;
  readonly frame: Frame;
  /** The world that the frame is a picture of. */
  readonly world: World;
  readonly telling: Telling;
  /** Up to where the reader has seen this branch. */
  readonly seenUntil: Instant;
  readonly history: History;
  /** Why the last thing the reader tried was refused; empty when it was not. */
  readonly refusal: string;
}

/** A live run of a page: what the reader sees, and the only ways to change it. */
export interface Simulation extends Playback {
  readonly plan: Plan;
  readonly $view: ReadableAtom<View>;
  /**
   * Does something 1 ms after the cursor. Text that is no action, and an action too many, is
   * reported as a refusal.
   */
  readonly act: (text: string) => void;
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
}

/** Makes the live run of a scenario. Nothing moves until the reader acts. */
export function createSimulation(scenario: Scenario, frames?: Frames): Simulation {
  const plan = planOf(scenario);
  const { start } = scenario;
  let history = newHistory(start);
  let telling = tellingOf(plan, []);
  let worlds = new WorldCache(telling);
  /** True once the reader has chosen a speed: then it is not chosen for them. */
  let chosen = false;
  /** Between two milliseconds while playing. */
  let exact = start;

  const viewAt = (cursor: Instant, refusal: string, before?: View): View => {
    history = seen(history, cursor);
    const world = worlds.at(cursor);
    const frame = pictureAt(telling, world, cursor);
    return {
      cursor,
      world,
      frame: before ? reuse(before.frame, frame) : frame,
      telling,
      seenUntil: currentBranch(history).seenUntil,
      history,
      refusal,
    };
  };
  const $view = atom<View>(viewAt(start, ''));
  const show = (cursor: Instant, refusal = ''): void => {
    exact = cursor;
    $view.set(viewAt(Math.floor(cursor), refusal, $view.get()));
  };
  const retell = (next: History): void => {
    history = next;
    telling = tellingOf(plan, currentBranch(history).actions);
    worlds = new WorldCache(telling);
  };
  const clamp = (at: Instant): Instant => Math.min(Math.max(at, start), telling.end);
  const playback = createPlayback((passed) => {
    const next = clamp(exact + passed);
    if (Math.floor(next) !== $view.get().cursor) show(next);
    exact = next;
    return next < telling.end;
  }, frames);
  const seek = (at: Instant): void => {
    playback.pause();
    show(clamp(Math.round(at)));
  };
  const perform = (action: TimedAction, cursor: Instant): string => {
    const tried = tellingOf(plan, [
      ...currentBranch(history).actions.filter(({ at }) => at <= cursor),
      action,
    ]);
    const refusal = tried.execution.refusals.find(({ at }) => at === action.at);
    if (refusal) return refusalText(plan, refusal.reason);
    retell(add(history, cursor, action));
    return '';
  };
  const fresh = (): void => {
    if (currentBranch(history).actions.length === 0) return;
    const branches = [...history.branches, { actions: [], seenUntil: start, from: null }];
    retell({ branches, current: branches.length - 1 });
  };
  /** The instants at which a phase or an event begins. */
  const phaseStarts = (): readonly Instant[] => telling.chronicle.phases.map(({ from }) => from);
  const eventInstants = (): readonly Instant[] => telling.execution.occurrences.map(({ at }) => at);
  const forward = (stops: readonly Instant[]): void =>
    seek(stops.find((at) => at > $view.get().cursor) ?? telling.end);
  const back = (stops: readonly Instant[]): void =>
    seek(stops.findLast((at) => at < $view.get().cursor) ?? start);

  return {
    ...playback,
    plan,
    $view,
    play() {
      if ($view.get().cursor >= telling.end) show(telling.firstActionAt ?? start);
      if (!chosen) playback.setSpeed(comfortableSpeed(telling.end - $view.get().cursor));
      playback.play();
    },
    setSpeed(speed) {
      chosen = true;
      playback.setSpeed(speed);
    },
    act(text) {
      const { cursor } = $view.get();
      try {
        const refusal = perform({ at: cursor + 1, action: parseAction(plan, text) }, cursor);
        show(refusal ? cursor : cursor + 1, refusal);
      } catch (error) {
        const known = error instanceof ActionError || error instanceof RunLimitError;
        if (!known) throw error;
        show(cursor, error.message);
      }
    },
    attempt(id) {
      const wanted = scenario.tries.find((candidate) => candidate.id === id);
      if (!wanted) return;
      playback.pause();
      fresh();
      const actions = wanted.do.map((text): TimedAction => {
        const { after, action } = parseTimedAction(plan, text);
        return { at: start + 1 + after, action };
      });
      const branch = { ...currentBranch(history), actions };
      retell({ ...history, branches: history.branches.with(history.current, branch) });
      show(start + 1);
    },
    seek,
    nextPhase: () => forward(phaseStarts()),
    previousPhase: () => back(phaseStarts()),
    nextEvent: () => forward(eventInstants()),
    previousEvent: () => back(eventInstants()),
    undo() {
      const last = currentBranch(history).actions.findLast(({ at }) => at <= $view.get().cursor);
      if (last) seek(last.at - 1);
    },
    startOver() {
      playback.pause();
      fresh();
      show(start);
    },
    showBranch(branch) {
      playback.pause();
      retell(switchTo(history, branch));
      show(clamp($view.get().cursor));
    },
    reading(name) {
      const { cursor, world } = $view.get();
      const { execution, chronicle } = telling;
      return readingText(name, { execution, chronicle, world, at: cursor });
    },
  };
}
