import type { Occurrence, OccurrenceKind, OccurrenceOf, Profile } from '#model';
import { sayList } from './format.ts';
import { causesOf, lastBefore } from './sentences/past.ts';
import type { Past } from './sentences/past.ts';

/** The events for one kind of occurrence; `is2008` is false on Windows Server 2003. */
type Logged<Kind extends OccurrenceKind> = (
  occurrence: OccurrenceOf<Kind>,
  is2008: boolean,
  past: Past,
) => readonly number[];

/** Of Windows Server 2008 only. */
const on2008 =
  (...ids: readonly number[]): Logged<OccurrenceKind> =>
  (_, is2008) =>
    is2008 ? ids : [];

/** Of Windows Server 2008 only, and of a group that is not offline anyhow, as far as the run is known. */
const ofGroup =
  (...ids: readonly number[]): Logged<OccurrenceKind> =>
  ({ id, subject }, is2008, past) => {
    const asked = lastBefore(past, id, subject, ASKED);
    return is2008 && asked?.kind !== 'group-taken-offline' ? ids : [];
  };

const ASKED = ['group-taken-offline', 'group-brought-online'] as const;

const INTERFACE = { up: 1125, unreachable: 1126, failed: 1127 } as const;
const NETWORK = { partitioned: 1129, down: 1130 } as const;

function isUnreachable({ kind, values }: Occurrence): boolean {
  return kind === 'quorum-reserve-refused' && values.reason === 'unreachable';
}

/**
 * What Windows writes into the system log. Each row names its source and how sure it is: H = read in a
 * text of its maker; M = read in the list of events that the provider of a later Windows carries,
 * whose numbers Windows Server 2008 shares.
 */
const EVENTS: { readonly [Kind in OccurrenceKind]?: Logged<Kind> } = {
  /** Contact lost on a network. KB 892422, H, Windows Server 2003. */
  'contact-lost': (_, is2008) => (is2008 ? [] : [1123]),
  /** Contact found again. KB 892422, H, Windows Server 2003. */
  'contact-restored': (_, is2008) => (is2008 ? [] : [1122]),
  /** Interface up, unreachable or failed. KB 892422, H, Windows Server 2003; later list, M, for 2008. */
  'interface-state-changed': ({ values }) => [INTERFACE[values.state]],
  /** Network partitioned or down. Later list, M. That it is up again has no event of its own. */
  'network-state-changed': ({ values }) => (values.state === 'up' ? [] : [NETWORK[values.state]]),
  /** A node removed from the membership, which those who stay log. KB 892422, H. */
  'node-removed': () => [1135],
  /**
   * Halted. Windows Server 2003: 1073 (KB Q272771, H); 1009 for one that could neither join nor form,
   * with 1070 where the joining failed (KB 886717, H). 2008: 1177 for a lost quorum (KB article on
   * cluster network thresholds, H); 1006 for a node that not all hear, 1553 and 1554 for one without
   * any network, and 1573 for one that could not form because it found no witness (later list, M).
   * Stopped in order: 1063 (later list, M), with a node that shuts down only if it could leave first.
   */
  'cluster-service-stopped': (stopped, is2008, past) => {
    const { reason } = stopped.values;
    switch (reason) {
      case 'stopped-by-administrator':
        return [1063];
      case 'node-shut-down':
        return causesOf(stopped, past).some(({ kind }) => kind === 'node-left') ? [1063] : [];
      case 'quorum-lost':
      case 'arbitration-lost':
        return [is2008 ? 1177 : 1073];
      case 'form-failed':
        if (!is2008) return [1009];
        return causesOf(stopped, past).some(isUnreachable) ? [1573] : [];
      case 'join-failed':
        return is2008 ? [] : [1070, 1009];
      case 'no-connectivity':
        return is2008 ? [1553, 1554] : [];
      case 'evicted':
        return [is2008 ? 1006 : 1073];
      default:
        return [];
    }
  },
  /** The cluster formed. Later list, M. */
  'cluster-formed': () => [1061],
  /** Formed by force. Later list, M. */
  'quorum-forced': () => [1061],
  /** The cluster joined. Later list, M. On 2003 the others have contact again (KB 892422, H). */
  'node-joined': (_, is2008) => (is2008 ? [1062] : [1062, 1122]),
  /** A reset of the bus asked for. Later list, M. */
  'quorum-challenged': ({ values }) => (values.by === 'reset' ? [1209] : []),
  /**
   * The quorum disk not found: 1034 (KB Q243195, H). The file share witness not locked: 1564 (later
   * list, M, Windows Server 2008).
   */
  'quorum-reserve-refused': ({ values, rule }, is2008) => {
    if (rule === 'lock-witness') return is2008 ? [1564] : [];
    return values.reason === 'unreachable' ? [1034] : [];
  },
  /** The reservation of a disk unexpectedly lost. Later list, M. */
  'reservation-lost': () => [1038],
  /**
   * A resource failed: 1069 (all versions, H). One that exceeded its time: besides 1230, and 1146 for
   * the resource monitor that is ended with it (later list, M, Windows Server 2008).
   */
  'resource-failed': ({ values }, is2008) =>
    is2008 && values.how === 'time-out' ? [1069, 1230, 1146] : [1069],
  /** An attempt to fail over: 1153. Later list, M, Windows Server 2008; so are all of groups below. */
  'failover-started': on2008(1153),
  'group-taken': on2008(1153),
  /**
   * Going offline: 1203. Offline and, on the node that has it now, going online: 1204 and 1200. None
   * for a group that an administrator had taken offline.
   */
  'move-started': ofGroup(1203),
  'failback-started': ofGroup(1203),
  'group-taken-offline': on2008(1203),
  'group-moved': ofGroup(1204, 1200),
  'group-brought-online': on2008(1200),
  /** Could not be brought online: 1205; failovers used up: 1254 (listed only for 2008 R2 and later). */
  'group-failed': ({ values }, is2008) => {
    if (!is2008) return [];
    return values.obstacle === 'used-up' ? [1205, 1254] : [1205];
  },
};

/** The numbers that stand in a text of their maker for these versions of Windows. */
const DOCUMENTED: readonly number[] = [1009, 1034, 1069, 1070, 1073, 1122, 1123, 1135, 1177];

/** Those that stand there for Windows Server 2003 alone, and for 2008 in the later list. */
const DOCUMENTED_FOR_2003: readonly number[] = Object.values(INTERFACE);

/**
 * The events that Windows logs for something that happened in a cluster; most things have none. A few
 * depend on what led to it, and are left out where the run is not known.
 */
export function eventsFor(
  occurrence: Occurrence,
  profile: Profile,
  past: Past = [],
): readonly number[] {
  const logged = EVENTS[occurrence.kind] as Logged<OccurrenceKind> | undefined;
  return logged?.(occurrence, profile === 'windows-server-2008', past) ?? [];
}

const sayEvents = (ids: readonly number[]): string =>
  `event${ids.length > 1 ? 's' : ''} ${sayList(ids.map(String))}`;

/** What Windows logs for it, as a sentence after another; numbers from a neighbouring text say so. */
export function sayLogged(occurrence: Occurrence, profile: Profile, past: Past): string {
  const ids = eventsFor(occurrence, profile, past);
  const is2003 = profile === 'windows-server-2003';
  const isSure = (id: number): boolean =>
    DOCUMENTED.includes(id) || (is2003 && DOCUMENTED_FOR_2003.includes(id));
  const sure = ids.filter(isSure);
  const reported = ids.filter((id) => !isSure(id));
  return [
    ...(sure.length > 0 ? [` Windows logs ${sayEvents(sure)}.`] : []),
    ...(reported.length > 0 ? [` A later Windows lists ${sayEvents(reported)} for it.`] : []),
  ].join('');
}
