import { must } from '#model';
import type { Plan, World } from '#model';
import { hostingPart } from '../measured.ts';
import { nameOf, networkName } from '../names.ts';
import type { Press } from './types.ts';

/** The power switch of a node. */
export function powerPress(world: World, node: string): Press {
  return must(world.power, node).value === 'on'
    ? { action: `power-off ${node}`, label: `Cut ${node}'s power`, breaks: true }
    : { action: `power-on ${node}`, label: `Power ${node} on`, breaks: false };
}

/** A network, cable or storage path: cut when whole, mended when cut. */
export function wirePress(plan: Plan, id: string, whole: boolean): Press {
  const isNetwork = plan.scenario.networks.some((network) => network.id === id);
  const what = isNetwork ? networkName(plan, id) : nameOf(plan, id);
  return whole
    ? { action: `cut ${id}`, label: `Cut ${what}`, breaks: true }
    : { action: `mend ${id}`, label: `Mend ${what}`, breaks: false };
}

/** The whole array. */
export function arrayPress(plan: Plan, world: World): Press {
  const { id } = plan.scenario.array;
  return world.array.value === 'working'
    ? { action: `fail ${id}`, label: 'Lose the storage', breaks: true }
    : { action: `repair ${id}`, label: 'Repair the storage', breaks: false };
}

/**
 * Moving the subject's group to the next node that runs as a member, else to the next at all; or
 * bringing it online where it was left failed or taken offline.
 */
export function groupPress(plan: Plan, world: World): Press | null {
  const { id, name } = plan.subject;
  const { owner, aim } = must(hostingPart(plan, world).groups, id);
  if (aim.value !== 'online') {
    return { action: `bring-online ${id}`, label: `Bring ${name} online`, breaks: false };
  }
  const place = plan.nodes.indexOf(owner.value);
  const others = [...plan.nodes.slice(place + 1), ...plan.nodes.slice(0, place)];
  const target =
    others.find((node) => must(world.nodes, node).service.value === 'running') ?? others[0];
  if (target === undefined) return null;
  return { action: `move ${id} ${target}`, label: `Move ${name} to ${target}`, breaks: false };
}
