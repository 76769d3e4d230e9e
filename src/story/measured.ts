import { must } from '#model';
import type { Instant, Occurrence, OccurrenceKind, Plan, World } from '#model';

/** What a client gets that asks now; `coming-back` when a resource of the group is going online. */
export type Service = 'online' | 'degraded' | 'coming-back' | 'down';

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

/** The service of the subject, seen from a client. */
export function serviceOf(plan: Plan, world: World): Service {
  if (world.service.value !== 'down') return world.service.value;
  const pending = plan.subject.resources.some(
    ({ id }) => must(world.resources, id).state.value === 'online-pending',
  );
  return pending ? 'coming-back' : 'down';
}

/** The node that has the subject in truth; `none` when no node is up. */
export function ownerOf(plan: Plan, world: World): string {
  const up = plan.scenario.nodes.some(({ id }) => must(world.systems, id).value === 'up');
  return up ? must(world.groups, plan.subject.id).owner.value : 'none';
}

function levelsOf(world: World): readonly string[] {
  return Object.values(world.nodes)
    .filter(({ service }) => service.value === 'running')
    .flatMap(({ peers, listening }) =>
      Object.entries(listening)
        .filter(([cable]) => peers[cable.split('.')[0] ?? '']?.value === 'up')
        .map(([, { level }]) => level.value),
    );
}

/** What the subject's resources are busy with, if they are. */
function busyPhase(plan: Plan, world: World, occurrences: readonly Occurrence[]): PhaseKey | null {
  const pending = plan.subject.resources.filter(({ id }) =>
    must(world.resources, id).state.value.endsWith('-pending'),
  );
  const restoring = Object.values(world.databases).some(
    ({ restoringSince }) => restoringSince !== null,
  );
  if (restoring) return 'recovery';
  const database = pending.find(({ type }) => type === 'mailbox-database');
  if (database) {
    const { preparing } = must(world.resources, database.id);
    const made = occurrences[must(world.databases, database.id).state.since]?.kind;
    return preparing || made === 'recovery-ended' ? 'recovery' : 'services';
  }
  const windows = ['physical-disk', 'ip-address', 'network-name'];
  if (pending.some(({ type }) => windows.includes(type))) return 'disks';
  return pending.length > 0 ? 'services' : null;
}

/** What nodes are busy with: counting heartbeats, regrouping, or asking the quorum disk. */
function agreementPhase(world: World): PhaseKey | null {
  const steps = Object.values(world.nodes).map(({ agreement }) => agreement.value);
  if (steps.some((step) => ['challenging', 'reserved', 'defending'].includes(step))) {
    return 'arbitration';
  }
  if (steps.includes('regrouping')) return 'regroup';
  const levels = levelsOf(world);
  if (levels.includes('lost')) return 'detection';
  if (levels.includes('missed')) return 'silence';
  return null;
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
  const busy = busyPhase(plan, world, occurrences);
  if (busy) return busy;
  const agreement = agreementPhase(world);
  if (agreement) return agreement;
  if (world.clientsBackAt !== null) return 'clients';
  if (isUnnoticed(occurrences, at)) return 'fault';
  const starting = Object.values(world.systems).some(({ value }) => value === 'booting');
  return starting && world.service.value !== 'online' ? 'services' : 'done';
}

const BREAKS: readonly OccurrenceKind[] = [
  'node-powered-off',
  'network-cut',
  'cable-cut',
  'path-cut',
  'array-failed',
  'disk-failed',
];

/** Whether something was broken of which nothing but the clients' loss has come so far. */
function isUnnoticed(occurrences: readonly Occurrence[], at: Instant): boolean {
  const last = occurrences.findLast(({ kind, at: when }) => when <= at && kind !== 'service-lost');
  return last !== undefined && BREAKS.includes(last.kind);
}
