import type { Agenda } from '../kernel/agenda.ts';
import { put, remove } from '../kernel/agenda.ts';
import type { Instant, Rank } from '../kernel/instant.ts';
import { LIMITS, RunLimitError } from '../kernel/limits.ts';
import { must } from '../kernel/lookup.ts';
import { sameHardware } from '../hardware/index.ts';
import type { Occurrence } from '../occurrences/index.ts';
import { defaultsOf } from '../properties/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Kit, Moment, World } from '../world/moment.ts';
import { ordinalOf, taskFor } from '../world/task.ts';
import type { Task, TaskKind } from '../world/task.ts';
import { tablesOf } from './tables.ts';
import { copyOf, initialWorld } from './world.ts';

/**
 * Everything a run needs to go on from an instant. A copy made by `copyState` is a snapshot; one made
 * otherwise may hold what ears share as their own.
 */
export interface State {
  at: Instant;
  readonly world: World;
  readonly agenda: Agenda<Task>;
}

/** A state that was kept, and how many occurrences lie before it. */
export interface Snapshot extends State {
  readonly happened: number;
}

const initialWorlds = new WeakMap<Plan, World>();

/** The state at the start of a scenario; its world is put together once for a plan. */
export function initialState(plan: Plan): State {
  let world = initialWorlds.get(plan);
  if (!world) {
    world = initialWorld(plan);
    initialWorlds.set(plan, world);
  }
  return copyState({ at: 0, world, agenda: [] });
}

/** A copy of a state that does not change when the run goes on. */
export function copyState({ at, world, agenda }: State): State {
  const copy = copyOf(world);
  sameHardware(world, copy);
  return { at, world: copy, agenda: [...agenda] };
}

interface Writable {
  at: Instant;
  rank: Rank;
}

/**
 * The moments of a run: one object whose instant moves on. Occurrences are added to `trace`, which
 * holds all that happened before.
 */
export function momentOf(
  plan: Plan,
  kit: Kit,
  state: State,
  trace: Occurrence[],
): Moment & Writable {
  const { resourceTypes, noticeFor } = tablesOf(kit);
  let instantOfCount = -1;
  let count = 0;
  const guard = (at: Instant): void => {
    count = instantOfCount === at ? count + 1 : 1;
    instantOfCount = at;
    const { occurrencesInAnInstant: most, occurrencesInARun: mostOfAll } = LIMITS;
    if (count > most)
      throw new RunLimitError(`more than ${most} occurrences at one instant`, plan.scenario, at);
    if (trace.length >= mostOfAll)
      throw new RunLimitError(`more than ${mostOfAll} occurrences in a run`, plan.scenario, at);
  };
  const moment: Moment & Writable = {
    at: state.at,
    rank: 0,
    plan,
    parameters: plan.scenario.parameters,
    world: state.world,
    defaults: defaultsOf(plan),
    resourceTypes,
    noticeFor,
    kit,
    occur(kind, subject, values, { because, rule }) {
      guard(moment.at);
      const id = trace.length;
      trace.push({ id, at: moment.at, kind, subject, because, rule, values } as Occurrence);
      return id;
    },
    later(at: Instant, kind: TaskKind, subject: string, index = 0) {
      put(state.agenda, taskFor(at, kind, must(plan.parts, subject), index));
    },
    cancel(kind: TaskKind, subject: string, index = 0) {
      const { place } = must(plan.parts, subject);
      remove(state.agenda, { place, ordinal: ordinalOf(kind, index) });
    },
  };
  return moment;
}
