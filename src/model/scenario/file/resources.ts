import { formatDuration } from '../../actions/duration.ts';
import { NEVER } from '../../properties/names.ts';
import { isLateEnough } from '../../properties/retry-period.ts';
import type { ResourceType } from '../types.ts';
import { unknownName, unknownNames } from './names.ts';
import { valuesIn } from './parameters.ts';
import { allIdsOf, idsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path, ScenarioProblem } from './types.ts';

/** A group of a file, as far as it could be read. */
export type Group = NonNullable<NonNullable<LooseFile['groups']>[number]>;
type Resource = NonNullable<NonNullable<Group['resources']>[number]>;

/** A resource and where it stands. */
interface Placed {
  readonly file: LooseFile;
  readonly group: Group;
  readonly resource: Resource;
  readonly path: Path;
}

type Question = (placed: Placed) => ScenarioProblem[];

/** Keys that belong to one type of resource, and whether it can do without. */
const KEYS = {
  disk: ['physical-disk', 'needed'],
  disks: ['mailbox-database', 'optional'],
  network: ['ip-address', 'needed'],
  address: ['ip-address', 'needed'],
  online: ['generic', 'optional'],
  offline: ['generic', 'optional'],
} as const satisfies Record<string, readonly [ResourceType, 'needed' | 'optional']>;

const keys: Question = ({ resource, path }) => {
  const { type } = resource;
  if (type === undefined) return [];
  return Object.entries(KEYS).flatMap(([key, [owner, need]]) => {
    const isThere = key in resource;
    if (isThere && owner !== type) {
      const message = `a resource of type ${type} has no ${key}; leave the key out`;
      return [{ path: [...path, key], of: 'key' as const, message }];
    }
    return !isThere && owner === type && need === 'needed'
      ? [wrongValue(path, `a resource of type ${type} needs the key "${key}"`)]
      : [];
  });
};

const references: Question = ({ file, resource, path }) => {
  const { disk, disks, network } = resource;
  const known = allIdsOf(file.storage?.disks);
  const role = itemsOf(file.networks).find(([, { id }]) => id === network)?.[1].role;
  const isDeaf = network !== undefined && (role === 'internal' || role === 'none');
  const message = `clients cannot reach network ${network}, whose role is ${role}; choose one with the role client or mixed`;
  return [
    ...unknownName([...path, 'disk'], disk, 'disk', known),
    ...unknownNames([...path, 'disks'], disks, 'disk', known),
    ...unknownName([...path, 'network'], network, 'network', allIdsOf(file.networks)),
    ...(isDeaf ? [wrongValue([...path, 'network'], message)] : []),
  ];
};

const dependencies: Question = ({ file, group, resource, path }) => {
  const inGroup = allIdsOf(group.resources);
  const elsewhere = itemsOf(file.groups).flatMap(([, { resources }]) => idsOf(resources));
  return (['depends-on', 'depends-on-any'] as const).flatMap((key) => {
    const at = [...path, key];
    const providers = itemsOf(resource[key]);
    const foreign = providers.filter(
      ([, id]) => inGroup !== null && !inGroup.includes(id) && elsewhere.includes(id),
    );
    const own = resource[key]?.map((id) =>
      foreign.some(([, other]) => other === id) ? undefined : id,
    );
    return [
      ...foreign.map(([index, id]) =>
        wrongValue(
          [...at, index],
          `resource ${id} is in another group; a resource depends on resources of its own group`,
        ),
      ),
      ...unknownNames(at, own, 'resource', inGroup),
    ];
  });
};

/** One provider of several is enough: a choice that came with Windows Server 2008 (bb629581). */
const choice: Question = ({ file, resource, path }) => {
  if (!('depends-on-any' in resource)) return [];
  const wrong = (message: string): ScenarioProblem[] => [
    { path: [...path, 'depends-on-any'], of: 'key', message },
  ];
  return [
    ...('depends-on' in resource
      ? wrong('"depends-on" and "depends-on-any" exclude each other; leave one of them out')
      : []),
    ...(file.profile === 'windows-server-2003'
      ? wrong('one provider of several is enough since Windows Server 2008; write "depends-on"')
      : []),
  ];
};

const possibleOwners: Question = ({ file, group, resource, path }) => {
  const at = [...path, 'possible-owners'];
  const list = resource['possible-owners'];
  const isMissing =
    group.owner !== undefined &&
    list !== undefined &&
    itemsOf(list).length === list.length &&
    !list.includes(group.owner);
  const message = `${group.owner} has the group at the start, so it must be among its possible owners`;
  return [
    ...unknownNames(at, list, 'node', allIdsOf(file.nodes)),
    ...(isMissing ? [wrongValue(at, message)] : []),
  ];
};

const restarts: Question = ({ resource, path }) => {
  if (resource.restart !== false || resource['affects-group'] !== true) return [];
  const message =
    'a resource with "restart: false" is left failed, so its group does not move; leave one of the two out';
  return [wrongValue([...path, 'affects-group'], message)];
};

/** The complaint stands where somebody wrote something; values that nobody wrote here are told once. */
const retries: Question = ({ file, resource, path }) => {
  const { values } = valuesIn(file);
  const retry = resource['retry-period'] ?? values.retryPeriodOnFailure;
  const restart = resource['restart-period'] ?? values.restartPeriod;
  if (isLateEnough(retry, restart)) return [];
  const [later, sooner] = [formatDuration(restart), formatDuration(retry)] as const;
  if (resource['retry-period'] !== undefined) {
    const message = `${sooner} is less than the period in which its failures count; give it ${later} or more, or ${NEVER}ms for never`;
    return [wrongValue([...path, 'retry-period'], message)];
  }
  if (resource['restart-period'] === undefined) return [];
  const message = `${later} is more than the time until it is tried again, ${sooner}; give it ${sooner} or less, or a "retry-period" of ${later} or more`;
  return [wrongValue([...path, 'restart-period'], message)];
};

/** A folder is there only while the disk is that it is in (timmcmic 2009-09-21). */
const mountPoints: Question = ({ file, group, resource, path }) => {
  const disks = itemsOf(file.storage?.disks).map(([, disk]) => disk);
  const mounted = disks.find(({ id }) => id !== undefined && id === resource.disk);
  const root = mounted?.letter?.includes('\\') ? mounted.root : undefined;
  if (root === undefined || !disks.some(({ id }) => id === root)) return [];
  const host = itemsOf(group.resources).find(([, { disk }]) => disk === root)?.[1].id;
  if (host === undefined) {
    const message = `disk ${resource.disk} is in a folder of ${root}; give a physical-disk of this group "disk: ${root}"`;
    return [wrongValue([...path, 'disk'], message)];
  }
  if (resource['depends-on']?.includes(host)) return [];
  const message = `disk ${resource.disk} is in a folder of ${root}, which has to be online first; add ${host} to "depends-on"`;
  return [wrongValue('depends-on' in resource ? [...path, 'depends-on'] : path, message)];
};

const QUESTIONS: readonly Question[] = [
  keys,
  references,
  dependencies,
  choice,
  possibleOwners,
  restarts,
  retries,
  mountPoints,
];

/** Whether resources fit their types, their groups and the machines. */
export const resourceChecks: Check = (file) =>
  itemsOf(file.groups).flatMap(([index, group]) =>
    itemsOf(group.resources).flatMap(([position, resource]) => {
      const path = ['groups', index, 'resources', position];
      return QUESTIONS.flatMap((question) => question({ file, group, resource, path }));
    }),
  );
