import { partsOf } from '../plan.ts';
import type { Part } from '../plan.ts';
import type { Scenario } from '../types.ts';
import { idsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path } from './types.ts';

const named = (ids: readonly string[]): { id: string; name: string }[] =>
  ids.map((id) => ({ id, name: id }));

/** Every part that a file declares, cables and storage paths included. */
export function declaredParts(file: LooseFile): readonly Part[] {
  const groups = itemsOf(file.groups).map(([, { id, resources }]) => ({
    id: id ?? '',
    resources: named(idsOf(resources)),
  }));
  // Parts are made of ids alone, so nothing else of the scenario has to be there.
  const ids = {
    nodes: named(idsOf(file.nodes)),
    networks: named(idsOf(file.networks)),
    array: { id: file.storage?.id ?? '' },
    disks: named(idsOf(file.storage?.disks)),
    groups,
  } as unknown as Scenario;
  return partsOf(ids).filter(({ id }) => id !== '');
}

function placesOf(file: LooseFile): (readonly [string | undefined, string, Path])[] {
  return [
    ...itemsOf(file.nodes).map(
      ([index, { id }]) => [id, 'a node', ['nodes', index, 'id']] as const,
    ),
    ...itemsOf(file.networks).map(
      ([index, { id }]) => [id, 'a network', ['networks', index, 'id']] as const,
    ),
    [file.storage?.id, 'the array', ['storage', 'id']] as const,
    ...itemsOf(file.storage?.disks).map(
      ([index, { id }]) => [id, 'a disk', ['storage', 'disks', index, 'id']] as const,
    ),
    ...itemsOf(file.groups).flatMap(([index, { id, resources }]) => [
      [id, 'a group', ['groups', index, 'id']] as const,
      ...itemsOf(resources).map(
        ([position, resource]) =>
          [resource.id, 'a resource', ['groups', index, 'resources', position, 'id']] as const,
      ),
    ]),
  ];
}

function cablesOf(file: LooseFile): Map<string, string> {
  const cables = new Map<string, string>();
  for (const { id, kind } of declaredParts(file)) {
    if (kind === 'cable' || kind === 'path') cables.set(id.toLowerCase(), `a ${kind} has`);
  }
  return cables;
}

/** One id, one part: over all kinds, without regard to case, and beside the cables nobody declares. */
export const idsAreUnique: Check = (file) => {
  const taken = cablesOf(file);
  return placesOf(file).flatMap(([id, what, path]) => {
    if (id === undefined) return [];
    const other = taken.get(id.toLowerCase());
    if (other === undefined) {
      taken.set(id.toLowerCase(), `${what} has`);
      return [];
    }
    return [
      wrongValue(
        path,
        `${other} the id "${id}" already; an id stands for one thing, whatever its kind and case`,
      ),
    ];
  });
};
