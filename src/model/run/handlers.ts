import {
  decideGroup,
  decideMembership,
  endArbitration,
  endJoin,
  endRegroup,
  endStep,
  hearAgain,
  missHeartbeats,
  poll,
  renew,
  startService,
  tryToReserve,
} from '../cluster/index.ts';
import { deliverQueue, endRestore, endReturn, lookAsClient } from '../exchange/index.ts';
import { endBoot } from '../hardware/boot.ts';
import type { Moment } from '../world/moment.ts';
import type { TaskType } from '../world/task.ts';

/** Who carries out each task of the agenda; actions are the run's own business. */
export const HANDLERS: Readonly<
  Record<Exclude<TaskType, 'action'>, (moment: Moment, subject: string) => void>
> = {
  'heartbeat-arrives': hearAgain,
  'listening-times-out': missHeartbeats,
  'renewal-due': renew,
  'poll-due': poll,
  'boot-ends': endBoot,
  'service-start-due': startService,
  'join-ends': endJoin,
  'regroup-ends': endRegroup,
  'reserve-due': tryToReserve,
  'arbitration-ends': endArbitration,
  'resource-due': endStep,
  'restore-ends': endRestore,
  'node-decides': decideMembership,
  'group-decides': decideGroup,
  'clients-look': lookAsClient,
  'clients-return': endReturn,
  'queue-retries': deliverQueue,
};
