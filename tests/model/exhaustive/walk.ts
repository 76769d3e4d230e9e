import { INVARIANTS } from '#model';
import type { Action, Instant, Plan } from '#model';
import { wholeKit } from '#model/whole';
import { peek } from '../../../src/model/kernel/agenda.ts';
import { ACTION } from '../../../src/model/world/task.ts';
import { perform } from '../../../src/model/actions/index.ts';
import { advance, begin } from '../../../src/model/run/execute.ts';
import type { Progress } from '../../../src/model/run/execute.ts';
import { copyState, momentOf } from '../../../src/model/run/state.ts';
import { nameOfTask } from '../support/tasks.ts';

export type { Progress };

/** Nothing that happens in these clusters takes longer: a failed resource is tried again after an hour. */
const UNTIL_STEADY = 12 * 3_600_000;

/** Something that must not be, with what was done until then. */
class Broken extends Error {
  override readonly name = 'Broken';
}

/** A run of a plan before anything was done, and before an instant. */
export function before(plan: Plan, at: Instant): Progress {
  const progress = begin(plan, [], wholeKit);
  proceed(progress, at - 1);
  return progress;
}

/** The same run again, to go on in another way. */
export function fork(progress: Progress): Progress {
  return {
    ...progress,
    state: copyState(progress.state),
    trace: progress.trace.slice(),
    refusals: [],
  };
}

/** Goes on with a run up to an instant; throws Broken where an invariant does not hold after one. */
export function proceed(progress: Progress, until: Instant): void {
  const { plan, state } = progress;
  advance(progress, until, () => {
    if (peek(state.agenda)?.at === state.at) return;
    for (const { name, broken } of INVARIANTS) {
      const what = broken(plan, state.world);
      if (what !== null) throw new Broken(`${name}: ${what} (instant ${state.at})`);
    }
  });
}

/** Does something at an instant to a run that stands before it; the run itself is left as it is. */
export function act(from: Progress, at: Instant, action: Action): Progress {
  const next = { ...fork(from), actions: [...from.actions, { at, action }] };
  const { plan, state, trace } = next;
  momentOf(plan, wholeKit, state, trace).later(
    at,
    ACTION,
    plan.nodes[0] ?? '',
    from.actions.length,
  );
  proceed(next, at);
  return next;
}

/** Those actions that would not be refused by a run that stands before an instant. */
export function accepted(from: Progress, at: Instant, actions: readonly Action[]): Action[] {
  let untouched: Progress | null = null;
  return actions.filter((action) => {
    untouched ??= fork(from);
    const { plan, state, trace } = untouched;
    const moment = Object.assign(momentOf(plan, wholeKit, state, trace), { at });
    try {
      if (perform(moment, action) !== null) return false;
    } catch {
      // Who carries it out will see the same.
    }
    untouched = null;
    return true;
  });
}

/** Goes on until nothing is left to happen; throws Broken where that does not come. */
export function untilSteady(progress: Progress): void {
  const { state, actions, plan } = progress;
  proceed(progress, (actions.at(-1)?.at ?? plan.scenario.start) + UNTIL_STEADY);
  const next = peek(state.agenda);
  if (next) throw new Broken(`it does not become steady: ${nameOfTask(next.kind)} at ${next.at}`);
}

/** The instants at which something happened after a place in the trace, each once. */
export function instantsSince({ trace }: Progress, happened: number): Instant[] {
  return [...new Set(trace.slice(happened).map(({ at }) => at))];
}
