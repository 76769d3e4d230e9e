import { must } from '../kernel/lookup.ts';
import type { Occurrence } from '../occurrences/index.ts';
import type { Moment } from '../world/moment.ts';
import { startAlone } from './alone.ts';
import { listenAgain } from './heartbeats.ts';
import { renewAgain } from './reservations.ts';
import { pollAgain } from './resources.ts';
import { startAgain } from './start.ts';
import { endService } from './stop.ts';

/** What the cluster service of a node can notice of something that has just happened. */
export function perceive(moment: Moment, occurrence: Occurrence): void {
  switch (occurrence.kind) {
    case 'node-powered-off':
      endService(moment, occurrence.values.node, occurrence.id);
      break;
    case 'node-booted':
      must(moment.world.nodes, occurrence.values.node).restartBase = moment.at;
      if (!moment.plan.quorum) startAlone(moment, occurrence.values.node);
      break;
    case 'resource-online':
    case 'group-moved':
    case 'group-brought-online':
    case 'move-started': {
      const group = moment.plan.groupOf[occurrence.subject]?.id ?? occurrence.subject;
      moment.later(moment.at, 'group-decides', group);
      break;
    }
    default:
      break;
  }
  if (changesReach(occurrence)) lookAround(moment);
}

function changesReach({ kind }: Occurrence): boolean {
  return (
    !kind.startsWith('resource-') && !kind.startsWith('recovery-') && !kind.startsWith('clients-')
  );
}

/** Works out anew what is going to be noticed, after anything that may have changed it. */
function lookAround(moment: Moment): void {
  for (const node of Object.keys(moment.world.nodes)) listenAgain(moment, node);
  renewAgain(moment);
  pollAgain(moment);
  if (moment.plan.quorum) {
    for (const node of Object.keys(moment.world.nodes)) startAgain(moment, node);
  }
  for (const [group, { movingTo }] of Object.entries(moment.world.groups))
    if (movingTo.value !== null) moment.later(moment.at, 'group-decides', group);
}
