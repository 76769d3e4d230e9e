/** What only some scenarios and actions need of the cluster service. */
export { changeHeartbeats, rhythmsOf } from './hearing.ts';
export { checkWitness, checkWitnessAgain } from './witness-check.ts';
export { countVotes } from './votes.ts';
export { endDefence, tryToLock } from './witness.ts';
export {
  afterLeaving,
  endLeaving,
  giveAway,
  hostedBy,
  leave,
  leaveWhenEmpty,
} from './leave.ts';
export { endWatch, freeze, standStill, thaw } from './freeze.ts';
export { failBack, failBackAgain } from './failback.ts';
export { form } from './form.ts';
export { LEAVING, LINKS, MEMBERS, RETRIES, STARTS } from '../look.ts';
export { mayForm } from './waiting.ts';
export { answersElsewhere, generic } from './resource-types.ts';
export { renewClaim, takenFrom } from './claims.ts';
export { nextOwnerOf } from './choice.ts';
export { awaitNetworks, endCutOff, renewReachable, startAllowed } from './cut-off.ts';
export { afterStop, keptOutBy, leaveOffline } from './forced.ts';
export { retry, retryAgain } from './retries.ts';
export { beginRival } from './rivals.ts';
export { needsWitness } from './tally.ts';
export { upsetStep } from './upset.ts';
export { looks } from './looks.ts';
export { persistent } from './persistent.ts';
