import type { Agenda } from '../kernel/agenda.ts';
import { put, remove } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import { LIMITS, RunLimitError } from '../kernel/limits.ts';
import { must } from '../kernel/lookup.ts';
import { windowsResourceTypes } from '../cluster/index.ts';
import { exchangeResourceTypes } from '../exchange/index.ts';
import type { Occurrence } from '../occurrences/index.ts';
import type { Plan } from '../scenario/plan.ts';
import { entryFor, keyOf } from '../world/task.ts';
import type { Task, TaskType } from '../world/task.ts';
import type { Moment, World } from '../world/moment.ts';
import { copyOf, initialWorld } from './world.ts';

const resourceTypes = { ...windowsResourceTypes, ...exchangeResourceTypes };

/** Everything a run needs to go on from an instant. Plain data, so a copy is a snapshot. */
export interface State {
  at: Instant;
  readonly world: World;
  readonly agenda: Agenda<Task>;
  /** How many occurrences lie before this state. */
  happened: number;
}

/** The state at the start of a scenario. */
export function initialState(plan: Plan): State {
  return { at: 0, world: initialWorld(plan), agenda: [], happened: 0 };
}

/** A copy of a state that does not change when the run goes on. */
export function snapshot(state: State): State {
  return { ...state, world: copyOf(state.world), agenda: [...state.agenda] };
}

interface Writable {
  at: Instant;
  rank: Rank;
}

/**
 * The moments of a run: one object whose instant moves on. Occurrences are added to `trace`, which
 * is allowed to hold them already (a replay of what is known writes the same again).
 */
export function momentOf(plan: Plan, state: State, trace: Occurrence[]): Moment & Writable {
  let instantOfCount = -1;
  let count = 0;
  const guard = (at: Instant): void => {
    count = instantOfCount === at ? count + 1 : 1;
    instantOfCount = at;
    const where = { scenario: plan.scenario.id, seed: plan.scenario.seed, at };
    if (count > LIMITS.occurrencesInAnInstant) {
      throw new RunLimitError(
        `more than ${LIMITS.occurrencesInAnInstant} occurrences at one instant`,
        where,
      );
    }
    if (state.happened >= LIMITS.occurrencesInARun) {
      throw new RunLimitError(`more than ${LIMITS.occurrencesInARun} occurrences in a run`, where);
    }
  };
  const moment: Moment & Writable = {
    at: state.at,
    rank: 0,
    plan,
    parameters: plan.scenario.parameters,
    world: state.world,
    resourceTypes,
    occur(kind, subject, values, { because, rule }) {
      guard(moment.at);
      const id = state.happened;
      trace[id] = { id, at: moment.at, kind, subject, because, rule, values } as Occurrence;
      state.happened += 1;
      return id;
    },
    later(at: Instant, type: TaskType, subject: string, index = 0) {
      const place = must(plan.parts, subject).place;
      put(state.agenda, entryFor({ type, subject, index }, at, place));
    },
    cancel(type: TaskType, subject: string, index = 0) {
      remove(state.agenda, keyOf({ type, subject, index }));
    },
  };
  return moment;
}
