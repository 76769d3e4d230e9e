import { execute, parseAction } from '#model';
import type { Run, TimedAction } from '#model';
import { planFor, START } from '../model/support/scenario.ts';
import type { Difference } from '../model/support/scenario.ts';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

function runOf(difference: Difference, lines: readonly (readonly [number, string])[]): Run {
  const plan = planFor(difference);
  const actions = lines.map(([at, action]): TimedAction => ({
    at: START + at,
    action: parseAction(plan, action),
  }));
  return { plan, actions };
}

const clientOnly: Difference = { publicRole: 'client' };
const powerCut = [[0, 'power-off NODE1']] as const;

/** The run of the article's first paragraph. */
export const failover: Run = runOf({}, powerCut);

/** The mix of faults that occurrences a second are counted on: each kind of fault, most with its repair. */
export const mix: readonly Run[] = [
  failover,
  runOf({}, [...powerCut, [300 * SECOND, 'power-on NODE1']]),
  runOf({ quorumOwner: 'NODE2' }, powerCut),
  runOf({}, [
    [0, 'power-off NODE2'],
    [120 * SECOND, 'power-on NODE2'],
  ]),
  runOf({}, [
    [0, 'cut private'],
    [60 * SECOND, 'mend private'],
  ]),
  runOf(clientOnly, [
    [0, 'cut private'],
    [30 * SECOND, 'mend private'],
  ]),
  runOf({}, [[0, 'cut NODE1.public']]),
  runOf({}, [
    [0, 'cut public'],
    [600 * SECOND, 'mend public'],
    [660 * SECOND, 'bring-online EXMBX'],
  ]),
  runOf({}, [
    [0, 'cut NODE1.path-1'],
    [300 * SECOND, 'mend NODE1.path-1'],
  ]),
  runOf({ quorumOwner: 'NODE2' }, [[0, 'cut NODE1.path-1']]),
  runOf({}, [
    [0, 'fail array'],
    [3_600 * SECOND, 'repair array'],
  ]),
  runOf({}, [
    [0, 'move EXMBX NODE2'],
    [600 * SECOND, 'move EXMBX NODE1'],
  ]),
];

const FAULTS = [
  ['power-off NODE1', 'power-on NODE1'],
  ['cut private', 'mend private'],
  ['power-off NODE2', 'power-on NODE2'],
  ['cut NODE1.public', 'mend NODE1.public'],
  ['cut NODE2.path-1', 'mend NODE2.path-1'],
  ['fail array', 'repair array'],
] as const;

/** A year in which something fails every nine days and is repaired after four hours. */
export const year: Run = runOf(
  {},
  Array.from({ length: 40 }, (_, index) => index).flatMap((index) => {
    const [fault, repair] = FAULTS[index % FAULTS.length] ?? FAULTS[0];
    return [
      [index * 9 * DAY, fault],
      [index * 9 * DAY + 4 * 3_600 * SECOND, repair],
    ] as const;
  }),
);

/** How many occurrences all runs of the mix have together. */
export function occurrencesOfMix(): number {
  return mix.reduce((sum, run) => sum + execute(run).occurrences.length, 0);
}
