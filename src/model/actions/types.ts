import type { Instant } from '../kernel/instant.ts';
import type { PartKind } from '../scenario/plan.ts';

/** Everything that can be done to the system so far, with ids as declared in the scenario. */
export type Action =
  | { readonly verb: 'power-off'; readonly part: string }
  | { readonly verb: 'power-on'; readonly part: string }
  | { readonly verb: 'cut'; readonly part: string }
  | { readonly verb: 'mend'; readonly part: string }
  | { readonly verb: 'fail'; readonly part: string }
  | { readonly verb: 'repair'; readonly part: string }
  | { readonly verb: 'bring-online'; readonly part: string }
  | { readonly verb: 'restore-backup'; readonly part: string }
  | { readonly verb: 'move'; readonly part: string; readonly to: string | null };

export type Verb = Action['verb'];

/** An action and when it is done. */
export interface TimedAction {
  readonly at: Instant;
  readonly action: Action;
}

/** Which kinds of part each verb takes. */
export const VERBS: Readonly<Record<Verb, readonly PartKind[]>> = {
  'power-off': ['node'],
  'power-on': ['node'],
  cut: ['network', 'cable', 'path'],
  mend: ['network', 'cable', 'path'],
  fail: ['array', 'disk'],
  repair: ['array', 'disk'],
  'bring-online': ['group'],
  'restore-backup': ['resource'],
  move: ['group'],
};

/** Why an action was not carried out: it makes no sense in the world as it is. */
export type RefusalReason =
  | { readonly code: 'already-so'; readonly part: string; readonly state: string }
  | { readonly code: 'same-owner'; readonly group: string; readonly node: string }
  | { readonly code: 'not-a-member'; readonly node: string }
  | { readonly code: 'owner-not-running'; readonly group: string; readonly node: string }
  | { readonly code: 'busy'; readonly group: string }
  | { readonly code: 'nothing-failed'; readonly group: string }
  | { readonly code: 'no-other-node'; readonly group: string }
  | { readonly code: 'no-database'; readonly resource: string }
  | { readonly code: 'cannot-restore'; readonly resource: string; readonly condition: string }
  | { readonly code: 'several-targets'; readonly group: string };

/** An action that was refused, and why. It changed nothing and has no id. */
export interface Refusal {
  readonly at: Instant;
  readonly action: Action;
  readonly reason: RefusalReason;
}
