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
import type { Task } from '../world/task.ts';

/** Carries out a task of the agenda; actions are the run's own business and do not come here. */
export function handle(moment: Moment, { type, subject }: Task): void {
  switch (type) {
    case 'heartbeat-arrives':
      return hearAgain(moment, subject);
    case 'listening-times-out':
      return missHeartbeats(moment, subject);
    case 'renewal-due':
      return renew(moment, subject);
    case 'poll-due':
      return poll(moment, subject);
    case 'boot-ends':
      return endBoot(moment, subject);
    case 'service-start-due':
      return startService(moment, subject);
    case 'join-ends':
      return endJoin(moment, subject);
    case 'regroup-ends':
      return endRegroup(moment, subject);
    case 'reserve-due':
      return tryToReserve(moment, subject);
    case 'arbitration-ends':
      return endArbitration(moment, subject);
    case 'resource-due':
      return endStep(moment, subject);
    case 'restore-ends':
      return endRestore(moment, subject);
    case 'node-decides':
      return decideMembership(moment, subject);
    case 'group-decides':
      return decideGroup(moment, subject);
    case 'clients-look':
      return lookAsClient(moment);
    case 'clients-return':
      return endReturn(moment);
    case 'queue-retries':
      return deliverQueue(moment);
    case 'action':
      throw new Error('an action is not a task of the cluster');
  }
}
