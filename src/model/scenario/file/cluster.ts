import { itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, ScenarioProblem } from './types.ts';

const CLUSTER = 2;
const ALONE = 1;

/** One server stands alone: no heartbeat, no quorum, nobody to fail over to. */
function standsAlone(file: LooseFile): boolean {
  return file.nodes?.length === ALONE;
}

const nodes: Check = (file) => {
  const count = file.nodes?.length ?? CLUSTER;
  if (count === CLUSTER || count === ALONE) return [];
  return [
    wrongValue(
      ['nodes'],
      `${count} nodes; only one server alone and clusters of ${CLUSTER} nodes are modelled so far`,
    ),
  ];
};

const networks: Check = (file) => {
  const roles = itemsOf(file.networks).map(([, { role }]) => role);
  if (standsAlone(file)) return [];
  if (roles.length === 0 || roles.some((role) => role !== 'client')) return [];
  return [
    wrongValue(
      ['networks'],
      'no network carries heartbeats; give one of them the role internal or mixed',
    ),
  ];
};

function diskResources(file: LooseFile): string[] {
  return itemsOf(file.groups).flatMap(([, { resources }]) =>
    itemsOf(resources).flatMap(([, { type, disk }]) =>
      disk === undefined || type !== 'physical-disk' ? [] : [disk],
    ),
  );
}

const quorum: Check = (file) => {
  const disks = itemsOf(file.storage?.disks);
  if (disks.length === 0 || disks.some(([, { holds }]) => holds === undefined)) return [];
  const found = disks.filter(([, { holds }]) => holds === 'quorum');
  if (standsAlone(file)) {
    if (found.length === 0) return [];
    const message = 'a server that stands alone has no quorum; it needs no disk for one';
    return [wrongValue(['storage', 'disks'], message)];
  }
  if (found.length === 1) return [];
  const many = found.length === 0 ? 'no disk holds' : 'several disks hold';
  return [
    wrongValue(
      ['storage', 'disks'],
      `${many} the quorum; exactly one disk has to say "holds: quorum"`,
    ),
  ];
};

/** A disk is used by one group, and a cluster cannot do without the disk of its quorum. */
const disks: Check = (file) => {
  const used = diskResources(file);
  const isWhole = itemsOf(file.groups).every(
    ([, { resources }]) =>
      resources !== undefined && itemsOf(resources).every(([, { type }]) => type),
  );
  if (!isWhole || used.length === 0) return [];
  return itemsOf(file.storage?.disks).flatMap(([index, { id, holds }]): ScenarioProblem[] => {
    if (id === undefined) return [];
    const users = used.filter((disk) => disk === id).length;
    const path = ['storage', 'disks', index, 'id'];
    if (users > 1) {
      return [
        wrongValue(path, `${users} resources use disk ${id}; a disk belongs to one resource`),
      ];
    }
    if (users === 0 && holds === 'quorum') {
      const message = `no resource has disk ${id}; give a physical-disk of a group "disk: ${id}"`;
      return [wrongValue(path, message)];
    }
    return [];
  });
};

/** What every cluster must have before anything can run in it. */
export const clusterChecks: readonly Check[] = [nodes, networks, quorum, disks];
