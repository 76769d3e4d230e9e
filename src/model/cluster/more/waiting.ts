import { must } from '../../kernel/lookup.ts';
import type { Finding } from '../../kernel/rule.ts';
import { anyOf, both, every, is, not } from '../../kernel/rule.ts';
import { reachesDisk, reachesWitness } from '../../hardware/reach.ts';
import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';
import { nodeOf, othersOf } from '../members.ts';
import { isDefended } from '../reservations.ts';
import { reaches } from '../start.ts';
import { isKept } from './witness.ts';

/** Whether a node stands ready to form a cluster with another: it is up, and waits to start its service. */
function standsReady(moment: Moment, node: string, other: string): Finding {
  const { service, startsItself } = nodeOf(moment, other);
  return every([
    is(must(moment.world.systems, other), 'up'),
    is(service, 'stopped', 'forming'),
    is(startsItself, true),
    reaches(moment, node, other),
  ]);
}

/** The witness adds its vote when the node reaches it. */
function witnessVote(moment: Moment, node: string): Finding | null {
  const { plan, world } = moment;
  const { model, disk } = quorumOf(plan);
  if (disk !== null)
    return both(reachesDisk(plan, world, node, disk), not(isDefended(moment, node, disk)));
  if (model !== 'node-and-file-share-majority') return null;
  return both(reachesWitness(plan, world, node), not(isKept(moment, node)));
}

/** The nodes that stand ready to form a cluster with a node. */
export function readyWith(moment: Moment, node: string): readonly string[] {
  return moment.plan.nodes.filter(
    (other) => other !== node && standsReady(moment, node, other).holds,
  );
}

/** Whether a node and those that stand ready with it, with the witness, are more than half of the votes. */
export function enoughToForm(moment: Moment, node: string): Finding {
  const others = moment.plan.nodes
    .filter((other) => other !== node)
    .map((other) => standsReady(moment, node, other));
  const witness = witnessVote(moment, node);
  const all = witness ? [...others, witness] : others;
  const votes = 1 + all.filter(({ holds }) => holds).length;
  return {
    holds: votes >= quorumOf(moment.plan).needed,
    since: all.flatMap(({ since }) => since),
  };
}

/** Whether a node that can be reached is about to form the cluster. */
function isFormedAround(moment: Moment, node: string): Finding {
  return anyOf(othersOf(moment, node), (peer) =>
    every([
      is(nodeOf(moment, peer).service, 'forming'),
      is(must(moment.world.systems, peer), 'up'),
      reaches(moment, node, peer),
    ]),
  );
}

/** Whether a node may form a cluster with votes: enough stand ready, and nobody that it reaches does already. */
export function mayForm(moment: Moment, node: string): Finding {
  return both(not(isFormedAround(moment, node)), enoughToForm(moment, node));
}
