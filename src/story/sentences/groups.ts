import { nameOf } from '../names.ts';
import { leftReason } from './failing.ts';
import type { Tellings } from './types.ts';

type GroupKind =
  | 'group-taken'
  | 'move-started'
  | 'failover-started'
  | 'failback-started'
  | 'group-moved'
  | 'group-failed'
  | 'group-brought-online'
  | 'group-taken-offline';

const IN_ORDER = 'Everything is taken offline first, dependents before what they depend on.';

const TOOLS =
  'Move-ClusteredMailboxServer checks the target first and records a reason; the cluster’s own tools do neither.';

const STAYS = {
  'used-up':
    "The group's failovers are used up too; by default it has one for each other node (on Windows Server 2003 that is an assumption).",
  'no-member': 'There is no other node to go to.',
} as const;

/** How groups leave one node and come to another. */
export const groupTellings: Tellings<GroupKind> = {
  'group-taken': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.to} takes over ${nameOf(plan, values.group)}`,
      why: `${plan.nodes.length > 2 ? 'Those who go on have' : 'It has'} the quorum, and ${values.from} is not a member now.`,
    }),
  },
  'move-started': {
    weight: 'decision',
    tell: ({ values, rule }, plan) =>
      rule === null
        ? {
            text: `You move ${nameOf(plan, values.group)} to ${values.to}`,
            why: `${IN_ORDER}${plan.mailboxServers.includes(values.group) ? ` ${TOOLS}` : ''}`,
          }
        : {
            text: `${nameOf(plan, values.group)} is to move to ${values.to}`,
            why: `${values.from} leaves the cluster. ${IN_ORDER}`,
          },
  },
  'failover-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} fails over to ${values.to}`,
      why: `${nameOf(plan, values.resource)} used up its restarts on ${values.from}, and it affects the group.`,
    }),
  },
  'failback-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} goes back to ${values.to}`,
      why: `Failback is allowed, and it prefers ${values.to} to ${values.from}. ${IN_ORDER}`,
    }),
  },
  'group-moved': {
    weight: 'step',
    tell: ({ values }, plan) =>
      values.from === values.to
        ? {
            text: `${values.from} keeps ${nameOf(plan, values.group)}`,
            why: 'The node that it was to go to can no longer take it.',
          }
        : {
            text: `${values.from} hands ${nameOf(plan, values.group)} to ${values.to}`,
            why: 'Everything in it is offline, so its disks are free for the other node.',
          },
  },
  'group-failed': {
    weight: 'decision',
    tell: ({ id, values }, plan, past) => ({
      text: `${nameOf(plan, values.group)} stays failed`,
      why: `${nameOf(plan, values.resource)} failed and its restarts are used up. ${STAYS[values.obstacle]} ${leftReason({ id, values }, plan, past)}`,
    }),
  },
  'group-brought-online': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You bring ${nameOf(plan, values.group)} online`,
      why: 'Its failures are forgotten; what failed is tried again.',
    }),
  },
  'group-taken-offline': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You take ${nameOf(plan, values.group)} offline`,
      why: 'It goes in order, and stays offline until somebody brings it online.',
    }),
  },
};
