/**
 * The cluster: pure and deterministic, without a clock, a screen or a network. A scenario and a list
 * of timed actions go in; every occurrence with its causes, and the world at any instant, come out.
 */
export * from './actions/index.ts';
export { clientKind, countClients, countMail, isConnected } from './exchange/index.ts';
export type { ClientCount, ClientKind, MailCount } from './exchange/index.ts';
export { canAccess, canReach, hasNetwork, reachesArray, reachesWitness } from './hardware/reach.ts';
export type { OccurrenceId } from './kernel/fact.ts';
export { firstTickFrom } from './kernel/instant.ts';
export type { Instant, Milliseconds } from './kernel/instant.ts';
export { LIMITS, RunLimitError } from './kernel/limits.ts';
export { must } from './kernel/lookup.ts';
export type {
  Occurrence,
  OccurrenceKind,
  OccurrenceOf,
  OccurrenceValues,
} from './occurrences/index.ts';
export type { ParameterName, Parameters } from './parameters/names.ts';
export { coreKit, needsKit } from './run/core.ts';
export { carryOut, endOf, visitInstants, worldAt } from './run/execute.ts';
export type { Execution, Run } from './run/execute.ts';
export { add, currentBranch, newHistory, seen, switchTo } from './run/history.ts';
export type { Branch, History } from './run/history.ts';
export { INVARIANTS } from './run/invariants.ts';
export { NEVER, PROPERTIES } from './properties/names.ts';
export type { PropertyName } from './properties/names.ts';
export { packScenario, unpackScenario } from './scenario/packed.ts';
export { cableId, partsOf, pathId } from './scenario/parts.ts';
export type { Part, PartKind } from './scenario/parts.ts';
export { planOf } from './scenario/plan.ts';
export type { Plan } from './scenario/plan.ts';
export type * from './scenario/types.ts';
export type { Agreement, Formation, Health, ResourceState, ServiceState } from './world/cluster.ts';
export { formationOf, groupOn } from './world/formation.ts';
export type { Kit, World } from './world/moment.ts';
