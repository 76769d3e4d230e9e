import { parseAction } from '#model';
import type { TimedAction } from '#model';
import { planFor, START } from '../support/scenario.ts';
import type { Difference } from '../support/scenario.ts';
import { Chance } from './chance.ts';
import type { RandomRun } from './random.ts';

const MINUTE = 60_000;

const CLUSTERS: readonly Difference[] = [
  {},
  { profile: 'windows-server-2008', nodes: 3, quorum: 'node-majority' },
  { nodes: 4, mailboxServers: 2, quorum: 'node-and-file-share-majority' },
];

/** What a preferred owner can go through, how long it takes, and what brings it back. */
const ABSENCES = [
  ['power-off NODE1', 'power-on NODE1'],
  ['stop-cluster-service NODE1', 'start-cluster-service NODE1'],
  ['restart NODE1', 'move EXMBX'],
  ['move EXMBX', 'restart NODE1'],
] as const;

const MEANWHILE = ['cut private', 'mend private', 'pause-node NODE1', 'resume-node NODE1'] as const;

/**
 * A run of hours about a group that may go back to its preferred owner in some hours only: that node is
 * away for a while, and now and then something else happens or the hours are set anew.
 */
export function failbackRun(number: number, seed: number): RandomRun {
  const chance = new Chance(seed * 2_000_003 + number);
  const window = { from: chance.below(24), to: chance.below(24) };
  const hourAtStart = (window.from + 20 + chance.below(6)) % 24;
  const cluster = chance.one(CLUSTERS);
  const plan = planFor({
    ...cluster,
    seed: 1 + chance.below(1_000),
    parameters: { hourAtStart, mailboxes: 4 },
    group: { EXMBX: { preferredOwners: ['NODE1', 'NODE2'], failback: window } },
  });
  const lines: [at: number, text: string][] = [];
  const [leaves, returns] = chance.one(ABSENCES);
  const back = chance.below(200) * MINUTE + chance.below(MINUTE);
  lines.push([0, leaves], [back, returns]);
  if (chance.below(3) === 0) lines.push([chance.below(240) * MINUTE, chance.one(MEANWHILE)]);
  if (chance.below(3) === 0) {
    const end = chance.one(['FailbackWindowStart', 'FailbackWindowEnd']);
    lines.push([chance.below(240) * MINUTE, `set EXMBX.${end} ${chance.below(24)}`]);
  }
  const actions = lines
    .toSorted(([one], [other]) => one - other)
    .map(([at, text]): TimedAction => ({ at: START + at, action: parseAction(plan, text) }));
  const until = START + 5 * 60 * MINUTE;
  const told = [
    `failback run ${number} PROPERTY_SEED=${seed}`,
    `  ${JSON.stringify(cluster)} hours ${window.from} to ${window.to}, begun at ${hourAtStart}`,
    ...lines.map(([at, text]) => `  --do "${at}ms ${text}"`),
  ].join('\n');
  return { plan, actions, until, told };
}
