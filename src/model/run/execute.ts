import { peek } from '../kernel/agenda.ts';
import { RANK } from '../kernel/instant.ts';
import type { Instant } from '../kernel/instant.ts';
import { LIMITS, RunLimitError } from '../kernel/limits.ts';
import { must } from '../kernel/lookup.ts';
import { perceive } from '../cluster/index.ts';
import { noticeReplacement } from '../exchange/index.ts';
import { perform } from '../actions/index.ts';
import type { Refusal, TimedAction } from '../actions/index.ts';
import type { Occurrence } from '../occurrences/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Moment, World } from '../world/moment.ts';
import { handle } from './handle.ts';
import { initialState, momentOf, snapshot } from './state.ts';
import type { State } from './state.ts';

/** A run: a prepared scenario and what is done to it. Everything else follows from these two. */
export interface Run {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
}

/** A run, carried out up to an instant. */
export interface Execution {
  readonly run: Run;
  readonly occurrences: readonly Occurrence[];
  readonly refusals: readonly Refusal[];
  /** When the last thing happened after which nothing is going to be different. */
  readonly steadyAt: Instant;
  /** True when it stopped because of `until`, with something still to come. */
  readonly unfinished: boolean;
  readonly snapshots: readonly State[];
}

const STEADY_MARGIN = 60_000;
const LONGEST_DEFAULT = 3_600_000;
const OCCURRENCES_BETWEEN_SNAPSHOTS = 64;

/** The actions with unusable instants refused by throwing, sorted by instant; equal ones keep their order. */
function ordered(run: Run): readonly TimedAction[] {
  const { id: scenario, seed } = run.plan.scenario;
  if (run.actions.length > LIMITS.actionsInARun) {
    const where = { scenario, seed, at: 0 };
    throw new RunLimitError(`more than ${LIMITS.actionsInARun} actions in a run`, where);
  }
  const unusable = run.actions.find(
    ({ at }) => !Number.isSafeInteger(at) || at < 0 || at > LIMITS.longestRun,
  );
  if (unusable) {
    const where = { scenario, seed, at: unusable.at };
    throw new RunLimitError('an action at an instant that no run has', where);
  }
  return run.actions.toSorted((one, other) => one.at - other.at);
}

function act(moment: Moment, { at, action }: TimedAction, refusals: Refusal[]): void {
  const reason = perform(moment, action);
  if (reason) refusals.push({ at, action, reason });
}

interface Progress {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
  readonly state: State;
  readonly trace: Occurrence[];
  readonly refusals: Refusal[];
}

/** Goes on until nothing is left at or before `until`, calling back after each step. */
function advance(
  { plan, actions, state, trace, refusals }: Progress,
  until: Instant,
  after: () => void,
): void {
  const moment = momentOf(plan, state, trace);
  let noticed = state.happened;
  let steps = 0;
  for (let entry = peek(state.agenda); entry && entry.at <= until; entry = peek(state.agenda)) {
    state.agenda.pop();
    steps = entry.at === state.at ? steps + 1 : 0;
    if (steps > LIMITS.stepsInAnInstant) {
      const { id: scenario, seed } = plan.scenario;
      const where = { scenario, seed, at: entry.at };
      throw new RunLimitError(`more than ${LIMITS.stepsInAnInstant} steps at one instant`, where);
    }
    state.at = entry.at;
    moment.at = entry.at;
    moment.rank = entry.rank;
    const { task } = entry;
    if (task.type === 'action')
      act(moment, must({ action: actions[task.index] }, 'action') as TimedAction, refusals);
    else handle(moment, task);
    for (; noticed < state.happened; noticed += 1) {
      perceive(moment, trace[noticed] as Occurrence);
      noticeReplacement(moment, trace[noticed] as Occurrence);
      if (entry.rank < RANK.client) moment.later(moment.at, 'clients-look', plan.subject.id);
    }
    after();
  }
}

function putActions(
  plan: Plan,
  state: State,
  trace: Occurrence[],
  actions: readonly TimedAction[],
): void {
  const moment = momentOf(plan, state, trace);
  const subject = plan.scenario.nodes[0]?.id ?? '';
  for (const [index, { at }] of actions.entries()) moment.later(at, 'action', subject, index);
}

/**
 * Carries out a run, by default until 60 s after it is steady and at most for an hour after its
 * last action. Throws RunLimitError when a limit is passed.
 */
export function execute(run: Run, until?: Instant): Execution {
  const { plan } = run;
  const actions = ordered(run);
  const lastAction = actions.at(-1)?.at ?? plan.scenario.start;
  const end = until ?? lastAction + LONGEST_DEFAULT;
  const state = initialState(plan);
  const trace: Occurrence[] = [];
  const refusals: Refusal[] = [];
  putActions(plan, state, trace, actions);
  const snapshots = [snapshot(state)];
  let kept = 0;
  advance({ plan, actions, state, trace, refusals }, end, () => {
    if (state.happened - kept < OCCURRENCES_BETWEEN_SNAPSHOTS) return;
    kept = state.happened;
    snapshots.push(snapshot(state));
  });
  const steadyAt = state.at;
  const unfinished = peek(state.agenda) !== undefined;
  return { run, occurrences: trace, refusals, steadyAt, unfinished, snapshots };
}

/** The default end of a run's picture: 60 s after it is steady. */
export function endOf({ steadyAt, run }: Execution): Instant {
  return Math.max(steadyAt, run.plan.scenario.start) + STEADY_MARGIN;
}

/** The world after everything that happens at an instant: the nearest snapshot, then a replay. */
export function worldAt(execution: Execution, instant: Instant): World {
  const { plan } = execution.run;
  const nearest = execution.snapshots.findLast(({ at }) => at <= instant) ?? execution.snapshots[0];
  if (!nearest) throw new Error('an execution has at least one snapshot');
  const state = snapshot(nearest);
  const trace = [...execution.occurrences];
  advance(
    { plan, actions: ordered(execution.run), state, trace, refusals: [] },
    instant,
    () => undefined,
  );
  return state.world;
}

/**
 * Goes through a run once more and shows the world after each instant at which something happened.
 * The world goes on changing afterwards: what is to be kept must be read during the visit.
 */
export function visitInstants(
  execution: Execution,
  visit: (instant: Instant, world: World) => void,
): void {
  const { plan } = execution.run;
  const first = execution.snapshots[0];
  if (!first) throw new Error('an execution has at least one snapshot');
  const state = snapshot(first);
  const trace = [...execution.occurrences];
  const progress = { plan, actions: ordered(execution.run), state, trace, refusals: [] };
  let before = 0;
  advance(progress, execution.steadyAt, () => {
    const next = peek(state.agenda);
    if (state.happened === before || (next && next.at === state.at)) return;
    before = state.happened;
    visit(state.at, state.world);
  });
}
