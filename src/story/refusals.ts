import type { Plan, Profile, RefusalReason } from '#model';
import { sayDuration } from './format.ts';
import { nameOf } from './names.ts';

const PROFILES: Readonly<Record<Profile, string>> = {
  'windows-server-2003': 'Windows Server 2003',
  'windows-server-2008': 'Windows Server 2008',
};

/** States of the model as people say them. */
const STATES: Readonly<Record<string, string>> = {
  booting: 'still starting',
  'shutting-down': 'shutting down',
  'online-pending': 'still coming online',
  'offline-pending': 'going offline',
};

/** What stands in the way of restoring a database that is mounted. */
const IN_USE = 'the database is not in use';

const say = (state: string): string => STATES[state] ?? state.replaceAll('-', ' ');

/** Why an action was refused, in a sentence or two: what is wrong, and what would be right. */
export function refusalText(plan: Plan, reason: RefusalReason): string {
  switch (reason.code) {
    case 'already-so':
      return reason.state.startsWith('not ')
        ? `${nameOf(plan, reason.part)} is ${reason.state}.`
        : `${nameOf(plan, reason.part)} is ${say(reason.state)} already.`;
    case 'no-power':
      return `${reason.node} has no power: repair one of its feeds first.`;
    case 'system-not-up':
      return `${reason.node} is ${say(reason.state)}; its operating system must be running for that.`;
    case 'same-owner':
      return `${nameOf(plan, reason.group)} is on ${reason.node} already.`;
    case 'not-a-member':
      return `${reason.node} is not a running member of the cluster: its cluster service must run.`;
    case 'paused':
      return `${reason.node} is paused, so nothing may move there. Resume it first.`;
    case 'not-a-possible-owner':
      return `${reason.node} is not a possible owner of everything in ${nameOf(plan, reason.group)}. Another node must be chosen.`;
    case 'hosts-another':
      return `${reason.node} hosts another clustered mailbox server, and a node takes one at a time. Another node must be chosen.`;
    case 'owner-not-running':
      return `${reason.node}, which owns ${nameOf(plan, reason.group)}, ${plan.quorum ? 'does not run its cluster service' : 'is not running'}.`;
    case 'busy':
      return `${nameOf(plan, reason.group)} or its node is in the middle of a change.`;
    case 'holds-quorum':
      return `${nameOf(plan, reason.part)} stays online: the cluster is not without what decides who goes on.`;
    case 'nothing-failed':
      return `${nameOf(plan, reason.group)} is online already, or on its way: nothing in it has been left failed or offline.`;
    case 'no-other-node':
      return `There is no other node for ${nameOf(plan, reason.group)}.`;
    case 'no-cluster':
      return plan.quorum
        ? `No node runs as a member of the cluster, and \`${reason.verb}\` needs one.`
        : `The server stands alone: \`${reason.verb}\` is for nodes of a cluster.`;
    case 'has-quorum':
      return `${reason.node} goes on as it is: only a node whose cluster service has stopped is forced. Stop it first: \`stop-cluster-service ${reason.node}\`.`;
    case 'kept-out':
      return `${reason.by} runs by force, so the cluster service of ${reason.node} must stay stopped (KB 258078). Stop and start that of ${reason.by} first.`;
    case 'not-in-profile':
      return `${reason.what} does not exist on ${PROFILES[plan.scenario.profile]}.`;
    case 'below-restart-period':
      return `RetryPeriodOnFailure of ${nameOf(plan, reason.resource)} goes from its RestartPeriod, ${sayDuration(reason.leastMs)}; 4294967295ms stands for never.`;
    case 'above-retry-period':
      return `RestartPeriod of ${nameOf(plan, reason.resource)} goes up to its RetryPeriodOnFailure, ${sayDuration(reason.mostMs)}. Set that first.`;
    case 'no-process':
      return `${nameOf(plan, reason.resource)} has no process of its own. Services have, and generic resources.`;
    case 'not-online':
      return `${nameOf(plan, reason.resource)} is ${say(reason.state)}; it must be online for that.`;
    case 'no-database':
      return `${nameOf(plan, reason.resource)} is no database, so it has no backup and no pages.`;
    case 'cannot-restore':
      return `${nameOf(plan, reason.resource)} cannot be restored now. What it takes: ${reason.condition}.${reason.condition === IN_USE ? ` Take it offline first: \`take-offline ${reason.resource}\`.` : ''}`;
  }
}
