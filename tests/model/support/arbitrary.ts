import fc from 'fast-check';
import { firstTickFrom, formatAction, VERBS } from '#model';
import type { Action, Part, Plan, TimedAction } from '#model';
import { CLUSTERS, planWith } from './clusters.ts';
import { START } from './scenario.ts';
import type { Difference } from './scenario.ts';

/** Values worth setting, by what a property takes. */
function settings(plan: Plan): readonly Action[] {
  const group = plan.subject.id;
  const [resource = ''] = Object.keys(plan.resources);
  const [first = '', second = first] = plan.nodes;
  const of2008: Action[] = [
    { verb: 'set', part: null, property: 'SameSubnetThreshold', value: 10 },
    { verb: 'set', part: null, property: 'SameSubnetDelay', value: 500 },
  ];
  return [
    ...of2008,
    { verb: 'set', part: group, property: 'FailoverThreshold', value: 2 },
    { verb: 'set', part: group, property: 'AutoFailbackType', value: 'allow' },
    { verb: 'set', part: group, property: 'PreferredOwners', value: `${second},${first}` },
    { verb: 'set', part: resource, property: 'RestartAction', value: 'leave' },
    { verb: 'set', part: resource, property: 'RestartThreshold', value: 0 },
    { verb: 'set', part: resource, property: 'RetryPeriodOnFailure', value: 900_000 },
    { verb: 'set', part: resource, property: 'PossibleOwners', value: first },
  ];
}

/** Everything that can be done to a plan's cluster. */
export function everyAction(plan: Plan): readonly Action[] {
  const isOneCluster = (part: Part): boolean => plan.quorum !== null || part.kind !== 'node';
  const plain = Object.entries(VERBS).flatMap(([verb, kinds]) =>
    Object.values(plan.parts)
      .filter((part) => (kinds as readonly string[]).includes(part.kind) && isOneCluster(part))
      .map(({ id }) => ({ verb, part: id }) as Action),
  );
  const groups = Object.keys(plan.groups);
  const moves = groups.flatMap((part): Action[] => [
    { verb: 'move', part, to: null },
    ...plan.nodes.map((to): Action => ({ verb: 'move', part, to })),
  ]);
  return [...plain, ...moves, ...settings(plan)];
}

/** Only what is done with hands in the machine room. */
export function hardwareActions(plan: Plan): readonly Action[] {
  const byHand = ['power-off', 'power-on', 'cut', 'mend', 'fail', 'repair'];
  return everyAction(plan).filter(({ verb }) => byHand.includes(verb));
}

/** Pauses between actions: none, neighbouring milliseconds, within a heartbeat, and much longer. */
const pause = fc.oneof(
  fc.constantFrom(0, 0, 1, 1, 2),
  fc.integer({ min: 3, max: 1_500 }),
  fc.integer({ min: 1_500, max: 9_000 }),
  fc.integer({ min: 9_000, max: 30_000 }),
  fc.integer({ min: 30_000, max: 400_000 }),
);

/** An instant of a periodic process of the cluster, from an instant on: heartbeats, renewals and polls. */
function tickFrom(plan: Plan, which: number, at: number): number {
  const { heartbeatPeriod, reservationRenewalPeriod, looksAlivePollPeriod } =
    plan.scenario.parameters;
  const processes = [
    [plan.heartbeatOffsets, heartbeatPeriod],
    [plan.renewalOffsets, reservationRenewalPeriod],
    [plan.pollOffsets, looksAlivePollPeriod],
    [plan.witnessOffsets, looksAlivePollPeriod],
  ] as const;
  const all = processes.flatMap(([offsets, period]) =>
    Object.values(offsets).map((base) => ({ base, period })),
  );
  const process = all[which % all.length];
  return process ? firstTickFrom(process, at) : at;
}

/** Action lists in the order of their instants, a fifth of them exactly on a tick. */
function actionLists(
  plan: Plan,
  actions: readonly Action[] = everyAction(plan),
  maxLength = 8,
): fc.Arbitrary<readonly TimedAction[]> {
  const step = fc.record({
    pause,
    action: fc.constantFrom(...actions),
    isOnTick: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
    which: fc.nat(1_000),
  });
  return fc.array(step, { minLength: 1, maxLength }).map((steps) => {
    let at = START;
    return steps.map((one) => {
      at += one.pause;
      if (one.isOnTick) at = tickFrom(plan, one.which, at);
      return { at, action: { ...one.action } };
    });
  });
}

/** A cluster and what is done to it. */
export interface RandomRun {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
}

/** The run as a counterexample is shown: as short as it was written. */
function told(difference: Difference, seed: number, actions: readonly TimedAction[]): string {
  const lines = actions.map(({ at, action }) => `${at - START}ms ${formatAction(action)}`);
  return `${JSON.stringify({ ...difference, seed })}: ${lines.join('; ')}`;
}

/** Random runs over all verbs, both roles of the public network, and several seeds. */
export function randomRuns(
  choose: (plan: Plan) => readonly Action[] = everyAction,
  maxLength = 8,
): fc.Arbitrary<RandomRun> {
  return fc
    .tuple(fc.constantFrom(...CLUSTERS), fc.integer({ min: 1, max: 5 }))
    .chain(([difference, seed]) => {
      const plan = planWith(difference, seed);
      return actionLists(plan, choose(plan), maxLength).map((actions) =>
        Object.defineProperty({ plan, actions }, fc.toStringMethod, {
          value: () => told(difference, seed, actions),
          enumerable: false,
        }),
      );
    });
}
