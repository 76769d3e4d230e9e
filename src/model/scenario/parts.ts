import type { NetworkDefinition, Scenario } from './types.ts';

/** What the file calls a part: decides which actions take it as an argument. */
export type PartKind =
  | 'node'
  | 'feed'
  | 'switch'
  | 'network'
  | 'cable'
  | 'path'
  | 'controller'
  | 'array'
  | 'disk'
  | 'witness'
  | 'group'
  | 'resource';

export interface Part {
  readonly id: string;
  readonly kind: PartKind;
  /** Its place in the scenario, which settles what comes first at one instant. */
  readonly place: number;
}

/** The cable of a node's adapter, which is also what its interface on the network is called. */
export const cableId = (node: string, network: string): string => `${node}.${network}`;

/** A storage path of a node; the first unless told. */
export const pathId = (node: string, number = 1): string => `${node}.path-${number}`;

/** The cables of a node on a network: one, or two that are teamed. */
export function cablesOn(
  node: string,
  { id, teamed }: Pick<NetworkDefinition, 'id' | 'teamed'>,
): string[] {
  const first = cableId(node, id);
  return teamed ? [first, `${first}-2`] : [first];
}

/** The paths of a node. */
export function pathsOf({ id, paths }: { readonly id: string; readonly paths: number }): string[] {
  return Array.from({ length: paths }, (_, index) => pathId(id, index + 1));
}

/** The ids of everything in a scenario, in the order of the file. */
export function partsOf(scenario: Scenario): Part[] {
  const { nodes, networks, array, disks, witness, groups, feeds, switches } = scenario;
  const named = (kind: PartKind, ids: readonly string[]): [string, PartKind][] =>
    ids.map((id) => [id, kind]);
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return [
    ...named('node', idsOf(nodes)),
    ...named('feed', idsOf(feeds)),
    ...named('switch', idsOf(switches)),
    ...named('network', idsOf(networks)),
    ...named(
      'cable',
      nodes.flatMap(({ id }) => networks.flatMap((network) => cablesOn(id, network))),
    ),
    ...named('path', nodes.flatMap(pathsOf)),
    ...named('controller', array.controllers),
    ...named('array', [array.id]),
    ...named('disk', idsOf(disks)),
    ...named('witness', witness ? [witness.id] : []),
    ...groups.flatMap((group) => [
      ...named('group', [group.id]),
      ...named('resource', idsOf(group.resources)),
    ]),
  ].map(([id, kind], place) => ({ id, kind, place }));
}
