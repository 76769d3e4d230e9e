import { peek } from '../kernel/agenda.ts';
import { RANK } from '../kernel/instant.ts';
import type { Instant } from '../kernel/instant.ts';
import { LIMITS, RunLimitError } from '../kernel/limits.ts';
import { ANSWERS, perceive } from '../cluster/index.ts';
import { mayAnswer, noticeAsDatabase } from '../exchange/index.ts';
import { perform } from '../actions/index.ts';
import type { Refusal, TimedAction } from '../actions/index.ts';
import type { Occurrence } from '../occurrences/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Kit, Moment, World } from '../world/moment.ts';
import { ACTION, CLIENTS_LOOK } from '../world/task.ts';
import { copyState, initialState, momentOf } from './state.ts';
import { tablesOf } from './tables.ts';
import type { Snapshot, State } from './state.ts';

/** A run: a prepared scenario and what is done to it. Everything else follows from these two. */
export interface Run {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
}

/** A run, carried out up to an instant. */
export interface Execution {
  readonly run: Run;
  /** What the run was carried out with. */
  readonly kit: Kit;
  readonly occurrences: readonly Occurrence[];
  readonly refusals: readonly Refusal[];
  /** When the last thing happened after which nothing is going to be different. */
  readonly steadyAt: Instant;
  /** True when it stopped because of `until`, with something still to come. */
  readonly unfinished: boolean;
  readonly snapshots: readonly Snapshot[];
}

const STEADY_MARGIN = 60_000;
const LONGEST_DEFAULT = 3_600_000;
const OCCURRENCES_BETWEEN_SNAPSHOTS = 128;

/** The actions with unusable instants refused by throwing, sorted by instant; equal ones keep their order. */
function ordered(run: Run): readonly TimedAction[] {
  const { scenario } = run.plan;
  if (run.actions.length > LIMITS.actionsInARun)
    throw new RunLimitError(`more than ${LIMITS.actionsInARun} actions in a run`, scenario, 0);
  const unusable = run.actions.find(
    ({ at }) => !Number.isSafeInteger(at) || at < 0 || at > LIMITS.longestRun,
  );
  if (unusable)
    throw new RunLimitError('an action at an instant that no run has', scenario, unusable.at);
  return run.actions.toSorted((one, other) => one.at - other.at);
}

function act(moment: Moment, { at, action }: TimedAction, refusals: Refusal[]): void {
  const reason = perform(moment, action);
  if (reason) refusals.push({ at, action, reason });
}

/** A run that is being carried out. */
export interface Progress {
  readonly plan: Plan;
  readonly kit: Kit;
  readonly actions: readonly TimedAction[];
  readonly state: State;
  readonly trace: Occurrence[];
  readonly refusals: Refusal[];
}

/** Lets nodes, databases and clients notice what has just happened, and what they make of it. */
function notice(moment: Moment, trace: readonly Occurrence[], from: number): number {
  let noticed = from;
  let look = 0;
  while (noticed < trace.length) {
    const first = noticed;
    noticed = trace.length;
    look |= perceive(moment, trace, first, noticed);
    for (let index = first; index < noticed; index += 1)
      noticeAsDatabase(moment, trace[index] as Occurrence);
  }
  if ((look & ANSWERS) !== 0 && moment.rank < RANK.client && mayAnswer(moment))
    moment.later(moment.at, CLIENTS_LOOK, moment.plan.subject.id);
  return noticed;
}

/** Goes on until nothing is left at or before `until`, calling back after each step. */
export function advance(
  { plan, kit, actions, state, trace, refusals }: Progress,
  until: Instant,
  after: () => void,
): void {
  const moment = momentOf(plan, kit, state, trace);
  const { handlers } = tablesOf(kit);
  let noticed = trace.length;
  let steps = 0;
  for (let task = peek(state.agenda); task && task.at <= until; task = peek(state.agenda)) {
    state.agenda.pop();
    steps = task.at === state.at ? steps + 1 : 0;
    if (steps > LIMITS.stepsInAnInstant)
      throw new RunLimitError(
        `more than ${LIMITS.stepsInAnInstant} steps at one instant`,
        plan.scenario,
        task.at,
      );
    state.at = task.at;
    moment.at = task.at;
    moment.rank = task.rank;
    const { kind, subject, index } = task;
    if (kind === ACTION) {
      planAction(moment, actions, index + 1);
      act(moment, actions[index] as TimedAction, refusals);
    } else {
      const handler = handlers[kind];
      if (!handler) throw new Error(`nobody carries out tasks of kind ${kind}`);
      handler(moment, subject, index);
    }
    noticed = notice(moment, trace, noticed);
    after();
  }
}

/** Only the next action stands on the agenda. */
function planAction(moment: Moment, actions: readonly TimedAction[], index: number): void {
  const action = actions[index];
  const subject = moment.plan.scenario.nodes[0]?.id ?? '';
  if (action) moment.later(action.at, ACTION, subject, index);
}

/** A run before anything has happened in it. */
export function begin(plan: Plan, actions: readonly TimedAction[], kit: Kit): Progress {
  const state = initialState(plan);
  const trace: Occurrence[] = [];
  planAction(momentOf(plan, kit, state, trace), actions, 0);
  return { plan, kit, actions, state, trace, refusals: [] };
}

/** The state of a run at a snapshot, with all that happened before. */
function resume({ run, kit, occurrences }: Execution, kept: Snapshot): Progress {
  const trace = occurrences.slice(0, kept.happened);
  return {
    plan: run.plan,
    kit,
    actions: ordered(run),
    state: copyState(kept),
    trace,
    refusals: [],
  };
}

/**
 * Carries out a run, by default until 60 s after it is steady and at most for an hour after its
 * last action. Throws RunLimitError when a limit is passed.
 */
export function carryOut(run: Run, kit: Kit, until?: Instant): Execution {
  const { plan } = run;
  const actions = ordered(run);
  const lastAction = actions.at(-1)?.at ?? plan.scenario.start;
  const end = until ?? lastAction + LONGEST_DEFAULT;
  const progress = begin(plan, actions, kit);
  const { state, trace, refusals } = progress;
  const snapshots: Snapshot[] = [];
  let kept = 0;
  advance(progress, end, () => {
    if (trace.length - kept < OCCURRENCES_BETWEEN_SNAPSHOTS) return;
    kept = trace.length;
    snapshots.push({ ...copyState(state), happened: trace.length });
  });
  const steadyAt = state.at;
  const unfinished = peek(state.agenda) !== undefined;
  return { run, kit, occurrences: trace, refusals, steadyAt, unfinished, snapshots };
}

/** The default end of a run's picture: 60 s after it is steady. */
export function endOf({ steadyAt, run }: Execution): Instant {
  return Math.max(steadyAt, run.plan.scenario.start) + STEADY_MARGIN;
}

/** The world after everything that happens at an instant: the nearest snapshot, then a replay. */
export function worldAt(execution: Execution, instant: Instant): World {
  const { run, kit, snapshots } = execution;
  const nearest = snapshots.findLast(({ at }) => at <= instant);
  const progress = nearest ? resume(execution, nearest) : begin(run.plan, ordered(run), kit);
  advance(progress, instant, () => undefined);
  return progress.state.world;
}

/**
 * Goes through a run once more and shows the world after each instant at which it may have
 * changed: a node can also stop expecting something, of which nobody is told.
 * The world goes on changing afterwards: what is to be kept must be read during the visit.
 */
export function visitInstants(
  execution: Execution,
  visit: (instant: Instant, world: World) => void,
): void {
  const progress = begin(execution.run.plan, ordered(execution.run), execution.kit);
  const { state } = progress;
  advance(progress, execution.steadyAt, () => {
    const next = peek(state.agenda);
    if (next?.at !== state.at) visit(state.at, state.world);
  });
}
