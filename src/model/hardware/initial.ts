import { given } from '../kernel/fact.ts';
import type { Fact } from '../kernel/fact.ts';
import { record } from '../kernel/lookup.ts';
import { cableId, pathId } from '../scenario/plan.ts';
import type { Plan } from '../scenario/plan.ts';
import type { HardwareWorld } from '../world/hardware.ts';

function each<Value>(
  ids: readonly string[],
  value: (id: string) => Value,
): Record<string, Fact<Value>> {
  return record(ids, (id) => given(value(id)));
}

/** The machine room at the start: everything powered, connected and working. */
export function initialHardware(plan: Plan): HardwareWorld {
  const { nodes, networks, disks } = plan.scenario;
  const nodeIds = nodes.map(({ id }) => id);
  const diskIds = disks.map(({ id }) => id);
  return {
    power: each(nodeIds, () => 'on'),
    systems: each(nodeIds, () => 'up'),
    networks: each(
      networks.map(({ id }) => id),
      () => 'up',
    ),
    cables: each(
      nodeIds.flatMap((node) => networks.map((network) => cableId(node, network.id))),
      () => 'connected',
    ),
    paths: each(nodeIds.map(pathId), () => 'connected'),
    array: given('working'),
    disks: each(diskIds, () => 'working'),
    reservations: each(diskIds, (id) => {
      const group = plan.scenario.groups.find(({ resources }) =>
        resources.some((resource) => resource.disk === id),
      );
      return group?.owner ?? null;
    }),
  };
}
