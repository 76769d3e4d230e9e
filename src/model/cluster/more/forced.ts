import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import { formationOf } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { acts, nodeOf } from '../members.ts';
import { reaches } from '../start.ts';
import { promote } from './rivals.ts';

/**
 * Windows Server 2003 with a quorum disk, started with /fixquorum: only the cluster's own address and
 * name come online, everything else waits for somebody to bring it online (KB 258078).
 */
export function leaveOffline(moment: Moment, node: string, since: OccurrenceId): void {
  const { scenario, quorum } = moment.plan;
  if (scenario.profile !== 'windows-server-2003' || quorum?.model !== 'disk') return;
  const self = nodeOf(moment, node);
  const { groups, resources } = formationOf(moment.world, self.formation);
  self.fixedBy = since;
  const disk = must(moment.plan.resourceOfDisk, quorum.disk ?? '');
  const others = scenario.groups.filter(({ id }) => id !== quorum.group?.id);
  // What somebody has taken offline stays so also after the next ordinary start.
  for (const one of [...others.map(({ id }) => must(groups, id)), must(resources, disk)])
    if (one.aim.value !== 'offline') one.aim = { value: 'offline', since };
}

/** With the service that was started so, that ends: the next start is an ordinary one. */
function forgetFix(moment: Moment): void {
  for (const node of moment.plan.nodes) {
    const self = nodeOf(moment, node);
    const { fixedBy, service } = self;
    if (fixedBy === null || service.value !== 'stopped') continue;
    self.fixedBy = null;
    const { groups, resources } = formationOf(moment.world, self.formation);
    for (const one of [...Object.values(groups), ...Object.values(resources)])
      if (one.aim.since === fixedBy) one.aim = { value: 'online', since: service.since };
  }
}

/** A cluster service has ended in a part of the cluster. */
export function afterStop(moment: Moment, formation: number): void {
  forgetFix(moment);
  promote(moment, formation);
}

/**
 * The node that runs by force and keeps another from joining, on Windows Server 2003: a second node
 * must not join one started with /fixquorum, nor start where it is not in the list of /forcequorum
 * (KB 258078; the list holds the forced node alone, an assumption). Null: nobody does.
 */
export function keptOutBy(moment: Moment, node: string): string | null {
  if (moment.plan.scenario.profile !== 'windows-server-2003') return null;
  const answering = moment.plan.nodes.filter(
    (peer) => peer !== node && acts(moment, peer) && reaches(moment, node, peer).holds,
  );
  const isOpen = answering.some((peer) => !nodeOf(moment, peer).forced);
  return isOpen ? null : (answering[0] ?? null);
}
