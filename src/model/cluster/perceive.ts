import { must } from '../kernel/lookup.ts';
import type { Occurrence, OccurrenceKind, OccurrenceOf } from '../occurrences/index.ts';
import { isQuorumDisk } from '../scenario/plan.ts';
import type { Pair } from '../scenario/plan.ts';
import type { Followers, Moment } from '../world/moment.ts';
import { GROUP_DECIDES } from '../world/task.ts';
import { startAlone } from './alone.ts';
import {
  AROUND_NODE,
  CABLE,
  CABLES,
  DISKS,
  FORMS,
  BUT_HEARING,
  CLIENTS,
  HEARD,
  HEARING,
  HEARS,
  LEAVING,
  MEMBERS,
  MOVES,
  POLLS,
  RETRIES,
  STARTS,
  STORAGE,
} from './look.ts';
import { handOverAgain } from './hand-over.ts';
import { listenAgain } from './heartbeats.ts';
import { pollAgain } from './polls.ts';
import { renewAgain } from './reservations.ts';
import { startAgain } from './start.ts';
import { endService } from './stop.ts';

/** Where an occurrence can make a difference; one that is not listed makes none, unless a kit knows better. */
export const LOOKS: Partial<Readonly<Record<OccurrenceKind, number>>> = {
  'node-powered-off': AROUND_NODE,
  'node-booted': AROUND_NODE,
  'network-cut': CABLES,
  'network-mended': CABLES,
  'switch-cut': CABLES,
  'switch-mended': CABLES,
  'cable-cut': CABLE,
  'cable-mended': CABLE,
  'path-cut': STORAGE,
  'path-mended': STORAGE,
  'controller-failed': STORAGE,
  'controller-repaired': STORAGE,
  'array-failed': STORAGE,
  'array-repaired': STORAGE,
  'disk-failed': STORAGE,
  'disk-repaired': STORAGE,
  'witness-failed': STARTS,
  'witness-repaired': STARTS,
  'node-declared-down': HEARS | MOVES,
  'regroup-started': HEARD | STARTS | MOVES,
  'regroup-ended': STARTS | MOVES,
  'node-removed': HEARS | STARTS,
  'quorum-challenged': DISKS | STARTS,
  'reservation-lost': DISKS | STARTS | RETRIES,
  'quorum-reserved': DISKS | STARTS,
  'quorum-taken': BUT_HEARING,
  'quorum-defended': BUT_HEARING,
  'cluster-formed': HEARD,
  'cluster-service-stopped': AROUND_NODE,
  'cluster-service-started': AROUND_NODE,
  'node-joined': AROUND_NODE,
  'group-taken': POLLS | DISKS | RETRIES | MOVES | MEMBERS,
  'group-moved': POLLS | DISKS | RETRIES | MOVES | MEMBERS | LEAVING,
  'group-failed': RETRIES,
  'resource-going-offline': CLIENTS,
  'recovery-started': CLIENTS,

  'resource-offline': LEAVING | RETRIES | FORMS,
  'resource-failed': LEAVING | RETRIES | FORMS,
  'resource-online': RETRIES | MEMBERS,
};

/**
 * What cluster services can notice of what has just happened: the part of a trace from `first` up to
 * `end`. Returns where all of it can make a difference.
 */
export function perceive(
  moment: Moment,
  trace: readonly Occurrence[],
  first: number,
  end: number,
): number {
  let look = 0;
  let pairs = NOTHING;
  for (let index = first; index < end; index += 1) {
    const occurrence = trace[index] as Occurrence;
    const { look: where, follow, followMore } = moment.noticeFor(occurrence.kind);
    look |= where;
    if (where & FORMS && isQuorumDisk(moment.plan, moment.plan.resources[occurrence.subject]?.disk))
      look |= STARTS;
    if (where & (HEARS | HEARD) && 'node' in occurrence.values) {
      const { node } = occurrence.values;
      if (where & HEARS) pairs = joined(pairs, must(moment.plan.pairsOf, node));
      if (where & HEARD) pairs = joined(pairs, must(moment.plan.pairsHearing, node));
    }
    follow?.(moment, occurrence);
    moment.kit.attend(moment);
    followMore?.(moment, occurrence);
  }
  if ((look & ~CLIENTS) !== 0) lookAround(moment, look, pairs);
  return look;
}

const NOTHING: readonly Pair[] = [];

function joined(pairs: readonly Pair[], more: readonly Pair[]): readonly Pair[] {
  return pairs === NOTHING ? more : [...pairs, ...more];
}

const endsService = (
  moment: Moment,
  { id, values }: OccurrenceOf<'node-powered-off' | 'node-shut-down'>,
): void => endService(moment, values.node, id);

const decides = (moment: Moment, { subject }: { readonly subject: string }): void =>
  decideAbout(moment, subject);

/** What follows at once from occurrences. */
export const FOLLOWERS: Followers = {
  'node-powered-off': endsService,
  'node-shut-down': endsService,
  'node-booted': (moment, { id: since, values }) => {
    const node = must(moment.world.nodes, values.node);
    node.restartBase = moment.at;
    if (!node.startsItself.value) node.startsItself = { value: true, since };
    if (!moment.plan.quorum) startAlone(moment, values.node);
  },
  'resource-online': decides,
  'group-moved': decides,
  'group-brought-online': decides,
  'group-taken-offline': decides,
  'resource-brought-online': decides,
  'resource-taken-offline': decides,
  'failback-started': decides,
  'move-started': decides,
};

/** Lets every part of the cluster that has a group decide about it; a resource stands for its group. */
export function decideAbout(moment: Moment, subject: string): void {
  const group = moment.plan.groupOf[subject]?.id ?? subject;
  for (let formation = 0; formation <= moment.world.rivals.length; formation += 1)
    moment.later(moment.at, GROUP_DECIDES, group, formation);
}

/** Works out anew what is going to be noticed where something may have changed it, and what some nodes hear. */
export function lookAround(moment: Moment, look: number, pairs = NOTHING): void {
  if (look & DISKS) renewAgain(moment);
  if (look & POLLS) pollAgain(moment);
  moment.kit.lookAround(moment, look);
  if (!moment.plan.quorum) return;
  listenAgain(moment, look & HEARING ? moment.plan.pairs : pairs);
  if (look & STARTS) startAgain(moment);
  if (look & MOVES) handOverAgain(moment);
}
