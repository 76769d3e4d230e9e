import { firstTickFrom } from '../../kernel/instant.ts';
import { reachesWitness } from '../../hardware/reach.ts';
import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';
import { acts, beliefsOf, believedWith, nodeOf } from '../members.ts';
import { stopService } from '../stop.ts';
import { needsWitness } from '../tally.ts';
import { readyWith } from './waiting.ts';

/** After a change: the next look at a share that is gone, by a part that cannot do without its vote. */
export function checkWitnessAgain(moment: Moment): void {
  const { plan, world, parameters } = moment;
  if (quorumOf(plan).model !== 'node-and-file-share-majority') return;
  const { value: holder } = world.witnessHolder;
  if (holder === null || !isMissed(moment, holder)) return;
  const process = { base: 0, period: parameters.looksAlivePollPeriod };
  moment.later(firstTickFrom(process, moment.at), 'witness-check-due', holder);
}

function isMissed(moment: Moment, holder: string): boolean {
  const { agreement } = nodeOf(moment, holder);
  const members = believedWith(moment, holder);
  const joining = moment.plan.nodes.filter(
    (node) => nodeOf(moment, node).service.value === 'joining',
  );
  const coming = joining.length + readyWith(moment, holder).length;
  return (
    acts(moment, holder) &&
    agreement.value === 'settled' &&
    needsWitness(moment, members.length + coming) &&
    !reachesWitness(moment.plan, moment.world, holder).holds
  );
}

/** The share is found to be gone while its vote is needed: everybody stops. */
export function checkWitness(moment: Moment, holder: string): void {
  if (!isMissed(moment, holder)) return;
  const reach = reachesWitness(moment.plan, moment.world, holder);
  const { since } = moment.world.witnessHolder;
  const because = [...reach.since, ...beliefsOf(moment, holder), since];
  for (const node of believedWith(moment, holder))
    if (acts(moment, node)) stopService(moment, node, 'quorum-lost', because);
}
