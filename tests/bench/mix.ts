import { parseAction } from '#model';
import type { Run, TimedAction } from '#model';
import { execute } from '#model/whole';
import { planFor, START } from '../model/support/scenario.ts';
import type { Difference } from '../model/support/scenario.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

const YEAR = 365 * DAY;

type Line = readonly [at: number, action: string];

function runOf(difference: Difference, lines: readonly Line[]): Run {
  const plan = planFor(difference);
  const actions = lines.map(([at, action]): TimedAction => ({
    at: START + at,
    action: parseAction(plan, action),
  }));
  return { plan, actions };
}

const clientOnly: Difference = { publicRole: 'client' };
const powerCut: readonly Line[] = [[0, 'power-off NODE1']];

/** The run of the article's first paragraph. */
export const failover: Run = runOf({}, powerCut);

/** Two nodes and a quorum disk: each kind of fault, most with its repair. */
const pair: readonly Run[] = [
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
    [HOUR, 'repair array'],
  ]),
  runOf({}, [
    [0, 'move EXMBX NODE2'],
    [600 * SECOND, 'move EXMBX NODE1'],
  ]),
];

/** What is done to clusters of every kind, the same to each so that they can be compared. */
const FAULTS: readonly (readonly Line[])[] = [
  powerCut,
  [...powerCut, [300 * SECOND, 'power-on NODE1']],
  [
    [0, 'cut private'],
    [60 * SECOND, 'mend private'],
  ],
  [
    [0, 'cut NODE1.public'],
    [300 * SECOND, 'mend NODE1.public'],
  ],
  [
    [0, 'cut NODE1.path-1'],
    [300 * SECOND, 'mend NODE1.path-1'],
  ],
  [
    [0, 'fail array'],
    [HOUR, 'repair array'],
  ],
  [
    [0, 'hang NODE1'],
    [60 * SECOND, 'wake NODE1'],
  ],
  [
    [0, 'crash information-store'],
    [600 * SECOND, 'hang-service information-store'],
  ],
  [
    [0, 'move EXMBX NODE2'],
    [600 * SECOND, 'restart NODE2'],
  ],
];

const exposedTo = (difference: Difference): readonly Run[] =>
  FAULTS.map((lines) => runOf(difference, lines));

const on2008: Difference = { profile: 'windows-server-2008' };

/** A part of the mix: one kind of cluster. */
export interface Mix {
  readonly name: string;
  readonly runs: readonly Run[];
}

/** The mix of faults that occurrences a second are counted on. */
export const mixes: readonly Mix[] = [
  { name: 'two nodes, quorum disk, 2003', runs: pair },
  { name: 'two nodes, quorum disk, 2008', runs: exposedTo(on2008) },
  {
    name: 'two nodes and a file share, 2003',
    runs: exposedTo({ quorum: 'node-and-file-share-majority' }),
  },
  {
    name: 'two nodes and a disk with a vote, 2008',
    runs: exposedTo({ ...on2008, quorum: 'node-and-disk-majority' }),
  },
  {
    name: 'four nodes, two mailbox servers, majority, 2003',
    runs: exposedTo({ nodes: 4, mailboxServers: 2, quorum: 'node-majority' }),
  },
  {
    name: 'eight nodes, four mailbox servers, disk, 2008',
    runs: exposedTo({ ...on2008, nodes: 8, mailboxServers: 4 }),
  },
];

const KINDS = [
  ['power-off NODE1', 'power-on NODE1'],
  ['cut private', 'mend private'],
  ['power-off NODE2', 'power-on NODE2'],
  ['cut NODE1.public', 'mend NODE1.public'],
  ['cut NODE2.path-1', 'mend NODE2.path-1'],
  ['fail array', 'repair array'],
] as const;

/** Two nodes in which so many things fail one after another, evenly spread, each repaired after a while. */
function faults(count: number, span: number, untilRepair: number): Run {
  const lines = Array.from({ length: count }, (_, index): readonly Line[] => {
    const [fault, repair] = KINDS[index % KINDS.length] ?? KINDS[0];
    const at = Math.floor((index * span) / count);
    return [
      [at, fault],
      [at + untilRepair, repair],
    ];
  });
  return runOf({}, lines.flat());
}

/** A year in which something fails every nine days and is repaired after four hours. */
export const year: Run = faults(40, 360 * DAY, 4 * HOUR);

/** Ten years with a dozen faults in each. */
export const decade: Run = faults(120, 10 * YEAR, 4 * HOUR);

/** The same two dozen faults within a day and within ten years: only the quiet between them differs. */
export const busy: Run = faults(24, DAY, 1_800 * SECOND);
export const quiet: Run = faults(24, 10 * YEAR, 1_800 * SECOND);

/** How many occurrences runs have together. */
export function occurrencesOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + execute(run).occurrences.length, 0);
}
