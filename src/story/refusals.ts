import type { Plan, RefusalReason } from '#model';
import { nameOf } from './names.ts';

/** Why an action was refused, in a sentence. */
export function refusalText(plan: Plan, reason: RefusalReason): string {
  switch (reason.code) {
    case 'already-so':
      return `${nameOf(plan, reason.part)} is ${reason.state} already.`;
    case 'same-owner':
      return `${nameOf(plan, reason.group)} is on ${reason.node} already.`;
    case 'not-a-member':
      return `${reason.node} is not a running member of the cluster, so nothing can move there.`;
    case 'owner-not-running':
      return `${reason.node}, which owns ${nameOf(plan, reason.group)}, ${plan.quorum ? 'does not run its cluster service' : 'is not running'}.`;
    case 'busy':
      return `${nameOf(plan, reason.group)} or its node is in the middle of a change.`;
    case 'nothing-failed':
      return `Nothing in ${nameOf(plan, reason.group)} has been left failed.`;
    case 'no-other-node':
      return `There is no other node for ${nameOf(plan, reason.group)}.`;
    case 'no-database':
      return `${nameOf(plan, reason.resource)} is no database, so no backup of it is restored.`;
    case 'cannot-restore':
      return `${nameOf(plan, reason.resource)} cannot be restored now. What it takes: ${reason.condition}.`;
    case 'several-targets':
      return `Say which node ${nameOf(plan, reason.group)} is to move to.`;
  }
}
