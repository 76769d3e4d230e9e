import type { OccurrenceId } from '../../kernel/fact.ts';
import type { Finding } from '../../kernel/rule.ts';
import { causes, every, found, is } from '../../kernel/rule.ts';
import { reachesWitness } from '../../hardware/reach.ts';
import type { Moment } from '../../world/moment.ts';
import { ARBITRATION_ENDS, RESERVE_DUE } from '../../world/task.ts';
import { marginOf } from '../heartbeats.ts';
import { active, agree, nodeOf, partOf, untilThen } from '../members.ts';
import { settle } from '../settle.ts';
import { stopAll } from '../stop.ts';

const shareOf = ({ plan }: Moment): string => plan.scenario.witness?.id ?? '';

/** Whether the node that has locked the share can keep others from it. */
export function isKept(moment: Moment, by: string): Finding {
  const { witnessHolder: holder } = moment.world;
  if (holder.value === null || holder.value === by) return found(false, holder.since);
  return every([
    is(holder, holder.value),
    active(moment, holder.value),
    reachesWitness(moment.plan, moment.world, holder.value),
  ]);
}

/** The vote of the share decides: who has it locked keeps it, others wait before they try. */
export function askWitness(
  moment: Moment,
  leader: string,
  members: readonly string[],
  since: OccurrenceId,
): void {
  const { world, plan, parameters } = moment;
  const { witnessLockDelay } = parameters;
  const reach = (node: string): Finding => reachesWitness(plan, world, node);
  const holder = members.find((node) => node === world.witnessHolder.value && reach(node).holds);
  const node = holder ?? members.find((one) => reach(one).holds) ?? leader;
  const because = causes([since, world.witnessHolder.since, ...reach(node).since]);
  const waitMs = witnessLockDelay + (holder ? marginOf(moment) : 0);
  const disk = shareOf(moment);
  const started = holder
    ? moment.occur(
        'quorum-defence-started',
        node,
        { node, disk, waitMs },
        { because, rule: 'keep-witness' },
      )
    : moment.occur(
        'quorum-challenged',
        node,
        { node, disk, waitMs, by: 'lock' },
        { because, rule: 'lock-witness' },
      );
  agree(moment, members, node, holder ? 'defending' : 'challenging', started);
  nodeOf(moment, node).agreementSince = moment.at;
  untilThen(moment, node, holder ? ARBITRATION_ENDS : RESERVE_DUE, moment.at + waitMs);
}

/** A node tries to lock the share; refused, its part has too few votes and stops. */
export function tryToLock(moment: Moment, node: string): void {
  const self = nodeOf(moment, node);
  const members = partOf(moment, node);
  const reach = reachesWitness(moment.plan, moment.world, node);
  const kept = isKept(moment, node);
  const disk = shareOf(moment);
  if (!reach.holds || kept.holds) {
    const reason = reach.holds ? 'held' : 'unreachable';
    const because = causes([self.agreement.since, ...(reach.holds ? kept : reach).since]);
    const holder = reach.holds ? moment.world.witnessHolder.value : null;
    const since = moment.occur(
      'quorum-reserve-refused',
      node,
      { node, disk, reason, holder },
      { because, rule: 'lock-witness' },
    );
    stopAll(moment, members, 'quorum-lost', [since]);
    return;
  }
  const because = causes([self.agreement.since, ...reach.since, ...kept.since]);
  const reason = { because, rule: 'lock-witness' };
  const since = moment.occur('quorum-reserved', node, { node, disk }, reason);
  moment.world.witnessHolder = { value: node, since };
  agree(moment, members, node, 'reserved', since);
  untilThen(moment, node, ARBITRATION_ENDS, moment.at + marginOf(moment));
}

/** The holder has waited until others must have given up. */
export function endDefence(moment: Moment, node: string): void {
  const self = nodeOf(moment, node);
  const members = partOf(moment, node);
  const reach = reachesWitness(moment.plan, moment.world, node);
  const because = causes([self.agreement.since, ...reach.since]);
  if (!reach.holds) {
    stopAll(moment, members, 'quorum-lost', because);
    return;
  }
  const values = { node, disk: shareOf(moment), tookMs: moment.at - self.agreementSince };
  const kind = self.agreement.value === 'reserved' ? 'quorum-taken' : 'quorum-defended';
  const since = moment.occur(kind, node, values, { because, rule: 'keep-witness' });
  settle(moment, node, members, since);
}
