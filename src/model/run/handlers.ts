import {
  assessNetwork,
  decideGroup,
  decideMembership,
  endChallenge,
  endJoin,
  endQuestion,
  endRegroup,
  endStep,
  hearAgain,
  missHeartbeats,
  poll,
  renew,
  restart,
  startService,
} from '../cluster/index.ts';
import { deliverQueue, endReturn, lookAsClient } from '../exchange/index.ts';
import { endBoot } from '../hardware/index.ts';
import type { Handler } from '../world/moment.ts';
import type { TaskType } from '../world/task.ts';

/**
 * Who carries out the tasks of the core unless the kit does: the whole one replaces `renewal-due` and
 * `service-start-due` by handlers that ask for networks first. Actions are the run's own business.
 */
export const HANDLERS: Partial<Readonly<Record<TaskType, Handler>>> = {
  'heartbeat-arrives': hearAgain,
  'listening-times-out': missHeartbeats,
  'renewal-due': renew,
  'poll-due': poll,
  'boot-ends': endBoot,
  'service-start-due': startService,
  'join-ends': endJoin,
  'network-assessed': assessNetwork,
  'regroup-ends': endRegroup,
  'reserve-due': endChallenge,
  'arbitration-ends': endQuestion,
  'resource-due': endStep,
  'restart-due': restart,
  'node-decides': decideMembership,
  'group-decides': decideGroup,
  'clients-look': lookAsClient,
  'clients-return': endReturn,
  'queue-retries': deliverQueue,
};
