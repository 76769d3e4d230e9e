import type { ParameterName, Scenario } from '#model';
import type { Ran } from '../support/cluster.ts';
import type { Difference } from '../support/scenario.ts';

/** The texts that claims rest on, by number or by the first words that find them. */
export const TEXTS = [
  'KB 244331',
  'KB 258078',
  'KB 258750',
  'KB 286342',
  'KB 299631',
  'KB 309186',
  'KB 892422',
  'KB 921181',
  'KB 947712',
  'KB 947713',
  'KB Q168948',
  'KB Q171277',
  'KB Q171791',
  'KB Q176320',
  'KB Q197047',
  'KB Q252974',
  'KB Q254101',
  'KB Q257925',
  'KB Q289863',
  'TechNet aa997195',
  'TechNet bb124063',
  'TechNet bb629581',
  'TechNet bb676571',
  'TechNet cc738794',
  'TechNet cc740098',
  'TechNet cc773510',
  'TechNet cc787665',
  'TechNet dd197562',
  'Exchange 2007 help: Move-ClusteredMailboxServer',
  'Exchange 2007 help: Stop-ClusteredMailboxServer',
  'Exchange 2007 help: How to Move a Clustered Mailbox Server',
  'Exchange 2007 help: rollups on a clustered mailbox server',
  'Exchange 5.5 documentation, services stopped outside the cluster',
  'Exchange 2003 resource tree',
  'Failover Cluster API: Failover',
  'Failover Cluster API: ArbitrationDelay (2012)',
  'Failover Cluster API: AutoFailbackType',
  'Failover Cluster API: ClusSvcHangTimeout',
  'Failover Cluster API: DeadlockTimeout',
  'Failover Cluster API: FailoverPeriod',
  'Failover Cluster API: FailoverThreshold',
  'Failover Cluster API: HangRecoveryAction (2008 R2)',
  'Failover Cluster API: IsAlivePollInterval',
  'Failover Cluster API: LooksAlivePollInterval',
  'Failover Cluster API: PendingTimeout',
  'Failover Cluster API: QuorumArbitrationTimeMax',
  'Failover Cluster API: RestartAction',
  'Failover Cluster API: RestartPeriod',
  'Failover Cluster API: RetryPeriodOnFailure',
  'Failover Cluster API: Arbitrate (storage pools, 2012)',
  'benw, Exchange 2007 single copy cluster changes',
  'timmcmic 2009-09-21, mount points',
  'askcore 2012-07-09, removed nodes',
  'clusterhelp 2007-06, persistent reservations',
  'patent 10235077, persistent reservations',
  'serverbrain.org, persistent reservations',
  'Microsoft clustering blog 2010, quorum model',
  'Windows IT Pro, stagger the boot menus',
  'event 1130 of failover clusters',
  'event 1553 of failover clusters',
] as const;

/** Where a claim comes from: a text, an assumption of the register, or one of the model's own rules. */
export type Source = (typeof TEXTS)[number] | `assumption: ${ParameterName}` | `rule: ${string}`;

/** Something that a run must show; throws what it found instead. */
export type Check = (run: Ran) => void;

/** A sentence about a run, written from the facts, with the means to find out whether it came true. */
export interface Claim {
  readonly says: string;
  readonly source: Source;
  readonly check: Check;
}

/** Says something about a run. */
export const claim = (says: string, source: Source, check: Check): Claim => ({
  says,
  source,
  check,
});

/** A cluster, what is done to it, and what must be seen. */
export interface Golden {
  /** The file of its run, without the ending: a sentence in kebab-case. */
  readonly name: string;
  /** How the cluster differs from the ordinary one with two nodes, or a whole scenario. */
  readonly cluster: Difference | Scenario;
  /** `DURATION ACTION`, as on the command line; durations from the start of the scenario. */
  readonly actions: readonly string[];
  /** How far it is carried out where that is further than an hour after the last action. */
  readonly until?: string;
  readonly claims: readonly Claim[];
}
