import type { OccurrenceOf, Plan } from '#model';
import { sayDuration } from '../format.ts';
import { nameOf } from '../names.ts';
import type { Tellings, Weight } from './types.ts';

type GroupKind =
  | 'group-taken'
  | 'move-started'
  | 'failover-started'
  | 'group-moved'
  | 'group-failed'
  | 'group-brought-online'
  | 'resource-going-online'
  | 'resource-online'
  | 'resource-going-offline'
  | 'resource-offline'
  | 'resource-failed';

function providersOf(plan: Plan, resource: string): string {
  const providers = plan.resources[resource]?.dependsOn ?? [];
  if (providers.length === 0) return 'It depends on nothing, so it is among the first.';
  const names = providers.map((id) => nameOf(plan, id)).join(', ');
  return `What it depends on is online: ${names}.`;
}

function attemptWeight({ values }: OccurrenceOf<'resource-going-online'>): Weight {
  return values.attempt > 1 ? 'step' : 'detail';
}

const FAILED = {
  poll: 'The resource monitor asked whether it is alive, and its interface had no network.',
  reservation: 'Its disk driver could not renew the reservation.',
  access: 'What it needs on its disk is out of reach or gone.',
  attempt: 'Something that it needs was not there.',
} as const;

const STAYS = {
  'used-up': "The group's failover is used up too.",
  'no-member': 'There is no other node to go to.',
} as const;

/** How groups and their resources leave one node and come up on another. */
export const groupTellings: Tellings<GroupKind> = {
  'group-taken': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.to} takes over ${nameOf(plan, values.group)}`,
      why: `It has the quorum, and ${values.from} counts as down.`,
    }),
  },
  'move-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You move ${nameOf(plan, values.group)} to ${values.to}`,
      why: 'Everything is taken offline first, dependents before what they depend on.',
    }),
  },
  'failover-started': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} fails over to ${values.to}`,
      why: `${nameOf(plan, values.resource)} used up its restarts on ${values.from}, and it affects the group.`,
    }),
  },
  'group-moved': {
    weight: 'step',
    tell: ({ values }, plan) =>
      values.from === values.to
        ? {
            text: `${values.from} keeps ${nameOf(plan, values.group)}`,
            why: 'The node that it was to go to no longer counts as a member.',
          }
        : {
            text: `${values.from} hands ${nameOf(plan, values.group)} to ${values.to}`,
            why: 'Everything in it is offline, so its disks are free for the other node.',
          },
  },
  'group-failed': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.group)} stays failed`,
      why: `${nameOf(plan, values.resource)} failed and its restarts are used up. ${STAYS[values.obstacle]} Somebody must mend what is wrong and bring it online.`,
    }),
  },
  'group-brought-online': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You bring ${nameOf(plan, values.group)} online`,
      why: 'Its failures are forgotten; what failed is tried again.',
    }),
  },
  'resource-going-online': {
    weight: attemptWeight,
    tell: ({ values }, plan) => ({
      text:
        values.attempt > 1
          ? `${values.node} tries ${nameOf(plan, values.resource)} again`
          : `${nameOf(plan, values.resource)} starts on ${values.node}`,
      why:
        values.attempt > 1
          ? `Restart ${values.attempt - 1} after a failure.`
          : providersOf(plan, values.resource),
    }),
  },
  'resource-online': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text:
        plan.resources[values.resource]?.type === 'mailbox-database'
          ? `${nameOf(plan, values.resource)} is mounted on ${values.node}`
          : `${nameOf(plan, values.resource)} is online on ${values.node}`,
      why: `It took ${sayDuration(values.tookMs)}. ${providersOf(plan, values.resource)}`,
    }),
  },
  'resource-going-offline': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} goes offline on ${values.node}`,
      why: 'It has to go, and nothing that depends on it is online any more.',
    }),
  },
  'resource-offline': {
    weight: ({ rule }) => (rule === 'terminate' ? 'step' : 'detail'),
    tell: ({ values, rule }, plan) => ({
      text: `${nameOf(plan, values.resource)} is offline`,
      why:
        rule === 'terminate'
          ? `It could not be closed in order: something that it needs was gone.`
          : `${values.node} closed it in order.`,
    }),
  },
  'resource-failed': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} has failed on ${values.node}`,
      why: `${FAILED[values.how]} Failure ${values.failures} within the period that counts.`,
    }),
  },
};
