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
  ARBITRATION_ENDS,
  BOOT_ENDS,
  CLIENTS_LOOK,
  CLIENTS_RETURN,
  GROUP_DECIDES,
  HEARTBEAT_ARRIVES,
  JOIN_ENDS,
  LISTENING_TIMES_OUT,
  NETWORK_ASSESSED,
  NODE_DECIDES,
  POLL_DUE,
  QUEUE_RETRIES,
  REGROUP_ENDS,
  RENEWAL_DUE,
  RESERVE_DUE,
  RESOURCE_DUE,
  RESTART_DUE,
  SERVICE_START_DUE,
} from '../world/task.ts';

/**
 * Who carries out the tasks of the core unless the kit does: the whole one replaces those for
 * RENEWAL_DUE and SERVICE_START_DUE by some that ask for networks first. Actions are the run's own
 * business.
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
