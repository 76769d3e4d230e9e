import type { Action, RefusalReason } from '../actions/types.ts';
import type { Finding, Rule } from '../kernel/rule.ts';
import type { Verdict } from '../kernel/rule.ts';
import type { Fact, OccurrenceId } from '../kernel/fact.ts';
import type { Instant, Milliseconds, Rank } from '../kernel/instant.ts';
import type {
  Occurrence,
  OccurrenceKind,
  OccurrenceOf,
  OccurrenceValues,
} from '../occurrences/index.ts';
import type { Parameters } from '../parameters/names.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ResourceDefinition, ResourceType } from '../scenario/types.ts';
import type { ClusterWorld } from './cluster.ts';
import type { ExchangeWorld } from './exchange.ts';
import type { HardwareWorld } from './hardware.ts';
import type { TaskKind } from './task.ts';

/** Everything that is true and believed at an instant of a run. Plain data. */
export interface World extends HardwareWorld, ClusterWorld, ExchangeWorld {}

/** Why something happened: the ids of its causes and the rule that put them together. */
export interface Reason {
  readonly because: readonly OccurrenceId[];
  readonly rule: string | null;
}

/** Something that a type of resource does when its state has changed; `id` is the change. */
type Consequence = (
  moment: Moment,
  resource: ResourceDefinition,
  node: string,
  id: OccurrenceId,
) => void;

type Duration = (parameters: Parameters, resource: ResourceDefinition) => Milliseconds;

/** What a resource DLL is to the cluster service: how one type of resource comes and goes. */
export interface ResourceBehaviour {
  /** Whether an attempt to come online on the node would succeed, and why not. */
  readonly canComeOnline: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    formation: number,
  ) => Finding;
  /** What an attempt needs beside that at its beginning, but not to stay or to go offline in order. */
  readonly canBegin?: (moment: Moment, resource: ResourceDefinition, node: string) => Finding;
  readonly onlineDuration: Duration;
  readonly offlineDuration: Duration;
  readonly failedAttemptDuration: Duration;
  /** Work before it can start; returns how long it takes, 0 when there is none. */
  readonly prepare?: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    id: OccurrenceId,
  ) => Milliseconds;
  /** That work is done; it began at `since`. */
  readonly prepared?: (moment: Moment, resource: ResourceDefinition, since: Instant) => void;
  readonly cameOnline?: Consequence;
  readonly wentOffline?: Consequence;
  /** It was ended without a chance to put things in order. */
  readonly wasDropped?: Consequence;
}

/** Carries out a task of the agenda. */
export type Handler = (moment: Moment, subject: string, index: number) => void;

/**
 * What only some scenarios and actions need: votes and witnesses, forced and hung nodes, failback,
 * the administrator's verbs. A page loads it when one of them asks for it; without it the model is
 * the same for everything else.
 */
export interface Kit {
  /** Who carries out which tasks, instead of the core where that does too. */
  readonly handlers: readonly (readonly [TaskKind, Handler])[];
  readonly resourceTypes: Partial<Readonly<Record<ResourceType, ResourceBehaviour>>>;
  /** Does something that the core does not know, or refuses it. */
  readonly perform: (moment: Moment, action: Action) => RefusalReason | null;
  /** What follows at once from occurrences, after what the core makes of them. */
  readonly followers: Followers;
  /** What is looked after whenever something has happened, before what follows from it there. */
  readonly attend: (moment: Moment) => void;
  /** Looks around where something has just happened; `look` says where. */
  readonly lookAround: (moment: Moment, look: number) => void;
  /** How a quorum disk is won whose reservations no reset clears. */
  readonly persistent?: {
    readonly preempt: Rule<{ readonly moment: Moment; readonly node: string }>;
    readonly register: (moment: Moment, node: string, since: OccurrenceId) => void;
    readonly defend: (
      moment: Moment,
      node: string,
      disk: string,
      because: readonly OccurrenceId[],
    ) => void;
    readonly isChallenged: (moment: Moment, disk: string) => boolean;
    readonly clear: (moment: Moment, disk: string, since: OccurrenceId) => void;
  };
  /** Where an occurrence can make a difference that the core does not know of. */
  readonly looks: Partial<Readonly<Record<OccurrenceKind, number>>>;
  /** A disk has been taken from a node that believes to own it; it finds out when it renews. */
  readonly takenFrom: (moment: Moment, node: string, disk: string) => void;
  /** A part of a cluster with votes asks whether it may go on. */
  readonly countVotes: (
    moment: Moment,
    leader: string,
    members: readonly string[],
    because: readonly OccurrenceId[],
  ) => void;
  /** Whether a living part of the cluster can go on only with the witness. */
  readonly needsWitness: (moment: Moment, nodes: number) => boolean;
  /** A challenger for the file share has waited long enough, or the node that keeps it has. */
  readonly tryToLock: (moment: Moment, node: string) => void;
  readonly endDefence: (moment: Moment, node: string) => void;
  /** Whether a node may form a cluster with votes now. */
  readonly mayForm: (moment: Moment, node: string) => Finding;
  /** A node begins to form a cluster; false: the quorum disk alone decides. */
  readonly form: (moment: Moment, node: string, since: OccurrenceId) => boolean;
  /** A cluster service has ended in a part of the cluster. */
  readonly afterStop: (moment: Moment, formation: number) => void;
  /** The node that gets a group where there are several others, and what the choice rested on. */
  readonly nextOwner: (
    moment: Moment,
    by: string,
    group: string,
    from: string,
    occasion: 'resource-failed' | 'node-down' | 'best-possible',
  ) => { readonly value: string | null; readonly since: readonly OccurrenceId[] };
  /** What was to come after a cluster service that was leaving, whatever has ended it. */
  readonly afterLeaving: (
    moment: Moment,
    node: string,
    then: 'stop' | 'shut-down' | 'restart',
    since: OccurrenceId,
  ) => void;
  /** Another node begins to have the group of one that is about to stop. */
  readonly giveAway: (moment: Moment, group: string, formation: number) => void;
  /** Whether another part of the cluster already answers for an address. */
  readonly answersElsewhere: (
    moment: Moment,
    resource: ResourceDefinition,
    node: string,
    formation: number,
  ) => Finding;
}

/** What follows at once from occurrences, by their kind. */
export type Followers = {
  readonly [Kind in OccurrenceKind]?: (moment: Moment, occurrence: OccurrenceOf<Kind>) => void;
};

type Follower = (moment: Moment, occurrence: Occurrence) => void;

/** What the model makes of a kind of occurrence. */
export interface Notice {
  /** Where it can make a difference. */
  readonly look: number;
  /** What follows from it at once: in the core, then in the kit. */
  readonly follow: Follower | undefined;
  readonly followMore: Follower | undefined;
}

/** What a handler is given: the world at an instant, and the only ways to change what comes. */
export interface Moment {
  readonly at: Instant;
  /** The rank of what is being handled. */
  readonly rank: Rank;
  readonly plan: Plan;
  readonly parameters: Parameters;
  readonly world: World;
  /** What the plan says of properties, as far as it was asked. */
  readonly defaults: Record<string, Record<string, Fact<number>>>;
  readonly resourceTypes: Readonly<Record<ResourceType, ResourceBehaviour>>;
  /** What the model makes of a kind of occurrence. */
  readonly noticeFor: (kind: OccurrenceKind) => Notice;
  readonly kit: Kit;
  /** Records that something happened now; returns its id, to mark the facts it made so. */
  occur<Kind extends OccurrenceKind>(
    kind: Kind,
    subject: string,
    values: OccurrenceValues[Kind],
    reason: Reason,
  ): OccurrenceId;
  /** Puts a task on the agenda, in the place of the same task planned before. */
  later(at: Instant, kind: TaskKind, subject: string, index?: number): void;
  cancel(kind: TaskKind, subject: string, index?: number): void;
}

/** The reason that a rule gave; only for a verdict that holds. */
export function reasonOf(rule: { readonly name: string }, verdict: Verdict): Reason {
  return { because: verdict.holds ? verdict.because : [], rule: rule.name };
}
