import { firstTickFrom } from '../../kernel/instant.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { reachesWitness } from '../../hardware/reach.ts';
import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';
import { WITNESS_CHECK_DUE } from '../../world/task.ts';
import { acts, beliefsOf, believedWith, nodeOf } from '../members.ts';
import { stopAll } from '../stop.ts';
import { needsWitness } from './tally.ts';
import { readyWith } from './waiting.ts';

/** After a change: the next look at a share that is gone, by a part that cannot do without its vote. */
export function checkWitnessAgain(moment: Moment): void {
  const { plan, world } = moment;
  if (quorumOf(plan).model !== 'node-and-file-share-majority') return;
  const { value: holder } = world.witnessHolder;
  if (holder === null || !isMissed(moment, holder)) return;
  lookNext(moment, holder);
}

/**
 * A node that stood still while another locked the share: at its next look its lock is gone.
 * That it stops then, as without the quorum disk, is an assumption.
 */
export function missWitness(moment: Moment, node: string): void {
  const { plan, world } = moment;
  if (plan.quorum?.model !== 'node-and-file-share-majority') return;
  const isOwn = world.witnessHolder.value === node;
  if (isOwn || nodeOf(moment, node).forced || !isMissed(moment, node)) return;
  lookNext(moment, node);
}

/** Everybody looks at the share in the same rhythm. */
function lookNext(moment: Moment, node: string): void {
  const { witnessOffsets, scenario } = moment.plan;
  const base = must(witnessOffsets, scenario.witness?.id ?? '');
  const process = { base, period: moment.parameters.looksAlivePollPeriod };
  moment.later(firstTickFrom(process, moment.at), WITNESS_CHECK_DUE, node);
}

function isMissed(moment: Moment, node: string): boolean {
  const { agreement } = nodeOf(moment, node);
  const members = believedWith(moment, node);
  const { value: holder } = moment.world.witnessHolder;
  const joining = moment.plan.nodes.filter(
    (node) => nodeOf(moment, node).service.value === 'joining',
  );
  const coming = joining.length + readyWith(moment, node).length;
  const isLocked = holder !== null && members.includes(holder);
  return (
    acts(moment, node) &&
    agreement.value === 'settled' &&
    needsWitness(moment, members.length + coming) &&
    !(isLocked && reachesWitness(moment.plan, moment.world, node).holds)
  );
}

/** The share is found to be gone while its vote is needed: everybody stops. */
export function checkWitness(moment: Moment, node: string): void {
  if (!isMissed(moment, node)) return;
  const reach = reachesWitness(moment.plan, moment.world, node);
  const { since } = moment.world.witnessHolder;
  const { since: upSince } = must(moment.world.systems, node);
  const because = causes([...reach.since, ...beliefsOf(moment, node), since, upSince]);
  stopAll(moment, believedWith(moment, node), 'quorum-lost', because);
}
