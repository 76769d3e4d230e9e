/**
 * The cluster: pure and deterministic, without a clock, a screen or a network. A scenario and a list
 * of timed actions go in; every occurrence with its causes, and the world at any instant, come out.
 */
export * from './actions/index.ts';
export { countMail, isConnected } from './exchange/index.ts';
export type { MailCount } from './exchange/index.ts';
export { canAccess, canReach, hasNetwork } from './hardware/reach.ts';
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
export { endOf, execute, visitInstants, worldAt } from './run/execute.ts';
export type { Execution, Run } from './run/execute.ts';
export { add, currentBranch, newHistory, seen, switchTo } from './run/history.ts';
export type { Branch, History } from './run/history.ts';
export { INVARIANTS } from './run/invariants.ts';
export { packScenario, unpackScenario } from './scenario/packed.ts';
export { cableId, partsOf, pathId, planOf } from './scenario/plan.ts';
export type { Part, PartKind, Plan } from './scenario/plan.ts';
export type * from './scenario/types.ts';
export type { Agreement, ResourceState, ServiceState } from './world/cluster.ts';
export type { World } from './world/moment.ts';
