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
import type { Kit } from '../world/moment.ts';
import {
  HEARTBEAT_ARRIVES,
  RENEWAL_DUE,
  POLL_DUE,
  LISTENING_TIMES_OUT,
  BOOT_ENDS,
  SERVICE_START_DUE,
  JOIN_ENDS,
  NETWORK_ASSESSED,
  REGROUP_ENDS,
  RESERVE_DUE,
  ARBITRATION_ENDS,
  RESOURCE_DUE,
  RESTART_DUE,
  NODE_DECIDES,
  GROUP_DECIDES,
  CLIENTS_LOOK,
  CLIENTS_RETURN,
  QUEUE_RETRIES,
} from '../world/task.ts';

/**
 * Who carries out the tasks of the core unless the kit does: the whole one replaces `renewal-due` and
 * `service-start-due` by handlers that ask for networks first. Actions are the run's own business.
 */
export const HANDLERS: Kit['handlers'] = [
  [HEARTBEAT_ARRIVES, hearAgain],
  [LISTENING_TIMES_OUT, missHeartbeats],
  [RENEWAL_DUE, renew],
  [POLL_DUE, poll],
  [BOOT_ENDS, endBoot],
  [SERVICE_START_DUE, startService],
  [JOIN_ENDS, endJoin],
  [NETWORK_ASSESSED, assessNetwork],
  [REGROUP_ENDS, endRegroup],
  [RESERVE_DUE, endChallenge],
  [ARBITRATION_ENDS, endQuestion],
  [RESOURCE_DUE, endStep],
  [RESTART_DUE, restart],
  [NODE_DECIDES, decideMembership],
  [GROUP_DECIDES, decideGroup],
  [CLIENTS_LOOK, lookAsClient],
  [CLIENTS_RETURN, endReturn],
  [QUEUE_RETRIES, deliverQueue],
];
