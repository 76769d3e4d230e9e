import { given } from '../kernel/fact.ts';
import type { Fact } from '../kernel/fact.ts';
import { record } from '../kernel/lookup.ts';
import { cablesOn, pathsOf } from '../scenario/parts.ts';
import type { Plan } from '../scenario/plan.ts';
import type { HardwareWorld } from '../world/hardware.ts';

function each<Value>(
  ids: readonly (string | { readonly id: string })[],
  value: Value,
): Record<string, Fact<Value>> {
  return record(
    ids.map((id) => (typeof id === 'string' ? id : id.id)),
    () => given(value),
  );
}

/** The machine room at the start: everything powered, connected and working. */
export function initialHardware(plan: Plan): HardwareWorld {
  const { nodes, networks, disks, feeds, switches, array, groups } = plan.scenario;
  const cables = nodes.flatMap(({ id }) => networks.flatMap((network) => cablesOn(id, network)));
  const ownerOf = (disk: string): string | null =>
    groups.find(({ resources }) => resources.some((resource) => resource.disk === disk))?.owner ??
    null;
  return {
    feeds: each(feeds, 'working'),
    power: each(nodes, 'on'),
    waitingForPower: record(plan.nodes, () => false),
    systems: each(nodes, 'up'),
    hungAt: record(plan.nodes, () => 0),
    networks: each(networks, 'up'),
    switches: each(switches, 'connected'),
    cables: each(cables, 'connected'),
    paths: each(nodes.flatMap(pathsOf), 'connected'),
    controllers: each(array.controllers, 'working'),
    array: given('working'),
    disks: each(disks, 'working'),
    witness: given('working'),
    reservations: record(
      disks.map(({ id }) => id),
      (id) => given(ownerOf(id)),
    ),
  };
}
