import { must } from '../kernel/lookup.ts';
import type { Occurrence, OccurrenceKind } from '../occurrences/index.ts';
import type { Moment } from '../world/moment.ts';
import { startAlone } from './alone.ts';
import { listenAgain } from './heartbeats.ts';
import { renewAgain } from './reservations.ts';
import { pollAgain } from './resources.ts';
import { startAgain } from './start.ts';
import { endService } from './stop.ts';

/** Changes neither what can be reached nor who is counted in: nobody else has anything to notice. */
const UNNOTICED: ReadonlySet<OccurrenceKind> = new Set([
  'heartbeat-missed',
  'contact-lost',
  'contact-restored',
  'regroup-ended',
  'quorum-challenged',
  'quorum-defence-started',
  'quorum-reserve-refused',
  'reservation-renewed',
  'move-started',
  'failover-started',
  'group-failed',
  'group-brought-online',
  'resource-going-online',
  'resource-online',
  'resource-going-offline',
  'resource-offline',
  'resource-failed',
  'recovery-started',
  'recovery-ended',
  'restore-started',
  'restore-ended',
  'service-lost',
  'service-restored',
  'clients-reconnected',
  'queue-delivered',
]);

/** What cluster services can notice of what has just happened. */
export function perceive(moment: Moment, happened: readonly Occurrence[]): void {
  for (const occurrence of happened) follow(moment, occurrence);
  if (happened.some(({ kind }) => !UNNOTICED.has(kind))) lookAround(moment);
}

/** What follows from an occurrence at once. */
function follow(moment: Moment, occurrence: Occurrence): void {
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
}

/** Works out anew what is going to be noticed, after anything that may have changed it. */
function lookAround(moment: Moment): void {
  listenAgain(moment);
  renewAgain(moment);
  pollAgain(moment);
  if (moment.plan.quorum) {
    for (const node of Object.keys(moment.world.nodes)) startAgain(moment, node);
  }
  for (const [group, { movingTo }] of Object.entries(moment.world.groups))
    if (movingTo.value !== null) moment.later(moment.at, 'group-decides', group);
}
