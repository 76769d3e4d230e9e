import type { OccurrenceId } from '../../kernel/fact.ts';
import { must, record } from '../../kernel/lookup.ts';
import type { ClusterGroup, ClusterResource, Formation } from '../../world/cluster.ts';
import { formationOf, formationWith } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { GROUP_DECIDES, POLL_DUE, RESOURCE_DUE } from '../../world/task.ts';
import { isPossibleOwner } from '../owners.ts';
import { hostOf } from '../resources.ts';

/** The view of a node that was forced to go on: all groups that it can have are its own, and nothing is online yet. */
function forcedView(moment: Moment, node: string, since: OccurrenceId): Formation {
  const { plan, world } = moment;
  const ownerOf = (id: string): ClusterGroup['owner'] =>
    isPossibleOwner(moment, id, node).holds ? { value: node, since } : must(world.groups, id).owner;
  const group = (id: string): ClusterGroup => ({
    ...must(world.groups, id),
    owner: ownerOf(id),
    aim: { value: 'online', since },
    movingTo: { value: null, since },
    failovers: [],
  });
  const resource = (id: string): ClusterResource => ({
    ...must(world.resources, id),
    state: { value: 'offline', since },
    stateSince: moment.at,
    preparing: false,
    obstacles: null,
    failures: [],
  });
  return formationWith(
    record(Object.keys(plan.groups), group),
    record(Object.keys(plan.resources), resource),
  );
}

/** A node goes on by force while others do: from now on there are two views of the groups. */
export function beginRival(moment: Moment, node: string, since: OccurrenceId): void {
  const { world } = moment;
  const rivals = [...world.rivals, forcedView(moment, node, since)];
  Object.assign(world, { rivals });
  must(world.nodes, node).formation = rivals.length;
}

/**
 * When nobody of the first part runs any more, a forced part that does takes its place: there is one
 * cluster again.
 */
export function promote(moment: Moment, ended: number): void {
  const { world, plan } = moment;
  const isAlive = (formation: number): boolean =>
    plan.nodes.some((node) => {
      const self = must(world.nodes, node);
      return self.formation === formation && self.service.value !== 'stopped';
    });
  if (ended !== 0 || world.rivals.length === 0 || isAlive(0)) return;
  const rival = world.rivals.findIndex((_, index) => isAlive(index + 1)) + 1;
  if (rival === 0) return;
  const { groups, resources } = formationOf(world, rival);
  Object.assign(world.groups, groups);
  for (const [id, state] of Object.entries(resources)) {
    world.resources[id] = state;
    world.numbered[must(plan.planned, id).number] = state;
    moment.cancel(RESOURCE_DUE, id, rival);
    moment.cancel(POLL_DUE, id, rival);
    // What stands still with its node goes on when that wakes.
    const stands = must(world.systems, hostOf(moment, id, rival)).value === 'hung';
    if (state.state.value.endsWith('-pending') && !stands)
      moment.later(state.dueAt, RESOURCE_DUE, id);
  }
  for (const node of plan.nodes) {
    const self = must(world.nodes, node);
    if (self.formation === rival) self.formation = 0;
  }
  for (const id of Object.keys(groups)) {
    moment.cancel(GROUP_DECIDES, id, rival);
    moment.later(moment.at, GROUP_DECIDES, id);
  }
  const rest = world.rivals.map((formation, index) =>
    index + 1 === rival ? emptied(formation) : formation,
  );
  Object.assign(world, { rivals: rest });
}

/** A part that is no more keeps its number, and nothing in it. */
function emptied({ groups, resources }: Formation): Formation {
  return formationWith(
    record(Object.keys(groups), (id) => ({ ...must(groups, id) })),
    record(Object.keys(resources), (id) => {
      const resource = must(resources, id);
      const state = { ...resource.state, value: 'offline' as const };
      return { ...resource, state, failures: [], preparing: false };
    }),
  );
}
