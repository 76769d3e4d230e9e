import type { OccurrenceId } from '../../kernel/fact.ts';
import { causes } from '../../kernel/rule.ts';
import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';
import { ARBITRATION_ENDS } from '../../world/task.ts';
import { beginArbitration } from '../arbitration.ts';
import { marginOf } from '../heartbeats.ts';
import { actingIn, active, agree, nodeOf, untilThen } from '../members.ts';
import { settle } from '../settle.ts';
import { verdictOn } from './tally.ts';
import { stopAll } from '../stop.ts';
import { askWitness } from './witness.ts';

/**
 * Counts the votes of a part: more than half of all must be there (bb676571, cc773510). Those who
 * cannot win stop at once; those who can wait until the others must have noticed.
 */
export function countVotes(
  moment: Moment,
  leader: string,
  members: readonly string[],
  because: readonly OccurrenceId[],
): void {
  const { votes: of, needed, model } = quorumOf(moment.plan);
  const votes = members.length;
  const verdict = verdictOn(moment, votes);
  const without = model === 'node-majority' ? 'none' : 'not-needed';
  const witness = verdict === 'witness-needed' ? 'needed' : without;
  const values = { node: leader, votes, of, needed, witness } as const;
  const since = moment.occur('votes-counted', leader, values, {
    because: causes(because),
    rule: 'count-votes',
  });
  if (verdict === 'too-few') {
    stopAll(moment, members, 'quorum-lost', [since]);
  } else if (verdict === 'enough') {
    agree(moment, members, leader, 'counting', since);
    nodeOf(moment, leader).agreementSince = moment.at;
    untilThen(moment, leader, ARBITRATION_ENDS, moment.at + marginOf(moment));
  } else if (model === 'node-and-disk-majority') {
    beginArbitration(moment, leader, members, [since]);
  } else {
    askWitness(moment, leader, members, since);
  }
}

/**
 * A member has left and said so: who is left needs no proof of it, but must still have the votes.
 * With a quorum disk alone nothing is counted.
 */
export function countAfterLeaving(moment: Moment, left: string, since: OccurrenceId): void {
  const { model } = quorumOf(moment.plan);
  const members = actingIn(moment, nodeOf(moment, left).formation).filter(
    (node) => node !== left && nodeOf(moment, node).agreement.value === 'settled',
  );
  const [leader] = members;
  if (leader === undefined) return;
  const verdict = model === 'disk' ? 'enough' : verdictOn(moment, members.length);
  const holder = moment.world.witnessHolder.value;
  const keeps = holder !== null && members.includes(holder);
  if (verdict === 'enough' || (model === 'node-and-file-share-majority' && keeps))
    return settle(moment, leader, members, since);
  const others = moment.plan.nodes.filter((node) => !members.includes(node));
  const why = others.flatMap((node) => [
    ...active(moment, node).since,
    nodeOf(moment, node).agreement.since,
  ]);
  countVotes(moment, leader, members, [since, ...why]);
}
