import type { Instant } from '../kernel/instant.ts';
import type { PartKind } from '../scenario/parts.ts';
import type { PropertyName } from '../properties/names.ts';

/** Which kinds of part each verb with one argument takes. */
export const VERBS = {
  'power-off': ['node'],
  'power-on': ['node'],
  'shut-down': ['node'],
  restart: ['node'],
  hang: ['node'],
  wake: ['node'],
  cut: ['network', 'cable', 'path', 'switch'],
  mend: ['network', 'cable', 'path', 'switch'],
  fail: ['array', 'disk', 'controller', 'witness', 'feed'],
  repair: ['array', 'disk', 'controller', 'witness', 'feed'],
  crash: ['resource'],
  'hang-service': ['resource', 'node'],
  'stop-service': ['resource'],
  'start-service': ['resource'],
  'take-offline': ['resource', 'group'],
  'bring-online': ['resource', 'group'],
  'pause-node': ['node'],
  'resume-node': ['node'],
  'force-quorum': ['node'],
  'start-cluster-service': ['node'],
  'stop-cluster-service': ['node'],
  'damage-page': ['resource'],
  'back-up': ['resource'],
  'restore-backup': ['resource'],
} as const satisfies Record<string, readonly PartKind[]>;

/** An action whose only argument is the part that it is done to. */
export interface PlainAction<PlainVerb extends keyof typeof VERBS> {
  readonly verb: PlainVerb;
  readonly part: string;
}

/** Everything that can be done to the system so far, with ids as declared in the scenario. */
export type Action =
  | { readonly [PlainVerb in keyof typeof VERBS]: PlainAction<PlainVerb> }[keyof typeof VERBS]
  | { readonly verb: 'move'; readonly part: string; readonly to: string | null }
  | {
      readonly verb: 'set';
      /** What the property belongs to; null for one of the cluster. */
      readonly part: string | null;
      readonly property: PropertyName;
      /** Milliseconds, a count, a word, or node ids with commas between. */
      readonly value: number | string;
    };

export type Verb = Action['verb'];

/** An action and when it is done. */
export interface TimedAction {
  readonly at: Instant;
  readonly action: Action;
}

/** Why an action was not carried out: it makes no sense in the world as it is. */
export type RefusalReason =
  | { readonly code: 'already-so'; readonly part: string; readonly state: string }
  | { readonly code: 'no-power'; readonly node: string }
  | { readonly code: 'system-not-up'; readonly node: string; readonly state: string }
  | { readonly code: 'same-owner'; readonly group: string; readonly node: string }
  | { readonly code: 'not-a-member'; readonly node: string }
  | { readonly code: 'paused'; readonly node: string }
  | { readonly code: 'not-a-possible-owner'; readonly group: string; readonly node: string }
  /** A node hosts one clustered mailbox server at a time. */
  | { readonly code: 'hosts-another'; readonly group: string; readonly node: string }
  | { readonly code: 'owner-not-running'; readonly group: string; readonly node: string }
  | { readonly code: 'busy'; readonly group: string }
  /** The cluster cannot be without the resource that decides who goes on. */
  | { readonly code: 'holds-quorum'; readonly part: string }
  | { readonly code: 'nothing-failed'; readonly group: string }
  | { readonly code: 'no-other-node'; readonly group: string }
  | { readonly code: 'no-cluster'; readonly verb: Verb }
  | { readonly code: 'has-quorum'; readonly node: string }
  /** Windows Server 2003: a node that runs by force goes on without it. */
  | { readonly code: 'kept-out'; readonly node: string; readonly by: string }
  | { readonly code: 'not-in-profile'; readonly what: string }
  /** RetryPeriodOnFailure is not less than RestartPeriod. */
  | { readonly code: 'below-restart-period'; readonly resource: string; readonly leastMs: number }
  | { readonly code: 'above-retry-period'; readonly resource: string; readonly mostMs: number }
  | { readonly code: 'no-process'; readonly resource: string }
  | { readonly code: 'not-online'; readonly resource: string; readonly state: string }
  | { readonly code: 'no-database'; readonly resource: string }
  | { readonly code: 'cannot-restore'; readonly resource: string; readonly condition: string };

/** An action that was refused, and why. It changed nothing and has no id. */
export interface Refusal {
  readonly at: Instant;
  readonly action: Action;
  readonly reason: RefusalReason;
}
