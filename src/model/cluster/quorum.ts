import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { quorumOf } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { beginArbitration, endArbitration, tryToReserve } from './arbitration.ts';
import { EVERYWHERE } from './look.ts';
import { partOf } from './members.ts';
import { lookAround } from './perceive.ts';
import { settle } from './settle.ts';

const hasShare = (moment: Moment): boolean =>
  quorumOf(moment.plan).model === 'node-and-file-share-majority';

/** A part of the cluster asks whether it may go on: the quorum disk is asked, or votes are counted. */
export function askQuorum(moment: Moment, leader: string, since: OccurrenceId): void {
  const members = partOf(moment, leader);
  if (quorumOf(moment.plan).model === 'disk') beginArbitration(moment, leader, members, [since]);
  else moment.kit.countVotes(moment, leader, members, [since]);
}

/** A challenger has waited long enough. */
export function endChallenge(moment: Moment, node: string): void {
  if (hasShare(moment)) moment.kit.tryToLock(moment, node);
  else tryToReserve(moment, node);
}

/** The last wait before a part goes on is over. */
export function endQuestion(moment: Moment, node: string): void {
  const { agreement } = must(moment.world.nodes, node);
  if (agreement.value === 'counting') {
    settle(moment, node, partOf(moment, node), agreement.since);
    // Nothing has happened by that, but others may now join or be given something.
    lookAround(moment, EVERYWHERE);
  } else if (hasShare(moment)) moment.kit.endDefence(moment, node);
  else endArbitration(moment, node);
}
