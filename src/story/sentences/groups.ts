import { must } from '#model';
import type { OccurrenceOf, Plan } from '#model';
import { nameOf } from '../names.ts';
import { leftReason } from './failing.ts';
import { setBefore } from './past.ts';
import type { Past } from './past.ts';
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

/** Stands for one failover for each other node. */
const ALL_OTHERS = 4_294_967_295;

/** What kept a group from going to another node. */
function obstacleReason(
  { id, values }: OccurrenceOf<'group-failed'>,
  { groups, nodes, scenario }: Plan,
  past: Past,
): string {
  const { group, obstacle } = values;
  if (obstacle === 'no-member')
    return nodes.length > 1
      ? 'No other node can take it: each is down, paused, leaving or not a possible owner.'
      : 'There is no other node to go to.';
  const limit = Number(
    setBefore(past, id, `${group}.FailoverThreshold`) ??
      must(groups, group).properties['FailoverThreshold'] ??
      scenario.parameters.groupFailoverThreshold,
  );
  if (limit === 0) return 'Its group may not fail over at all (FailoverThreshold 0).';
  return limit === ALL_OTHERS
    ? `The group's failovers are used up too: it has one for each other node${scenario.profile === 'windows-server-2003' ? ' (on Windows Server 2003 an assumption)' : ''}.`
    : `The ${limit > 1 ? `${limit} failovers` : 'one failover'} that the group is allowed ${limit > 1 ? 'are' : 'is'} used up too.`;
}

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
    tell: (failed, plan, past) => ({
      text: `${nameOf(plan, failed.values.group)} stays failed`,
      why: `${nameOf(plan, failed.values.resource)} failed and its restarts are used up. ${obstacleReason(failed, plan, past)} ${leftReason(failed, plan, past)}`,
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
