import type { Scenario } from '#model';
import { twoNodes } from '../support/scenario.ts';
import { isScenario } from './checks.ts';
import type { Golden } from './claim.ts';
import { clients } from './cases/clients.ts';
import { exchange } from './cases/exchange.ts';
import { cutOff2008 } from './cases/cut-off-2008.ts';
import { edges } from './cases/edges.ts';
import { exchange2008 } from './cases/exchange-2008.ts';
import { failback } from './cases/failback.ts';
import { failovers } from './cases/failovers.ts';
import { forced } from './cases/forced.ts';
import { hang } from './cases/hang.ts';
import { mainFaults2008 } from './cases/main-faults-2008.ts';
import { manyNodes } from './cases/many-nodes.ts';
import { membership2008 } from './cases/membership-2008.ts';
import { membership } from './cases/membership.ts';
import { networks } from './cases/networks.ts';
import { ownersOfGroups } from './cases/owners.ts';
import { pending } from './cases/pending.ts';
import { policies } from './cases/policies.ts';
import { publicNetwork } from './cases/public-network.ts';
import { quorum2008 } from './cases/quorum-2008.ts';
import { quorumDisk2003 } from './cases/quorum-disk-2003.ts';
import { redundancy } from './cases/redundancy.ts';
import { restarts } from './cases/restarts.ts';
import { exchangeServices } from './cases/services.ts';
import { shutdown } from './cases/shutdown.ts';
import { storage } from './cases/storage.ts';
import { votes } from './cases/votes.ts';
import { witness } from './cases/witness.ts';

/** Every golden with its claims. */
export const GOLDEN: readonly Golden[] = [
  ...membership,
  ...membership2008,
  ...networks,
  ...publicNetwork,
  ...quorumDisk2003,
  ...quorum2008,
  ...mainFaults2008,
  ...cutOff2008,
  ...votes,
  ...witness,
  ...forced,
  ...hang,
  ...shutdown,
  ...exchangeServices,
  ...failovers,
  ...restarts,
  ...pending,
  ...policies,
  ...failback,
  ...ownersOfGroups,
  ...redundancy,
  ...storage,
  ...exchange,
  ...exchange2008,
  ...clients,
  ...manyNodes,
  ...edges,
];

/** A cluster and what is done to it, without anything that is claimed of it. */
export interface GoldenRun {
  readonly name: string;
  readonly scenario: Scenario;
  /** `DURATION ACTION`; durations from the start of the scenario. */
  readonly actions: readonly string[];
  /** How far it is carried out, from the start of the scenario; until it is steady unless told. */
  readonly until?: string;
}

/** All goldens as scenarios, for whoever wants many different runs. */
export function goldenRuns(): readonly GoldenRun[] {
  return GOLDEN.map(({ name, cluster, actions, until }) => ({
    name,
    scenario: isScenario(cluster) ? cluster : twoNodes(cluster),
    actions,
    ...(until !== undefined && { until }),
  }));
}
