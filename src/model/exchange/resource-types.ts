import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { everyOf, found, is, YES } from '../kernel/rule.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import { formationOf, resourceIn } from '../world/formation.ts';
import type { Moment, ResourceBehaviour } from '../world/moment.ts';
import { mailboxDatabase } from './database.ts';

/** Whether a service of a mailbox server leaves its node to another: it has not come online, or is gone. */
function isFree({ world }: Moment, formation: number, { id, type }: ResourceDefinition): Finding {
  const { state } = resourceIn(world, formation, id);
  if (type !== 'system-attendant' && type !== 'information-store') return YES;
  return is(state, 'offline', 'failed', 'online-pending');
}

/**
 * A node hosts one clustered mailbox server at a time (help of Move-ClusteredMailboxServer): while the
 * services of another are in use there, those of this one do not start.
 */
function isOnlyServer(
  moment: Moment,
  { id }: ResourceDefinition,
  node: string,
  formation: number,
): Finding {
  const { plan, world } = moment;
  if (plan.mailboxServers.length < 2) return YES;
  const own = must(plan.groupOf, id).id;
  const { groups } = formationOf(world, formation);
  return everyOf(plan.mailboxServers, (group) => {
    if (group === own) return YES;
    const { owner } = must(groups, group);
    if (owner.value !== node) return found(true, owner.since);
    const { resources } = must(plan.groups, group);
    const free = everyOf(resources, (service) => isFree(moment, formation, service));
    return free.holds ? free : { holds: false, since: [...free.since, owner.since] };
  });
}

const systemAttendant: ResourceBehaviour = {
  canComeOnline: isOnlyServer,
  onlineDuration: ({ systemAttendantOnlineDuration }) => systemAttendantOnlineDuration,
  offlineDuration: ({ systemAttendantOfflineDuration }) => systemAttendantOfflineDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
};

const informationStore: ResourceBehaviour = {
  canComeOnline: isOnlyServer,
  onlineDuration: ({ informationStoreOnlineDuration }) => informationStoreOnlineDuration,
  offlineDuration: ({ informationStoreOfflineDuration }) => informationStoreOfflineDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
};

/** The resource types that Exchange Server 2007 adds. */
export const exchangeResourceTypes = {
  'system-attendant': systemAttendant,
  'information-store': informationStore,
  'mailbox-database': mailboxDatabase,
} as const;
