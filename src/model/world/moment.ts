import type { Finding } from '../kernel/rule.ts';
import type { Verdict } from '../kernel/rule.ts';
import type { OccurrenceId } from '../kernel/fact.ts';
import type { Instant, Milliseconds, Rank } from '../kernel/instant.ts';
import type { OccurrenceKind, OccurrenceValues } from '../occurrences/index.ts';
import type { Parameters } from '../parameters/names.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ResourceDefinition, ResourceType } from '../scenario/types.ts';
import type { ClusterWorld } from './cluster.ts';
import type { ExchangeWorld } from './exchange.ts';
import type { HardwareWorld } from './hardware.ts';
import type { TaskType } from './task.ts';

/** Everything that is true and believed at an instant of a run. Plain data. */
export interface World extends HardwareWorld, ClusterWorld, ExchangeWorld {}

/** Why something happened: the ids of its causes and the rule that put them together. */
export interface Reason {
  readonly because: readonly OccurrenceId[];
  readonly rule: string | null;
}

/** What a resource DLL is to the cluster service: how one type of resource comes and goes. */
export interface ResourceBehaviour {
  /** Whether an attempt to come online on the node would succeed, and why not. */
  readonly canComeOnline: (moment: Moment, resource: ResourceDefinition, node: string) => Finding;
  readonly onlineDuration: (parameters: Parameters) => Milliseconds;
  readonly offlineDuration: (parameters: Parameters) => Milliseconds;
  readonly failedAttemptDuration: (parameters: Parameters) => Milliseconds;
  /** Work before it can start; returns how long it takes, 0 when there is none. */
  readonly prepare?: (
    moment: Moment,
    resource: ResourceDefinition,
    id: OccurrenceId,
  ) => Milliseconds;
  readonly prepared?: (moment: Moment, resource: ResourceDefinition) => void;
  readonly cameOnline?: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    id: OccurrenceId,
  ) => void;
  readonly wentOffline?: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    id: OccurrenceId,
  ) => void;
  /** It was ended without a chance to put things in order. */
  readonly wasDropped?: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    id: OccurrenceId,
  ) => void;
}

/** What a handler is given: the world at an instant, and the only ways to change what comes. */
export interface Moment {
  readonly at: Instant;
  /** The rank of what is being handled. */
  readonly rank: Rank;
  readonly plan: Plan;
  readonly parameters: Parameters;
  readonly world: World;
  readonly resourceTypes: Readonly<Record<ResourceType, ResourceBehaviour>>;
  /** Records that something happened now; returns its id, to mark the facts it made so. */
  occur<Kind extends OccurrenceKind>(
    kind: Kind,
    subject: string,
    values: OccurrenceValues[Kind],
    reason: Reason,
  ): OccurrenceId;
  /** Puts a task on the agenda, in the place of the same task planned before. */
  later(at: Instant, type: TaskType, subject: string, index?: number): void;
  cancel(type: TaskType, subject: string, index?: number): void;
}

/** The reason that a rule gave; only for a verdict that holds. */
export function reasonOf(rule: { readonly name: string }, verdict: Verdict): Reason {
  return { because: verdict.holds ? verdict.because : [], rule: rule.name };
}
