import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { add, coreKit, currentBranch, needsKit, newHistory, planOf, seen, switchTo } from '#model';
import type { Action, History, Instant, Kit, Plan, Scenario, TimedAction, World } from '#model';
import type { Frame, Words } from '#story';
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

/** What was done to a scenario and where the reader looks: the state of a simulation, without playback. */
export interface LiveRun {
  readonly plan: Plan;
  readonly $view: ReadableAtom<View>;
  /** Looks at an instant of this run, whatever lies between milliseconds dropped. */
  readonly show: (cursor: Instant, refusal?: string) => void;
  /** The nearest instant that the picture has. */
  readonly clamp: (at: Instant) => Instant;
  /** Does something after the cursor; returns why it was refused, or nothing. */
  readonly perform: (action: TimedAction, cursor: Instant) => string;
  /** Begins a branch from the start, with these actions. */
  readonly begin: (actions: readonly TimedAction[]) => void;
  readonly goTo: (branch: number) => void;
  /** From now on runs are carried out with this kit. */
  readonly equip: (kit: Kit) => void;
  /** Whether the scenario, or one of some actions, needs a kit that is not there yet. */
  readonly lacksKitFor: (actions: readonly Action[]) => boolean;
}

/** Makes the state of a scenario's simulation, at rest. */
export function createLiveRun(scenario: Scenario, words: Words, atFirst: Kit): LiveRun {
  const plan = planOf(scenario);
  const { start } = scenario;
  let kit = atFirst;
  let history = newHistory(start);
  let telling = tellingOf(plan, [], words, kit);
  let worlds = new WorldCache(telling);

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
  const tell = (actions: readonly TimedAction[]): Telling => tellingOf(plan, actions, words, kit);
  const retell = (next: History, told = tell(currentBranch(next).actions)): void => {
    history = next;
    telling = told;
    worlds = new WorldCache(told);
  };
  return {
    plan,
    $view,
    show: (cursor, refusal = '') => $view.set(viewAt(Math.floor(cursor), refusal, $view.get())),
    clamp: (at) => Math.min(Math.max(at, start), telling.end),
    perform(action, cursor) {
      const kept = currentBranch(history).actions.filter(({ at }) => at <= cursor);
      const tried = tell([...kept, action]);
      const refusal = tried.execution.refusals.find(({ at }) => at === action.at);
      if (refusal) return words.refusalText(plan, refusal.reason);
      // What was tried is what is told now.
      retell(add(history, cursor, action), tried);
      return '';
    },
    begin(actions) {
      const branch = { actions, seenUntil: start, from: null };
      const untouched = currentBranch(history).actions.length === 0;
      const branches = untouched
        ? history.branches.with(history.current, branch)
        : [...history.branches, branch];
      retell({ branches, current: untouched ? history.current : branches.length - 1 });
    },
    goTo: (branch) => retell(switchTo(history, branch)),
    equip(next) {
      kit = next;
    },
    lacksKitFor: (actions) => kit === coreKit && needsKit(scenario, actions),
  };
}
