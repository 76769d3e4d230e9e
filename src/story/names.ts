import type { Plan } from '#model';

/** What people call a part: the name from the scenario, or a phrase for cables and paths. */
export function nameOf(plan: Plan, id: string): string {
  const { scenario } = plan;
  const resource = plan.resources[id];
  if (resource) return resource.name;
  const named = [...scenario.nodes, ...scenario.networks, ...scenario.groups].find(
    (candidate) => candidate.id === id,
  );
  if (named) return named.name;
  if (id === scenario.array.id) return scenario.array.name;
  const disk = scenario.disks.find((candidate) => candidate.id === id);
  if (disk) return `disk ${disk.letter}`;
  const [node = id, rest = ''] = id.split('.');
  return rest.startsWith('path-') ? `${node}'s storage path` : `${node}'s ${rest} cable`;
}

/** A network in a sentence: `the private network`. */
export function networkName(plan: Plan, id: string): string {
  const network = plan.scenario.networks.find((candidate) => candidate.id === id);
  return `the ${(network?.name ?? id).toLowerCase()}`;
}

/** A disk with its purpose: `Q:, the quorum disk`. */
export function diskName(plan: Plan, id: string): string {
  const disk = plan.scenario.disks.find((candidate) => candidate.id === id);
  if (!disk) return id;
  return disk.holds === 'quorum' ? 'the quorum disk' : `disk ${disk.letter}`;
}
