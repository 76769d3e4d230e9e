import { cluster } from '../support/cluster.ts';
import { START } from '../support/scenario.ts';
import type { Difference } from '../support/scenario.ts';
import type { RandomRun } from './random.ts';

/** A node that is back so soon that another still counts it as a member when it forms the cluster. */
const soonBack: Difference = {
  publicRole: 'client',
  parameters: {
    bootDuration: 1_000,
    clusterServiceRestartDelay: 1_000,
    arbitrationReserveDelay: 1_000,
    arbitrationOnlineDelay: 1_000,
  },
};

/** The same with an arbitration that takes as long as it does, and much patience instead. */
const patient: Difference = {
  publicRole: 'client',
  parameters: { bootDuration: 5_000, missedHeartbeatsUntilNodeDown: 20 },
};

const RUNS: readonly (readonly [Difference, ...string[]])[] = [
  [
    soonBack,
    '0ms cut private',
    '100ms power-off NODE1',
    '200ms power-on NODE1',
    '2500ms mend private',
  ],
  [
    soonBack,
    '0ms cut private',
    '100ms power-off NODE2',
    '200ms power-on NODE2',
    '2500ms mend private',
  ],
  [patient, '0ms cut private', '100ms power-off NODE1', '200ms power-on NODE1', '19s mend private'],
];

/** Runs that are compared because something was wrong in them once. */
export function rareRuns(): readonly RandomRun[] {
  return RUNS.map(([difference, ...lines]) => {
    const { plan, actions } = cluster(difference).do(...lines);
    const told = lines.map((line) => `  --do "${line}"`).join('\n');
    return { plan, actions, until: START + 60_000, told };
  });
}
