import { firstTickFrom } from '#model';
import type { Instant, Milliseconds, Plan, World } from '#model';

/** Steps of the clock from coarse to fine, in milliseconds. */
const STEPS = [
  3_600_000, 600_000, 60_000, 30_000, 10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1,
] as const;

/**
 * The instant strictly between two others that lies on the coarsest step of the clock, counted from
 * the start of the scenario. Intervals of different runs thereby often have the same one.
 * @returns null where nothing lies between them
 */
export function representative(plan: Plan, from: Instant, to: Instant): Instant | null {
  const { start } = plan.scenario;
  for (const period of STEPS) {
    const at = firstTickFrom({ base: start, period }, from + 1);
    if (at < to) return at;
  }
  return null;
}

/** An instant in each interval between instants, and one after the last. */
export function representatives(plan: Plan, instants: readonly Instant[]): Instant[] {
  const afterLast = (instants.at(-1) ?? plan.scenario.start) + 2 * STEPS[0];
  return [...instants, afterLast].flatMap((to, index, all) => {
    const from = all[index - 1];
    const between = from === undefined ? null : representative(plan, from, to);
    return between === null ? [] : [between];
  });
}

interface Process {
  readonly base: Instant;
  readonly period: Milliseconds;
}

/** Everything that repeats in a cluster at rest: heartbeats, renewals and both kinds of polls. */
function processesOf({ scenario }: Plan, world: World): Process[] {
  const { heartbeatPeriod, reservationRenewalPeriod, looksAlivePollPeriod, isAlivePollPeriod } =
    scenario.parameters;
  const each = (bases: readonly Instant[], period: Milliseconds): Process[] =>
    bases.map((base) => ({ base, period }));
  const polls = Object.values(world.resources).map(({ pollBase }) => pollBase);
  return [
    ...Object.values(world.nodes).flatMap(({ heartbeatBases, acrossBases }) => [
      ...each(Object.values(heartbeatBases), heartbeatPeriod),
      ...each(Object.values(acrossBases), heartbeatPeriod),
    ]),
    ...each(Object.values(world.renewalBases), reservationRenewalPeriod),
    ...each(polls, looksAlivePollPeriod),
    ...each(polls, isAlivePollPeriod),
  ];
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/** The shortest time after which several periods begin together again. */
export function commonMultiple(periods: readonly Milliseconds[]): Milliseconds {
  return periods.reduce((one, other) => (one / greatestCommonDivisor(one, other)) * other, 1);
}

/** What a cluster at rest does over and over. */
export interface Cycle {
  readonly length: Milliseconds;
  /** Every instant of one stretch at which something periodic is due. */
  readonly boundaries: readonly Instant[];
  /** One instant in each gap between them. */
  readonly gaps: readonly Instant[];
}

/** The cycle of a cluster at rest, from an instant on. */
export function cycleOf(plan: Plan, world: World, from: Instant): Cycle {
  const processes = processesOf(plan, world);
  const length = commonMultiple(processes.map(({ period }) => period));
  const boundaries = new Set<Instant>();
  for (const process of processes) {
    for (let at = firstTickFrom(process, from); at < from + length; at += process.period)
      boundaries.add(at);
  }
  const sorted = [...boundaries].sort((one, other) => one - other);
  const gaps = sorted.flatMap((at, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? at) + length;
    return representative(plan, at, next) ?? [];
  });
  return { length, boundaries: sorted, gaps };
}
