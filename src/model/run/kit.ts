import { performMore } from '../actions/more/index.ts';
import {
  afterLeaving,
  afterStop,
  answersElsewhere,
  awaitNetworks,
  checkWitness,
  checkWitnessAgain,
  countVotes,
  endCutOff,
  endDefence,
  endLeaving,
  endWatch,
  failBack,
  failBackAgain,
  form,
  generic,
  giveAway,
  LEAVING,
  leaveWhenEmpty,
  LINKS,
  looks,
  mayForm,
  MEMBERS,
  needsWitness,
  persistent,
  nextOwnerOf,
  renewClaim,
  renewReachable,
  RETRIES,
  retry,
  retryAgain,
  startAllowed,
  STARTS,
  takenFrom,
  tryToLock,
  upsetStep,
} from '../cluster/more/index.ts';
import {
  endBackup,
  endRestore,
  interruptJobs,
  learnAddress,
  jobFollowers,
  readDamage,
} from '../exchange/more/index.ts';
import { endShutDown } from '../hardware/more/power.ts';
import type { Kit } from '../world/moment.ts';
import {
  ADDRESS_LEARNED,
  BACKUP_ENDS,
  CLAIM_RENEWAL_DUE,
  DAMAGE_READ,
  FAILBACK_DUE,
  LEAVE_DUE,
  NETWORKS_AWAITED,
  RENEWAL_DUE,
  RESTORE_ENDS,
  RETRY_DUE,
  SERVICE_START_DUE,
  SHUT_DOWN_ENDS,
  WATCHDOG_ENDS,
  WITNESS_CHECK_DUE,
} from '../world/task.ts';

/** The whole model. */
export const wholeKit: Kit = {
  handlers: [
    [RENEWAL_DUE, renewReachable],
    [SERVICE_START_DUE, startAllowed],
    [CLAIM_RENEWAL_DUE, renewClaim],
    [WITNESS_CHECK_DUE, checkWitness],
    [SHUT_DOWN_ENDS, endShutDown],
    [LEAVE_DUE, endLeaving],
    [WATCHDOG_ENDS, endWatch],
    [NETWORKS_AWAITED, endCutOff],
    [RETRY_DUE, retry],
    [FAILBACK_DUE, failBack],
    [DAMAGE_READ, readDamage],
    [BACKUP_ENDS, endBackup],
    [RESTORE_ENDS, endRestore],
    [ADDRESS_LEARNED, learnAddress],
  ],
  resourceTypes: { generic },
  perform: performMore,
  followers: {
    ...jobFollowers,
    'resource-crashed': upsetStep,
    'resource-hung': upsetStep,
    'resource-stopped-outside': upsetStep,
  },
  attend: interruptJobs,
  lookAround(moment, look) {
    if (look & RETRIES) retryAgain(moment);
    if (look & LEAVING) for (const node of moment.plan.nodes) leaveWhenEmpty(moment, node);
    if (!moment.plan.quorum) return;
    if (look & LINKS) awaitNetworks(moment);
    if (look & STARTS) checkWitnessAgain(moment);
    if (look & MEMBERS) failBackAgain(moment);
  },
  persistent,
  looks,
  countVotes,
  needsWitness,
  tryToLock,
  endDefence,
  mayForm,
  form,
  afterStop(moment, formation) {
    afterStop(moment, formation);
    // The services of a server that stands alone may end without a word that others could notice.
    if (!moment.plan.quorum) interruptJobs(moment);
  },
  afterLeaving,
  takenFrom,
  nextOwner: nextOwnerOf,
  giveAway,
  answersElsewhere,
};
