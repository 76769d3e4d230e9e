import type { Action, Instant, Plan, TimedAction, Verb } from '#model';
import { everyAction } from '../support/arbitrary.ts';
import { canonicalKey, rhythmOf } from './canonical.ts';
import { cycleOf, representatives } from './instants.ts';
import type { Cycle } from './instants.ts';
import { newReport, noteBroken } from './report.ts';
import type { Report } from './report.ts';
import { accepted, act, before, fork, instantsSince, proceed, untilSteady } from './walk.ts';
import type { Progress } from './walk.ts';

/** What breaks something … */
const FAULTS: ReadonlySet<Verb> = new Set([
  'power-off',
  'hang',
  'cut',
  'fail',
  'crash',
  'hang-service',
  'stop-service',
  'damage-page',
]);

/** … and what mends it. */
const REPAIRS: ReadonlySet<Verb> = new Set([
  'power-on',
  'wake',
  'mend',
  'repair',
  'start-service',
  'start-cluster-service',
  'force-quorum',
  'bring-online',
  'restore-backup',
]);

/** The cycle of a plan's cluster at rest. */
export function restOf(plan: Plan): Cycle {
  const { start } = plan.scenario;
  return cycleOf(plan, before(plan, start).state.world, start);
}

/** Does something and goes on until the run is steady; what goes wrong is noted. */
function carryOut(report: Report, from: Progress, at: Instant, action: Action): Progress | null {
  try {
    const run = act(from, at, action);
    untilSteady(run);
    report.runs += 1;
    return run;
  } catch (error) {
    noteBroken(report, from.plan, [...from.actions, { at, action }], error);
    return null;
  }
}

/** Every single action at every instant of the cycle at which something is due, and in every gap. */
export function everySingle(plan: Plan): Report {
  const report = newReport();
  const actions = everyAction(plan);
  const { boundaries, gaps } = restOf(plan);
  for (const at of [...boundaries, ...gaps]) {
    const from = before(plan, at);
    report.states += 1;
    for (const action of accepted(from, at, actions)) carryOut(report, from, at, action);
  }
  return report;
}

/**
 * What can come after a first action: the run as it stands before an instant of each interval. It is
 * one run that goes on: what is to be kept must be forked.
 */
function* after(
  report: Report,
  plan: Plan,
  first: Action,
): Generator<readonly [Progress, Instant]> {
  const { start } = plan.scenario;
  const from = before(plan, start);
  const whole = carryOut(report, from, start, first);
  if (!whole) return;
  const going = act(from, start, first);
  for (const at of representatives(plan, instantsSince(whole, 0))) {
    proceed(going, at - 1);
    yield [going, at];
  }
}

/** Every ordered pair of actions, the second in each interval of what follows from the first. */
export function everyPair(plan: Plan): Report {
  const report = newReport();
  const actions = everyAction(plan);
  const { start } = plan.scenario;
  for (const first of accepted(before(plan, start), start, actions)) {
    for (const [from, at] of after(report, plan, first)) {
      report.states += 1;
      for (const second of accepted(from, at, actions)) carryOut(report, from, at, second);
    }
  }
  return report;
}

/** A way to a state: what was done, and when the state is looked at. */
export interface Way {
  readonly actions: readonly TimedAction[];
  readonly at: Instant;
}

/** Two ways to what was taken for the same state. */
export type Merge = readonly [Way, Way];

/** What was gone through with two faults and a repair. */
export interface DeepReport extends Report {
  /** How often a second fault could be tried, and how often it was not because of the limit. */
  seconds: number;
  unexplored: number;
  /** Some of the places where two ways met. */
  readonly merges: Merge[];
}

/** A second fault that is to be tried. */
interface Job {
  readonly from: Progress;
  readonly at: Instant;
  readonly fault: Action;
}

function jobsOf(report: Report, plan: Plan): Job[] {
  const faults = everyAction(plan).filter(({ verb }) => FAULTS.has(verb));
  const { start } = plan.scenario;
  const jobs: Job[] = [];
  for (const first of accepted(before(plan, start), start, faults)) {
    for (const [going, at] of after(report, plan, first)) {
      const from = fork(going);
      for (const fault of accepted(from, at, faults)) jobs.push({ from, at, fault });
    }
  }
  return jobs;
}

/** Far apart in a list, so that where a limit cuts off something of everything was tried. */
const STRIDE = 7_919;
const MERGES_BETWEEN_SAMPLES = 4;

/**
 * A fault, another in each interval of what follows, and a repair in each interval of what follows
 * from both. States that are the same by their canonical form are gone on from once. Stops after so
 * many runs; what was not begun then is counted.
 */
export function faultsAndRepair(plan: Plan, limit: number): DeepReport {
  const report: DeepReport = { ...newReport(), seconds: 0, unexplored: 0, merges: [] };
  const repairs = everyAction(plan).filter(({ verb }) => REPAIRS.has(verb));
  const rhythm = rhythmOf(plan, restOf(plan).length);
  const ways = new Map<string, Way>();
  const isKnown = ({ state, actions }: Progress, at: Instant): boolean => {
    const key = canonicalKey(plan, rhythm, state, at);
    const known = ways.get(key);
    if (!known) {
      ways.set(key, { actions, at });
      report.states += 1;
      return false;
    }
    if (report.merged % MERGES_BETWEEN_SAMPLES === 0) report.merges.push([known, { actions, at }]);
    report.merged += 1;
    return true;
  };
  const jobs = jobsOf(report, plan);
  report.seconds = jobs.length;
  for (let count = 0; count < jobs.length; count += 1) {
    if (report.runs >= limit) {
      report.unexplored = jobs.length - count;
      break;
    }
    const { from, at, fault } = jobs[(count * STRIDE) % jobs.length] as Job;
    const whole = carryOut(report, from, at, fault);
    if (!whole) continue;
    const going = act(from, at, fault);
    for (const next of representatives(plan, instantsSince(whole, from.trace.length))) {
      proceed(going, next - 1);
      // From a state that was met before, everything that comes later was gone through as well.
      if (isKnown(going, next)) break;
      for (const repair of accepted(going, next, repairs)) carryOut(report, going, next, repair);
    }
  }
  return report;
}
