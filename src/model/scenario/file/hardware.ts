import { unknownName, unknownNames } from './names.ts';
import { allIdsOf, idsUnder, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path, ScenarioProblem } from './types.ts';

/** Exchange Server 2007 takes no more, even where Windows does (bb676571). */
const MOST_NODES = 8;

/** One server stands alone: no heartbeat, no quorum, nobody to fail over to. */
export function standsAlone(file: LooseFile): boolean {
  return file.nodes?.length === 1;
}

const nodes: Check = (file) => {
  const count = file.nodes?.length ?? 0;
  if (count <= MOST_NODES) return [];
  const message = `${count} nodes; a cluster of Exchange Server 2007 has ${MOST_NODES} at most`;
  return [wrongValue(['nodes'], message)];
};

const power: Check = (file) => {
  const feeds = idsUnder(file, 'feeds');
  const fed = (
    path: Path,
    part: { readonly feeds?: readonly (string | undefined)[] | undefined },
  ) => unknownNames([...path, 'feeds'], part.feeds, 'feed', feeds);
  return [
    ...itemsOf(file.nodes).flatMap(([index, node]) => fed(['nodes', index], node)),
    ...itemsOf(file.switches).flatMap(([index, box]) => fed(['switches', index], box)),
    ...fed(['storage'], file.storage ?? {}),
  ];
};

const networks: Check = (file) => {
  const list = itemsOf(file.networks);
  const switches = idsUnder(file, 'switches');
  const isDeaf = list.every(([, { role }]) => role === 'client' || role === 'none');
  const message = 'no network carries heartbeats; give one of them the role internal or mixed';
  return [
    ...(isDeaf && list.length > 0 && !standsAlone(file) ? [wrongValue(['networks'], message)] : []),
    ...list.flatMap(([index, network]) =>
      unknownNames(['networks', index, 'switches'], network.switches, 'switch', switches),
    ),
  ];
};

/** Paths lead to the controllers by their number, so a controller may be left without one. */
const controllers: Check = (file) => {
  const list = itemsOf(file.storage?.controllers);
  if (list.length < 2) return [];
  const paths = itemsOf(file.nodes).map(([, node]) => ('paths' in node ? (node.paths ?? 2) : 1));
  return list.slice(Math.max(...paths)).map(([index, id]) => {
    const remedy = index === 1 ? 'give a node "paths: 2" or leave it out' : 'leave it out';
    const message = `no path leads to controller ${id}: a path leads to the controller of its number; ${remedy}`;
    return wrongValue(['storage', 'controllers', index], message);
  });
};

const letters: Check = (file) => {
  const list = itemsOf(file.storage?.disks);
  return list.flatMap(([index, { letter }]) => {
    const other = list.find(
      ([position, disk]) =>
        position < index &&
        letter !== undefined &&
        disk.letter?.toLowerCase() === letter.toLowerCase(),
    );
    if (!other) return [];
    const message = `disk ${other[1].id} has the letter ${letter} already; give this one its own`;
    return [wrongValue(['storage', 'disks', index, 'letter'], message)];
  });
};

/** A disk either has a letter of its own or is mounted in a folder of one that has. */
const mounts: Check = (file) => {
  const list = itemsOf(file.storage?.disks);
  return list.flatMap(([index, disk]): ScenarioProblem[] => {
    const { letter, root } = disk;
    const path = ['storage', 'disks', index, 'root'];
    if (letter === undefined) return [];
    if (!letter.includes('\\')) {
      const message = `a disk with the letter ${letter} is in no folder; leave "root" out`;
      return 'root' in disk ? [{ path, of: 'key', message }] : [];
    }
    if (!('root' in disk)) {
      const message = `${letter} is a folder of another disk; say of which with "root"`;
      return [wrongValue(['storage', 'disks', index, 'letter'], message)];
    }
    const host = list.find(([, { id }]) => id === root)?.[1];
    if (host?.letter === undefined) {
      return unknownName(path, root, 'disk', allIdsOf(file.storage?.disks));
    }
    if (host.letter.includes('\\')) {
      const message = `disk ${root} is mounted in a folder itself; name one with a drive letter`;
      return [wrongValue(path, message)];
    }
    if (letter.startsWith(`${host.letter}\\`)) return [];
    return [wrongValue(path, `disk ${root} is ${host.letter}, and ${letter} is no folder of it`)];
  });
};

/** Whether machines, power, networks and disks fit each other. */
export const hardwareChecks: readonly Check[] = [
  nodes,
  power,
  networks,
  controllers,
  letters,
  mounts,
];
