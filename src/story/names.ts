import type { Plan } from '#model';

/** A wire of a node: `NODE1's storage path`, `NODE1's private cable`; with several paths its number. */
function wireName({ scenario }: Plan, id: string): string {
  const node = scenario.nodes.findLast((candidate) => id.startsWith(`${candidate.id}.`));
  if (!node) return id;
  const rest = id.slice(node.id.length + 1);
  const [, path] = /^path-(\d+)$/.exec(rest) ?? [];
  if (path === undefined) return `${node.id}'s ${rest} cable`;
  return `${node.id}'s storage path${node.paths > 1 ? ` ${path}` : ''}`;
}

/** What people call a part: the name from the scenario, or a phrase for disks, cables and paths. */
export function nameOf(plan: Plan, id: string): string {
  const { nodes, networks, groups, feeds, switches, array, witness } = plan.scenario;
  const resource = plan.resources[id];
  if (resource) return resource.name;
  const named = [...nodes, ...networks, ...groups, ...feeds, ...switches, array].find(
    (candidate) => candidate.id === id,
  );
  if (named) return named.name;
  if (id === witness?.id) return witness.name;
  const disk = plan.diskOf[id];
  return disk ? `disk ${disk.letter}` : wireName(plan, id);
}

/** A network in a sentence: `the private network`, `LAN B`; one without a name is `network lan-b`. */
export function networkName(plan: Plan, id: string): string {
  const { name = id } = plan.scenario.networks.find((candidate) => candidate.id === id) ?? {};
  if (name === id) return `network ${id}`;
  const isWord = /^\p{Lu}\p{Ll}/u.test(name);
  return isWord ? `the ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** A disk with its purpose: `the quorum disk`, `disk L:`. */
export function diskName(plan: Plan, id: string): string {
  const disk = plan.diskOf[id];
  return disk?.holds === 'quorum' ? 'the quorum disk' : `disk ${disk?.letter ?? id}`;
}

/** What decides who goes on: `the quorum disk`, or `the file share witness` where that is asked. */
export function deciderName(plan: Plan, id: string): string {
  return id === plan.scenario.witness?.id ? 'the file share witness' : diskName(plan, id);
}
