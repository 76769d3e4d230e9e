import type { OccurrenceId } from '../../kernel/fact.ts';
import { causes } from '../../kernel/rule.ts';
import { reachesDisk } from '../../hardware/reach.ts';
import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';
import { nodeOf } from '../members.ts';
import { beginRival } from './rivals.ts';
import { settle } from '../settle.ts';
import { enoughToForm, readyWith } from './waiting.ts';

/** Whether somebody goes on by force in the part that a node would take for its own. */
function isForcedElsewhere(moment: Moment, node: string): boolean {
  return moment.plan.nodes.some((other) => {
    const { forced, formation } = nodeOf(moment, other);
    return other !== node && forced && formation === 0;
  });
}

/** It counts its own vote and those of the nodes that stand ready; a share gives its own at once. */
function countReady(
  moment: Moment,
  node: string,
  ready: readonly string[],
  since: OccurrenceId,
): OccurrenceId {
  const { votes: of, needed, disk, model } = quorumOf(moment.plan);
  const votes = 1 + ready.length;
  const without = model === 'node-majority' ? 'none' : 'not-needed';
  const given = disk === null ? 'counted' : 'needed';
  const witness = votes < needed ? given : without;
  const because = causes([since, ...enoughToForm(moment, node).since]);
  const values = { node, votes, of, needed, witness } as const;
  return moment.occur('votes-counted', node, values, { because, rule: 'count-votes' });
}

/**
 * A node forms the cluster. Where the quorum disk decides, or its vote is needed, it must be asked
 * first: false. With votes alone those that stood ready join at once.
 */
export function form(moment: Moment, node: string, since: OccurrenceId): boolean {
  const { disk, needed, model } = quorumOf(moment.plan);
  if (isForcedElsewhere(moment, node)) beginRival(moment, node, since);
  if (model === 'disk') return false;
  const ready = readyWith(moment, node);
  const counted = countReady(moment, node, ready, since);
  const asksDisk = disk !== null && needed > 1;
  if (asksDisk && reachesDisk(moment.plan, moment.world, node, disk).holds) return false;
  if (moment.plan.scenario.witness) moment.world.witnessHolder = { value: node, since: counted };
  nodeOf(moment, node).agreement = { value: 'counting', since: counted };
  settle(moment, node, [node], counted);
  for (const other of ready) nodeOf(moment, other).restartBase = moment.at;
  return true;
}
