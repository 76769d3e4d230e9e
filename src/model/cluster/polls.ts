import { firstTickFrom } from '../kernel/instant.ts';
import { must } from '../kernel/lookup.ts';
import { is } from '../kernel/rule.ts';
import { hasNetwork } from '../hardware/reach.ts';
import { numberOf } from '../properties/index.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import type { ClusterResource } from '../world/cluster.ts';
import { formationOf, resourceIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { POLL_DUE } from '../world/task.ts';
import { failResource } from './failures.ts';
import { stateOf } from './hosted.ts';
import { acts } from './members.ts';
import { hostOf } from './resources.ts';

/** What is wrong with a resource that is believed to be online, and whether only the thorough poll sees it. */
interface Trouble {
  readonly since: readonly number[];
  readonly isDeep: boolean;
}

function troubleOf(
  moment: Moment,
  { network }: ResourceDefinition,
  { health }: ClusterResource,
  node: string,
): Trouble | null {
  if (health.value !== 'well') return { since: [health.since], isDeep: health.value === 'hung' };
  if (network === undefined || moment.parameters.publicNetworkLossFailsAddress === 0) return null;
  const reach = hasNetwork(moment.plan, moment.world, node, network);
  return reach.holds ? null : { since: reach.since, isDeep: false };
}

/**
 * After a change: polls that are going to find something are planned. LooksAlive finds a process that
 * has ended and an address without a network; one that hangs is found by IsAlive only (both are
 * assumptions). Where both polls fall due together only IsAlive is asked.
 */
export function pollAgain(moment: Moment): void {
  for (let formation = 0; formation <= moment.world.rivals.length; formation += 1) {
    const view = formationOf(moment.world, formation);
    for (const { definition, group, number } of moment.plan.numbered) {
      const state = stateOf(view, number);
      if (state.state.value !== 'online') continue;
      if (definition.network === undefined && state.health.value === 'well') continue;
      const node = must(view.groups, group).owner.value;
      const trouble = troubleOf(moment, definition, state, node);
      if (!trouble || !acts(moment, node)) continue;
      const at = nextPoll(moment, definition.id, state.pollBase, trouble.isDeep);
      moment.later(at, POLL_DUE, definition.id, formation);
    }
  }
}

function nextPoll(moment: Moment, id: string, base: number, isDeep: boolean): number {
  const next = (name: 'LooksAlivePollInterval' | 'IsAlivePollInterval'): number =>
    firstTickFrom({ base, period: numberOf(moment, id, name).value }, moment.at);
  const thorough = next('IsAlivePollInterval');
  return isDeep ? thorough : Math.min(thorough, next('LooksAlivePollInterval'));
}

/** The resource monitor asks a resource, and it is not alive. */
export function poll(moment: Moment, id: string, formation: number): void {
  const resource = must(moment.plan.resources, id);
  const state = resourceIn(moment.world, formation, id);
  const node = hostOf(moment, id, formation);
  if (state.state.value !== 'online' || !acts(moment, node)) return;
  const trouble = troubleOf(moment, resource, state, node);
  if (!trouble) return;
  const { systems } = moment.world;
  const awake = is(must(systems, node), 'up', 'shutting-down');
  failResource(moment, id, 'poll', [...trouble.since, ...awake.since], formation);
}
