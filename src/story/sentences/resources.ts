import { must } from '#model';
import type { OccurrenceOf, OccurrenceValues, ParameterName, Plan, ResourceType } from '#model';
import { sayDuration } from '../format.ts';
import { nameOf } from '../names.ts';
import { endReason, failureReason } from './failing.ts';
import type { Tellings, Weight } from './types.ts';

type ResourceKind =
  | 'resource-going-online'
  | 'resource-online'
  | 'resource-going-offline'
  | 'resource-offline'
  | 'resource-failed'
  | 'resource-retried'
  | 'resource-brought-online'
  | 'resource-taken-offline'
  | 'resource-crashed'
  | 'resource-hung'
  | 'resource-stopped-outside'
  | 'resource-started-outside';

function providersOf(plan: Plan, id: string): string {
  const resource = plan.resources[id];
  const providers = resource?.dependsOn ?? [];
  if (providers.length === 0) return 'It depends on nothing, so it is among the first.';
  const names = providers.map((provider) => nameOf(plan, provider)).join(', ');
  return resource?.dependsOnAny
    ? `One of these is enough for it, and is online: ${names}.`
    : `What it depends on is online: ${names}.`;
}

/** How long each type takes to come online, where nothing gets in between. */
const ONLINE: Readonly<Record<ResourceType, ParameterName>> = {
  'physical-disk': 'diskOnlineDuration',
  'ip-address': 'ipAddressOnlineDuration',
  'network-name': 'networkNameOnlineDuration',
  'system-attendant': 'systemAttendantOnlineDuration',
  'information-store': 'informationStoreOnlineDuration',
  'mailbox-database': 'databaseMountDuration',
  generic: 'genericOnlineDuration',
};

/** How long it took; an assumption only where that is the register's figure and nothing came in between. */
function tookReason(
  { resource, tookMs }: OccurrenceValues['resource-online'],
  { resources, scenario }: Plan,
): string {
  const { type, onlineDuration } = must(resources, resource);
  const isAssumed = onlineDuration === undefined && tookMs === scenario.parameters[ONLINE[type]];
  return `It took ${sayDuration(tookMs)}${isAssumed ? ' (by assumption)' : ''}.`;
}

function attemptWeight({ values }: OccurrenceOf<'resource-going-online'>): Weight {
  return values.attempt > 1 ? 'step' : 'detail';
}

/** How resources come online, go offline and fail. */
export const resourceTellings: Tellings<ResourceKind> = {
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
      why: `${tookReason(values, plan)} ${providersOf(plan, values.resource)}`,
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
    tell: (occurrence, plan, past) => ({
      text: `${nameOf(plan, occurrence.values.resource)} is offline`,
      why:
        occurrence.rule === 'terminate'
          ? endReason(occurrence, plan, past)
          : `${occurrence.values.node} closed it in order.`,
    }),
  },
  'resource-failed': {
    weight: 'decision',
    tell: (occurrence, plan, past) => ({
      text: `${nameOf(plan, occurrence.values.resource)} has failed on ${occurrence.values.node}`,
      why: failureReason(occurrence, plan, past),
    }),
  },
  'resource-retried': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${nameOf(plan, values.resource)} is given another try`,
      why: 'Its restarts were used up; long after a failure it is tried again all the same.',
    }),
  },
  'resource-brought-online': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You bring ${nameOf(plan, values.resource)} online`,
      why: 'What it depends on comes online first.',
    }),
  },
  'resource-taken-offline': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You take ${nameOf(plan, values.resource)} offline`,
      why: 'What depends on it goes first. They stay offline until somebody brings them online.',
    }),
  },
  'resource-crashed': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You crash ${nameOf(plan, values.resource)} on ${values.node}`,
      why: plan.quorum
        ? 'Its process is gone. Nobody notices before the next poll.'
        : 'Its process has ended. No cluster watches it here.',
    }),
  },
  'resource-hung': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You make ${nameOf(plan, values.resource)} hang on ${values.node}`,
      why: plan.quorum
        ? 'Its process is there and does nothing. Only IsAlive, the thorough poll, notices that (an assumption).'
        : 'Its process is there and does nothing. No cluster watches it here.',
    }),
  },
  'resource-stopped-outside': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: plan.quorum
        ? `You stop ${nameOf(plan, values.resource)} without asking the cluster`
        : `You stop ${nameOf(plan, values.resource)}`,
      why: 'It closes in order, in the model at once. The next poll takes it for a failure.',
    }),
  },
  'resource-started-outside': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: plan.quorum
        ? `You start ${nameOf(plan, values.resource)} without asking the cluster`
        : `You start ${nameOf(plan, values.resource)}`,
      why: 'Where the next poll has not come yet, nothing counts as failed.',
    }),
  },
};
