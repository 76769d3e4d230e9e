import fc from 'fast-check';
import { formatAction } from '#model';
import type { Action, Plan, TimedAction } from '#model';
import { planFor, START } from './scenario.ts';
import type { Difference } from './scenario.ts';

/** Everything that can be done to a plan's cluster. */
export function everyAction(plan: Plan): readonly Action[] {
  const ids = (...kinds: readonly string[]): string[] =>
    Object.values(plan.parts)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id }) => id);
  const nodes = ids('node');
  return [
    ...nodes.flatMap((part): Action[] => [
      { verb: 'power-off', part },
      { verb: 'power-on', part },
    ]),
    ...ids('network', 'cable', 'path').flatMap((part): Action[] => [
      { verb: 'cut', part },
      { verb: 'mend', part },
    ]),
    ...ids('array', 'disk').flatMap((part): Action[] => [
      { verb: 'fail', part },
      { verb: 'repair', part },
    ]),
    ...Object.values(plan.resources)
      .filter(({ type }) => type === 'mailbox-database')
      .map(({ id }): Action => ({ verb: 'restore-backup', part: id })),
    ...ids('group').flatMap((part): Action[] => [
      { verb: 'bring-online', part },
      { verb: 'move', part, to: null },
      ...nodes.map((to): Action => ({ verb: 'move', part, to })),
    ]),
  ];
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

/** Action lists in the order of their instants. */
function actionLists(
  plan: Plan,
  actions: readonly Action[] = everyAction(plan),
  maxLength = 8,
): fc.Arbitrary<readonly TimedAction[]> {
  const step = fc.record({ pause, action: fc.constantFrom(...actions) });
  return fc.array(step, { minLength: 1, maxLength }).map((steps) => {
    let at = START;
    return steps.map((one) => {
      at += one.pause;
      return { at, action: { ...one.action } };
    });
  });
}

const clusters: readonly Difference[] = [
  {},
  { publicRole: 'client' },
  { publicRole: 'client', quorumOwner: 'NODE2' },
  { quorumOwner: 'NODE2' },
  { publicRole: 'client', secondDatabase: true },
];

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
    .tuple(fc.constantFrom(...clusters), fc.integer({ min: 1, max: 5 }))
    .chain(([difference, seed]) => {
      const plan = planFor({ ...difference, seed });
      return actionLists(plan, choose(plan), maxLength).map((actions) =>
        Object.defineProperty({ plan, actions }, fc.toStringMethod, {
          value: () => told(difference, seed, actions),
          enumerable: false,
        }),
      );
    });
}
