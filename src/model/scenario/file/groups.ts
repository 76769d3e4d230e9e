import { unknownName, unknownNames } from './names.ts';
import { valuesIn } from './parameters.ts';
import type { Group } from './resources.ts';
import { allIdsOf, idsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile } from './types.ts';

const owners: Check = (file) => {
  const nodes = allIdsOf(file.nodes);
  return itemsOf(file.groups).flatMap(([index, group]) => {
    const path = ['groups', index];
    const preferred = [...path, 'preferred-owners'];
    const isBound = group.failback === undefined || group.failback === 'prevent';
    const message = 'a group goes back to a preferred owner; say which those are, or "prevent"';
    return [
      ...unknownName([...path, 'owner'], group.owner, 'node', nodes),
      ...unknownNames(preferred, group['preferred-owners'], 'node', nodes),
      ...(isBound || 'preferred-owners' in group
        ? []
        : [wrongValue([...path, 'failback'], message)]),
    ];
  });
};

/** A node hosts one clustered mailbox server, and one node at least has none (Exchange Server 2007 help). */
const mailboxServers: Check = (file) => {
  const servers = itemsOf(file.groups).filter(([, { resources }]) =>
    itemsOf(resources).some(([, { type }]) => type === 'mailbox-database'),
  );
  const nodes = file.nodes?.length ?? 0;
  const message = `${servers.length} clustered mailbox servers on ${nodes} nodes; one node at least has to be without`;
  return [
    ...(nodes > 1 && servers.length >= nodes ? [wrongValue(['groups'], message)] : []),
    ...servers.flatMap(([index, { owner }], place) => {
      const other = servers.slice(0, place).find(([, group]) => group.owner === owner)?.[1].id;
      if (owner === undefined || other === undefined) return [];
      const told = `${owner} has clustered mailbox server ${other} already; a node hosts one at a time`;
      return [wrongValue(['groups', index, 'owner'], told)];
    }),
  ];
};

/** By resource, what it depends on; the Information Store on the System Attendant where it is said to. */
function providersIn(file: LooseFile, group: Group): ReadonlyMap<string, readonly string[]> {
  const resources = itemsOf(group.resources).map(([, resource]) => resource);
  const { informationStoreNeedsSystemAttendant: isAbove } = valuesIn(file).values;
  const attendants = resources.filter(({ type }) => isAbove === 1 && type === 'system-attendant');
  return new Map(
    resources.map((resource) => [
      resource.id ?? '',
      [
        ...[...itemsOf(resource['depends-on']), ...itemsOf(resource['depends-on-any'])].map(
          ([, id]) => id,
        ),
        ...(resource.type === 'information-store' ? idsOf(attendants) : []),
      ],
    ]),
  );
}

/** The first circle found from a resource, as the ids on it; each circle is told once, at its first resource. */
function circleFrom(
  providers: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const order = [...providers.keys()];
  const seen = new Set<string>();
  const search = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    for (const next of providers.get(id) ?? []) {
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
  itemsOf(file.groups).flatMap(([index, group]) => {
    const providers = providersIn(file, group);
    return itemsOf(group.resources).flatMap(([position, resource]) => {
      const circle = resource.id === undefined ? undefined : circleFrom(providers, resource.id);
      if (!circle) return [];
      const path = ['groups', index, 'resources', position];
      const way = [...circle, circle[0]].join(' → ');
      const key = ['depends-on', 'depends-on-any'].filter((name) => name in resource).slice(0, 1);
      const message = `a circle of dependencies: ${way}; leave one of them out`;
      return [wrongValue([...path, ...key], message)];
    });
  });

const subject: Check = (file) =>
  unknownName(['subject'], file.subject, 'group', allIdsOf(file.groups));

/** Whether groups fit the nodes and each other, and what depends on what has a beginning. */
export const groupChecks: readonly Check[] = [owners, mailboxServers, circles, subject];
