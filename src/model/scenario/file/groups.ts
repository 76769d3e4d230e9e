import type { ResourceType } from '../types.ts';
import { allIdsOf, idsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path, ScenarioProblem } from './types.ts';
import { didYouMean } from './words.ts';

type Group = NonNullable<NonNullable<LooseFile['groups']>[number]>;
type Resource = NonNullable<NonNullable<Group['resources']>[number]>;

const PROPERTIES = ['disk', 'network', 'address'] as const;

/** What a type of resource must say beside its id; it says none of the other properties. */
const NEEDS: Partial<Readonly<Record<ResourceType, readonly (typeof PROPERTIES)[number][]>>> = {
  'physical-disk': ['disk'],
  'ip-address': ['network', 'address'],
};

/** Complains about a reference to something that is not declared; says nothing where the names are not known. */
export function unknownName(
  path: Path,
  name: string | undefined,
  what: string,
  names: readonly string[],
): ScenarioProblem[] {
  if (name === undefined || names.length === 0 || names.includes(name)) return [];
  return [wrongValue(path, `there is no ${what} "${name}"; ${didYouMean(name, names)}`)];
}

function properties(path: Path, resource: Resource): ScenarioProblem[] {
  const { type } = resource;
  if (type === undefined) return [];
  const needs = NEEDS[type] ?? [];
  return PROPERTIES.flatMap((property) => {
    const isThere = property in resource;
    if (isThere && !needs.includes(property)) {
      const message = `a resource of type ${type} has no ${property}; leave the key out`;
      return [{ path: [...path, property], of: 'key' as const, message }];
    }
    return !isThere && needs.includes(property)
      ? [wrongValue(path, `a resource of type ${type} needs the key "${property}"`)]
      : [];
  });
}

function references(file: LooseFile, path: Path, resource: Resource): ScenarioProblem[] {
  const { disk, network } = resource;
  const role = itemsOf(file.networks).find(([, { id }]) => id === network)?.[1].role;
  const internal = `clients cannot reach network ${network}, whose role is internal; choose one with the role client or mixed`;
  return [
    ...unknownName([...path, 'disk'], disk, 'disk', allIdsOf(file.storage?.disks)),
    ...unknownName([...path, 'network'], network, 'network', allIdsOf(file.networks)),
    ...(role === 'internal' ? [wrongValue([...path, 'network'], internal)] : []),
  ];
}

function dependencies(file: LooseFile, path: Path, group: Group, resource: Resource) {
  const inGroup = allIdsOf(group.resources);
  const elsewhere = itemsOf(file.groups).flatMap(([, { resources }]) => idsOf(resources));
  return itemsOf(resource['depends-on']).flatMap(([index, id]) => {
    const place = [...path, 'depends-on', index];
    if (inGroup.length > 0 && !inGroup.includes(id) && elsewhere.includes(id)) {
      const message = `resource ${id} is in another group; a resource depends on resources of its own group`;
      return [wrongValue(place, message)];
    }
    return unknownName(place, id, 'resource', inGroup);
  });
}

const owners: Check = (file) =>
  itemsOf(file.groups).flatMap(([index, { owner }]) =>
    unknownName(['groups', index, 'owner'], owner, 'node', allIdsOf(file.nodes)),
  );

const resources: Check = (file) =>
  itemsOf(file.groups).flatMap(([index, group]) =>
    itemsOf(group.resources).flatMap(([position, resource]) => {
      const path = ['groups', index, 'resources', position];
      return [
        ...properties(path, resource),
        ...references(file, path, resource),
        ...dependencies(file, path, group, resource),
      ];
    }),
  );

/** The first circle found from a resource, as the ids on it; each circle is told once, at its first resource. */
function circleFrom(group: Group, start: string): readonly string[] | undefined {
  const members = new Map(itemsOf(group.resources).map(([, resource]) => [resource.id, resource]));
  const order = idsOf(group.resources);
  const seen = new Set<string>();
  const search = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    for (const [, next] of itemsOf(members.get(id)?.['depends-on'])) {
      if (next === start) return trail;
      // A circle through an earlier resource has been told there.
      if (seen.has(next) || order.indexOf(next) < order.indexOf(start)) continue;
      seen.add(next);
      const found = search(next, [...trail, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(start, [start]);
}

const circles: Check = (file) =>
  itemsOf(file.groups).flatMap(([index, group]) =>
    itemsOf(group.resources).flatMap(([position, { id }]) => {
      const circle = id === undefined ? undefined : circleFrom(group, id);
      if (!circle) return [];
      const path = ['groups', index, 'resources', position, 'depends-on'];
      const way = [...circle, circle[0]].join(' → ');
      return [wrongValue(path, `a circle of dependencies: ${way}; leave one of them out`)];
    }),
  );

const subject: Check = (file) => {
  const unknown = unknownName(['subject'], file.subject, 'group', allIdsOf(file.groups));
  const group = itemsOf(file.groups).find(([, { id }]) => id === file.subject)?.[1];
  const found = group && itemsOf(group.resources);
  if (!found || found.length === 0 || found.some(([, { type }]) => type === undefined)) {
    return unknown;
  }
  if (found.some(([, { type }]) => type === 'mailbox-database')) return unknown;
  const message = `group ${file.subject} has no mailbox-database, so there is no service to measure; name a group that has one`;
  return [wrongValue(['subject'], message)];
};

/** Whether groups and resources fit each other and the machines. */
export const groupChecks: readonly Check[] = [owners, resources, circles, subject];
