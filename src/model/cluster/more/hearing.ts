import { firstTickFrom } from '../../kernel/instant.ts';
import type { Moment } from '../../world/moment.ts';
import { LISTENING_TIMES_OUT } from '../../world/task.ts';
import { numberOf } from '../../properties/index.ts';
import type { Ear } from '../../scenario/plan.ts';
import { changing, listeningOf, listens } from '../ears.ts';
import { arrives, countMisses, expectHeartbeat, thresholdFor } from '../heartbeats.ts';
import { nodeOf } from '../members.ts';

/** After a node has stood still it counts from now on; what was sent meanwhile is gone. */
export function listenAfresh(moment: Moment, node: string, since: number): void {
  for (const ear of moment.plan.ears) {
    if (ear.node !== node) continue;
    const listening = changing(moment, ear);
    listening.lastHeard = moment.at;
    listening.flowing = { value: false, since };
    listening.expectedAt = -1;
    const arriving = arrives(moment, ear);
    listening.brokenBy = arriving.holds ? [since] : [since, ...arriving.since];
    if (!listens(moment, ear)) continue;
    if (arriving.holds) expectHeartbeat(moment, ear);
    // Contact that was lost before may stay lost: the silence is counted to its end all the same.
    if (listening.level.value !== 'silent') countMisses(moment, ear, 1);
  }
}

/** Time between two heartbeats to a node's own subnet, and to others. */
export interface Rhythms {
  readonly same: number;
  readonly across: number;
}

export function rhythmsOf(moment: Moment): Rhythms {
  const delay = (name: 'SameSubnetDelay' | 'CrossSubnetDelay'): number =>
    numberOf(moment, null, name).value;
  return { same: delay('SameSubnetDelay'), across: delay('CrossSubnetDelay') };
}

/**
 * After something was set that heartbeats go by: each sender goes on from its next one, and silences
 * that last are counted with it as soon as the next one is missing.
 */
export function changeHeartbeats(moment: Moment, before: Rhythms): void {
  for (const node of moment.plan.nodes) {
    const { heartbeatBases, acrossBases } = nodeOf(moment, node);
    goOn(moment, heartbeatBases, before.same);
    goOn(moment, acrossBases, before.across);
  }
  for (const ear of moment.plan.ears) if (listens(moment, ear)) countOn(moment, ear, before);
}

function goOn(moment: Moment, bases: Record<string, number>, period: number): void {
  for (const [cable, base] of Object.entries(bases))
    bases[cable] = Math.max(base, firstTickFrom({ base, period }, moment.at + 1));
}

/** Plans the instant at which so many heartbeats are missing as decide now, but not before the next one is. */
function countOn(moment: Moment, ear: Ear, before: Rhythms): void {
  const { flowing, level, lastHeard } = listeningOf(moment, ear);
  if (flowing.value || (level.value !== 'missed' && level.value !== 'lost')) return;
  const rhythm = ear.acrossSubnets ? 'across' : 'same';
  const next = firstTickFrom({ base: lastHeard, period: before[rhythm] }, moment.at);
  const threshold = thresholdFor(moment, ear).value;
  const untilLost = Math.min(moment.parameters.missedHeartbeatsUntilContactLost, threshold);
  const count = level.value === 'lost' ? threshold : untilLost;
  const due = lastHeard + count * rhythmsOf(moment)[rhythm];
  moment.later(Math.max(next, due), LISTENING_TIMES_OUT, ear.sender, ear.number);
}
