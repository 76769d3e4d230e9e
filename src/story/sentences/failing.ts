import { NEVER } from '#model';
import type { Milliseconds, Occurrence, OccurrenceOf, OccurrenceValues, Plan } from '#model';
import { sayCount, sayDuration } from '../format.ts';
import { causesOf, setBefore } from './past.ts';
import type { Past } from './past.ts';

type Failed = OccurrenceOf<'resource-failed'>;

const NETWORK_GONE = /^(?:network-cut|switch-cut|cable-cut|feed-failed)$/;
const DISK_GONE = /^(?:array-failed|controller-failed|path-cut|disk-failed|feed-failed)$/;
const PROCESS_GONE = /^resource-(?:crashed|hung|stopped-outside)$/;
const PROVIDER_GONE = /^resource-(?:failed|offline|going-offline|going-online)$/;

function typeOf(plan: Plan, resource: string): string {
  return plan.resources[resource]?.type ?? '';
}

/** Why a database could not be mounted, by what stood in the way. */
function mountReason(kinds: readonly string[]): string {
  if (kinds.includes('database-damaged'))
    return 'The damaged file cannot be mounted (an assumption).';
  if (kinds.includes('disk-repaired')) return 'The new disk is empty: its files are gone.';
  if (kinds.some((kind) => DISK_GONE.test(kind))) return 'A disk of its files does not answer.';
  if (kinds.includes('restore-started')) return 'It is being restored.';
  return 'A disk of its files is not online on this node.';
}

/** Why an attempt to bring a resource online came to nothing. */
function attemptReason(failed: Failed, plan: Plan, past: Past): string {
  const { resource } = failed.values;
  const type = typeOf(plan, resource);
  const own = causesOf(failed, past).filter(({ subject }) => subject === resource);
  const others = causesOf(failed, past).filter(({ subject }) => subject !== resource);
  const kinds = [...others, ...own].map(({ kind }) => kind);
  if (own.some(({ kind }) => PROCESS_GONE.test(kind)))
    return 'Its process ended or stood still before it was online.';
  const needs = plan.resources[resource]?.dependsOn ?? [];
  const provider = others.find(
    ({ kind, subject }) =>
      needs.includes(subject) && (PROCESS_GONE.test(kind) || PROVIDER_GONE.test(kind)),
  );
  if (provider && typeOf(plan, provider.subject) !== 'physical-disk')
    return 'What it depends on no longer works.';
  if (type === 'mailbox-database') return mountReason(kinds);
  if (type === 'physical-disk')
    return kinds.some((kind) => DISK_GONE.test(kind))
      ? 'The disk does not answer.'
      : 'Another node has the disk reserved.';
  if (kinds.some((kind) => NETWORK_GONE.test(kind))) return 'Its interface has no network.';
  if (type === 'ip-address') return 'Another node answers for the address.';
  return type === 'generic' || type === 'network-name'
    ? 'What it needs was not there.'
    : 'Another clustered mailbox server is in use on this node.';
}

const STARTED_AGAIN = 'The model starts it again as a cluster would (an assumption).';

/** How a server that stands alone, without a resource monitor, comes to know of a failure. */
const ALONE = 'No cluster watches it here: the model finds it like one, at the next poll.';

function pollReason(resource: string, plan: Plan): string {
  if (!plan.quorum) return ALONE;
  return typeOf(plan, resource) === 'ip-address'
    ? 'The resource monitor asked whether it is alive, and its interface had no network.'
    : 'The resource monitor asked whether it is alive and got no good answer.';
}

function foundReason(failed: Failed, plan: Plan, past: Past): string {
  const { how, resource } = failed.values;
  switch (how) {
    case 'poll':
      return pollReason(resource, plan);
    case 'reservation':
      return 'Its disk driver could not renew the reservation.';
    case 'access':
      return causesOf(failed, past).some(({ kind }) => kind === 'disk-repaired')
        ? 'The new disk is empty: its files are gone.'
        : 'The disk does not answer.';
    case 'time-out':
      return 'It did not get there in the time that it is given.';
    case 'damage':
      return 'It read a page that is not what was written there.';
    case 'attempt':
      return past.length > 0
        ? attemptReason(failed, plan, past)
        : 'What it needs was not there, or another node had it.';
  }
}

/** A number of a resource as it was before an occurrence: set by an administrator, the file or the register. */
function numberBefore(
  plan: Plan,
  past: Past,
  { id, resource }: { readonly id: number; readonly resource: string },
  name: 'RestartThreshold' | 'RestartPeriod' | 'RetryPeriodOnFailure',
): number {
  const { restartThreshold, restartPeriod, retryPeriodOnFailure } = plan.scenario.parameters;
  const register = {
    RestartThreshold: restartThreshold,
    RestartPeriod: restartPeriod,
    RetryPeriodOnFailure: retryPeriodOnFailure,
  };
  const set = setBefore(past, id, `${resource}.${name}`);
  return Number(set ?? plan.resources[resource]?.properties[name] ?? register[name]);
}

/** When a resource that was left failed is tried again by itself; empty where it never is. */
function retryReason(
  plan: Plan,
  past: Past,
  { id, resource }: { readonly id: number; readonly resource: string },
): string {
  const period = numberBefore(plan, past, { id, resource }, 'RetryPeriodOnFailure');
  return period === NEVER
    ? ''
    : `It is tried again ${sayDuration(period)} after its last failure, where that can help`;
}

/** Whether it is by assumption of the register that a resource does not affect its group. */
function isAssumed({ scenario }: Plan, type: string): boolean {
  const { databaseAffectsGroup, exchangeServicesAffectGroup } = scenario.parameters;
  if (type === 'mailbox-database') return databaseAffectsGroup === 0;
  const isService = type === 'system-attendant' || type === 'information-store';
  return isService && exchangeServicesAffectGroup === 0;
}

/** How often it has failed within the time that counts, and how many restarts that leaves. */
function countReason(failures: number, most: number, periodMs: Milliseconds): string {
  const counted = `Failure ${failures} within ${sayDuration(periodMs)}`;
  if (most === 0) return `${counted}, and no restart is allowed.`;
  if (failures > most)
    return `${counted}: its ${most === 1 ? 'restart is' : `${most} restarts are`} used up.`;
  return `${counted}; up to ${sayCount(most, 'restart')} in that time ${most === 1 ? 'is' : 'are'} allowed.`;
}

/** Whether it may be restarted, and what becomes of it if not. */
function nextReason({ id, values }: Failed, plan: Plan, past: Past): string {
  const { resource, failures } = values;
  const one = { id, resource };
  const most = numberBefore(plan, past, one, 'RestartThreshold');
  if (!plan.quorum) return failures > most ? 'Nothing restarts it here.' : STARTED_AGAIN;
  const set = setBefore(past, id, `${resource}.RestartAction`);
  const action = set ?? plan.resources[resource]?.restartAction;
  if (action === 'leave') return 'It is not to be restarted, so it stays failed.';
  const counted = countReason(failures, most, numberBefore(plan, past, one, 'RestartPeriod'));
  if (failures <= most) return counted;
  if (action === 'fail-over') return `${counted} It affects its group, which fails over if it may.`;
  const isOurs = set === undefined && isAssumed(plan, typeOf(plan, resource));
  const stays = `It does not affect its group${isOurs ? ' (an assumption)' : ''}, so it stays failed`;
  const retry = retryReason(plan, past, one);
  return `${counted} ${stays}${retry === '' ? ' until somebody brings it online.' : `. ${retry}.`}`;
}

/** How a resource was found to have failed, why, and what may follow. */
export function failureReason(failed: Failed, plan: Plan, past: Past): string {
  return `${foundReason(failed, plan, past)} ${nextReason(failed, plan, past)}`;
}

/** Why a resource was ended without being closed in order. */
export function endReason(ended: OccurrenceOf<'resource-offline'>, plan: Plan, past: Past): string {
  const causes = causesOf(ended, past);
  const { resource } = ended.values;
  const isOwn = ({ subject }: Occurrence): boolean => subject === resource;
  const has = (kind: Occurrence['kind'], own?: boolean): boolean =>
    causes.some((cause) => cause.kind === kind && (own === undefined || isOwn(cause) === own));
  const isDatabase = typeOf(plan, resource) === 'mailbox-database';
  if (has('resource-stopped-outside'))
    return isDatabase
      ? 'It was closed in order when its store was stopped.'
      : 'Somebody had stopped it.';
  if (has('resource-crashed'))
    return `${isDatabase ? 'Its store' : 'Its process'} ended without order.`;
  if (typeOf(plan, resource) === 'ip-address' && causes.some(({ kind }) => NETWORK_GONE.test(kind)))
    return 'Its interface had no network.';
  if (causes.some(({ kind }) => DISK_GONE.test(kind)))
    return typeOf(plan, resource) === 'physical-disk'
      ? 'It did not answer, so it could not be released in order.'
      : 'A disk that it needs was out of reach, so it could not be closed in order.';
  if (has('resource-going-offline', true))
    return 'It did not close in the time that it is given, and was ended without order.';
  if (has('resource-hung'))
    return `${isDatabase ? 'Its store' : 'Its process'} stood still, so it could not be closed in order.`;
  if (has('resource-going-online', true)) return 'It was still starting and was broken off.';
  return 'It was ended without order.';
}

/** Why an owner could not renew its reservation of a disk. */
export function renewalReason(lost: OccurrenceOf<'reservation-lost'>, past: Past): string {
  if (past.length === 0)
    return 'The renewal that was due did not reach the disk, or another node holds it.';
  return causesOf(lost, past).some(({ kind }) => DISK_GONE.test(kind))
    ? 'The renewal that was due did not reach the disk.'
    : 'Another node has it reserved by now.';
}

/** What is broken and stays so until somebody does something, in a group whose failover is no help. */
export function leftReason(
  { id, values }: { readonly id: number; readonly values: OccurrenceValues['group-failed'] },
  plan: Plan,
  past: Past,
): string {
  const retry = retryReason(plan, past, { id, resource: values.resource });
  return retry === ''
    ? 'Somebody must mend what is wrong and bring it online.'
    : `${retry}; sooner if somebody brings it online.`;
}
