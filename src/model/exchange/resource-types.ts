import { every } from '../kernel/rule.ts';
import type { ResourceBehaviour } from '../world/moment.ts';
import { mailboxDatabase } from './database.ts';

const systemAttendant: ResourceBehaviour = {
  canComeOnline: () => every([]),
  onlineDuration: ({ systemAttendantOnlineDuration }) => systemAttendantOnlineDuration,
  offlineDuration: ({ systemAttendantOfflineDuration }) => systemAttendantOfflineDuration,
  failedAttemptDuration: ({ failedServiceAttemptDuration }) => failedServiceAttemptDuration,
};

const informationStore: ResourceBehaviour = {
  canComeOnline: () => every([]),
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
