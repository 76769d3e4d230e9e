import { firstTickFrom } from '../../kernel/instant.ts';
import type { Moment } from '../../world/moment.ts';
import { arrives, countMisses, expectHeartbeat, listeningOf, listens } from '../heartbeats.ts';
import { nodeOf } from '../members.ts';

/** After a node has stood still it counts from now on; what was sent meanwhile is gone. */
export function listenAfresh(moment: Moment, node: string, since: number): void {
  for (const ear of moment.plan.ears) {
    if (ear.node !== node) continue;
    const listening = listeningOf(moment, ear);
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

/** After heartbeats to the own subnet, or to others, were set to come in another rhythm: each sender goes on from its next one. */
export function changeRhythm(moment: Moment, acrossSubnets: boolean, before: number): void {
  for (const node of moment.plan.nodes) {
    const { heartbeatBases, acrossBases } = nodeOf(moment, node);
    const bases = acrossSubnets ? acrossBases : heartbeatBases;
    for (const [cable, base] of Object.entries(bases))
      bases[cable] = firstTickFrom({ base, period: before }, moment.at + 1);
  }
}
