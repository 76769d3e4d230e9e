import { partsOf } from '../parts.ts';
import type { Part } from '../parts.ts';
import type { Scenario } from '../types.ts';
import { idsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path } from './types.ts';

const named = (ids: readonly string[]): { id: string }[] => ids.map((id) => ({ id }));

/**
 * Every part that a file declares, cables and storage paths included. Where it cannot be read how
 * many of them there are, there are two: nobody should be told that one is missing.
 */
export function declaredParts(file: LooseFile): readonly Part[] {
  const { nodes, networks, storage, witness, groups, feeds, switches } = file;
  // Parts are made of ids and a few numbers, so nothing else of the scenario has to be there.
  const ids = {
    nodes: itemsOf(nodes).map(([, node]) => ({
      id: node.id ?? '',
      paths: 'paths' in node ? (node.paths ?? 2) : 1,
    })),
    feeds: named(idsOf(feeds)),
    switches: named(idsOf(switches)),
    networks: itemsOf(networks).map(([, network]) => ({
      id: network.id ?? '',
      teamed: 'teamed' in network ? (network.teamed ?? true) : false,
    })),
    array: {
      id: storage?.id ?? '',
      controllers: itemsOf(storage?.controllers).map(([, id]) => id),
    },
    disks: named(idsOf(storage?.disks)),
    witness: witness ? { id: witness.id ?? '' } : null,
    groups: itemsOf(groups).map(([, { id, resources }]) => ({
      id: id ?? '',
      resources: named(idsOf(resources)),
    })),
  } as unknown as Scenario;
  return partsOf(ids).filter(({ id }) => id !== '');
}

/** What is written for an owner where there is none. */
const NOBODY = 'none';

type Place = readonly [id: string | undefined, what: string, path: Path];
type Identified = { readonly id?: string | undefined };

function placesOf(file: LooseFile): Place[] {
  const each = (list: readonly (Identified | undefined)[] | undefined, what: string, path: Path) =>
    itemsOf(list).map(([index, { id }]): Place => [id, what, [...path, index, 'id']]);
  const { storage } = file;
  return [
    ...each(file.feeds, 'a feed', ['feeds']),
    ...each(file.switches, 'a switch', ['switches']),
    ...each(file.nodes, 'a node', ['nodes']),
    ...each(file.networks, 'a network', ['networks']),
    [storage?.id, 'the array', ['storage', 'id']],
    ...itemsOf(storage?.controllers).map(([index, id]): Place => [
      id,
      'a controller',
      ['storage', 'controllers', index],
    ]),
    ...each(storage?.disks, 'a disk', ['storage', 'disks']),
    [file.witness?.id, 'the witness', ['witness', 'id']],
    ...itemsOf(file.groups).flatMap(([index, { id, resources }]): Place[] => [
      [id, 'a group', ['groups', index, 'id']],
      ...each(resources, 'a resource', ['groups', index, 'resources']),
    ]),
  ];
}

/** Cables and paths by their ids: they are there without being declared. */
function undeclaredIn(file: LooseFile): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { id, kind } of declaredParts(file)) {
    if (kind === 'cable' || kind === 'path') taken.set(id.toLowerCase(), `a ${kind}`);
  }
  return taken;
}

/** One id, one part: over all kinds, without regard to case, and beside the cables nobody declares. */
export const idsAreUnique: Check = (file) => {
  const taken = undeclaredIn(file);
  return placesOf(file).flatMap(([id, what, path]) => {
    if (id === undefined) return [];
    if (id.toLowerCase() === NOBODY) {
      return [wrongValue(path, `"${id}" stands for no node at all; choose another id`)];
    }
    const other = taken.get(id.toLowerCase());
    if (other === undefined) {
      taken.set(id.toLowerCase(), what);
      return [];
    }
    return [
      wrongValue(
        path,
        `${other} has the id "${id}" already; an id stands for one thing, whatever its kind and case`,
      ),
    ];
  });
};
