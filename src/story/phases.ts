import { must } from '#model';
import type { Instant, Occurrence, OccurrenceKind, Plan, World } from '#model';
import { hostingPart, hostOf, isAwake } from './measured.ts';

/** What a stretch of a run is about. */
export type PhaseKey =
  | 'rest'
  | 'fault'
  | 'silence'
  | 'detection'
  | 'regroup'
  | 'arbitration'
  | 'disks'
  | 'services'
  | 'recovery'
  | 'clients'
  | 'done';

/** What nodes hear of those they count as members; one that stands still hears nothing and no silence. */
function levelsOf(plan: Plan, world: World): readonly (string | undefined)[] {
  return plan.ears
    .filter(({ node, peer }) => {
      const { service, peers } = must(world.nodes, node);
      return service.value === 'running' && peers[peer]?.value === 'up' && isAwake(world, node);
    })
    .map(({ number }) => world.hearing[number]?.level.value);
}

/**
 * What the subject's resources are busy with, if they are. Going offline in order counts like coming
 * online: `services` for services, databases and anything generic, `disks` for disks, addresses and
 * names.
 */
function busyPhase(plan: Plan, world: World, occurrences: readonly Occurrence[]): PhaseKey | null {
  const { resources } = hostingPart(plan, world);
  const pending = plan.subject.resources.filter(({ id }) =>
    must(resources, id).state.value.endsWith('-pending'),
  );
  const restoring = Object.values(world.databases).some(
    ({ restoringSince }) => restoringSince !== null,
  );
  if (restoring) return 'recovery';
  const database = pending.find(({ type }) => type === 'mailbox-database');
  if (database) {
    const { preparing } = must(resources, database.id);
    const made = occurrences[must(world.databases, database.id).state.since]?.kind;
    return preparing || made === 'recovery-ended' ? 'recovery' : 'services';
  }
  const windows = ['physical-disk', 'ip-address', 'network-name'];
  if (pending.some(({ type }) => windows.includes(type))) return 'disks';
  return pending.length > 0 ? 'services' : null;
}

/** What nodes are busy with: counting heartbeats, regrouping, or finding out who has the quorum. */
function agreementPhase(plan: Plan, world: World): PhaseKey | null {
  const steps = Object.values(world.nodes).map(({ agreement }) => agreement.value);
  if (steps.some((step) => step !== 'settled' && step !== 'regrouping')) return 'arbitration';
  if (steps.includes('regrouping')) return 'regroup';
  const levels = levelsOf(plan, world);
  if (levels.includes('lost')) return 'detection';
  return levels.includes('missed') ? 'silence' : null;
}

/** Whether everything of the subject is online, and routers still send what is for it elsewhere. */
function waitsForRouters(plan: Plan, world: World): boolean {
  const { resources } = hostingPart(plan, world);
  return (
    plan.subject.resources.some(({ type }) => type === 'ip-address') &&
    world.addressKnownAt.value !== hostOf(plan, world) &&
    plan.subject.resources.every(({ id }) => must(resources, id).state.value === 'online')
  );
}

/** The phase a run is in after everything that happens at an instant. */
export function phaseOf(
  plan: Plan,
  world: World,
  occurrences: readonly Occurrence[],
  at: Instant,
  steadyAt: Instant,
): PhaseKey {
  const first = occurrences[0];
  if (!first || at < first.at) return 'rest';
  if (at >= steadyAt) return 'done';
  const busy = busyPhase(plan, world, occurrences) ?? agreementPhase(plan, world);
  if (busy) return busy;
  if (world.clientsBackAt !== null || waitsForRouters(plan, world)) return 'clients';
  if (isUnnoticed(occurrences, at)) return 'fault';
  const starting = Object.values(world.systems).some(({ value }) => value === 'booting');
  return starting && world.service.value !== 'online' ? 'services' : 'done';
}

const BREAKS: readonly OccurrenceKind[] = [
  'node-powered-off',
  'node-hung',
  'node-crashed',
  'feed-failed',
  'network-cut',
  'switch-cut',
  'cable-cut',
  'path-cut',
  'controller-failed',
  'array-failed',
  'disk-failed',
  'witness-failed',
  'resource-crashed',
  'resource-hung',
  'resource-stopped-outside',
  'cluster-service-hung',
  'database-damaged',
];

/** What comes of a break by itself, without anybody having noticed it. */
const LOSSES: readonly OccurrenceKind[] = ['service-lost', 'backup-aborted', 'restore-interrupted'];

/** Whether something was broken of which nothing but losses has come so far. */
function isUnnoticed(occurrences: readonly Occurrence[], at: Instant): boolean {
  const last = occurrences.findLast(({ kind, at: when }) => when <= at && !LOSSES.includes(kind));
  return last !== undefined && BREAKS.includes(last.kind);
}
