import type { QuorumModel } from '../types.ts';
import { standsAlone } from './hardware.ts';
import { unknownName } from './names.ts';
import { allIdsOf, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, ScenarioProblem } from './types.ts';

/** Who decides; undefined where it cannot be read, null for a server that stands alone. */
function modelOf(file: LooseFile): QuorumModel | null | undefined {
  if (standsAlone(file)) return null;
  return 'quorum' in file ? file.quorum : 'disk';
}

const model: Check = (file) => {
  if ('quorum' in file && standsAlone(file)) {
    const message = 'a server that stands alone has no quorum; leave the key out';
    return [{ path: ['quorum'], of: 'key', message }];
  }
  if (file.quorum !== 'node-and-disk-majority' || file.profile !== 'windows-server-2003') return [];
  const message =
    'node-and-disk-majority is known since Windows Server 2008; choose another, or another profile';
  return [wrongValue(['quorum'], message)];
};

const disk: Check = (file) => {
  const decides = modelOf(file);
  const disks = itemsOf(file.storage?.disks);
  if (decides === undefined || disks.length === 0) return [];
  if (disks.some(([, { holds }]) => holds === undefined)) return [];
  const found = disks.filter(([, { holds }]) => holds === 'quorum');
  const wrong = (message: string): ScenarioProblem[] => [wrongValue(['storage', 'disks'], message)];
  if (decides === 'disk' || decides === 'node-and-disk-majority') {
    if (found.length === 1) return [];
    const many = found.length === 0 ? 'no disk holds' : 'several disks hold';
    return wrong(`${many} the quorum; exactly one disk has to say "holds: quorum"`);
  }
  if (found.length === 0) return [];
  if (decides === null) {
    return wrong('a server that stands alone has no quorum; it needs no disk for one');
  }
  return wrong(`the quorum ${decides} asks no disk; let disk ${found[0]?.[1].id} hold "data"`);
};

const witness: Check = (file) => {
  const decides = modelOf(file);
  const { network } = file.witness ?? {};
  const unknown = unknownName(['witness', 'network'], network, 'network', allIdsOf(file.networks));
  if (decides === undefined) return unknown;
  const isAsked = decides === 'node-and-file-share-majority';
  if (isAsked && !('witness' in file)) {
    const message = `${decides} asks a file share; say where it is with "witness"`;
    return [wrongValue(['quorum'], message)];
  }
  if (isAsked || !('witness' in file)) return unknown;
  const message = `nobody asks the witness: write "quorum: node-and-file-share-majority" or leave it out`;
  return [{ path: ['witness'], of: 'key', message }, ...unknown];
};

/** A disk is used by one resource, and a cluster cannot do without the disk of its quorum. */
const users: Check = (file) => {
  const resources = itemsOf(file.groups).flatMap(([, group]) => itemsOf(group.resources));
  const used = resources.flatMap(([, { type, disk: id }]) =>
    id === undefined || type !== 'physical-disk' ? [] : [id],
  );
  const isWhole =
    itemsOf(file.groups).every(([, group]) => group.resources !== undefined) &&
    resources.every(([, { type }]) => type !== undefined);
  if (!isWhole || used.length === 0) return [];
  return itemsOf(file.storage?.disks).flatMap(([index, { id, holds }]): ScenarioProblem[] => {
    if (id === undefined) return [];
    const count = used.filter((one) => one === id).length;
    const path = ['storage', 'disks', index, 'id'];
    if (count > 1) {
      return [
        wrongValue(path, `${count} resources use disk ${id}; a disk belongs to one resource`),
      ];
    }
    if (count === 1 || holds !== 'quorum') return [];
    const message = `no resource has disk ${id}; give a physical-disk of a group "disk: ${id}"`;
    return [wrongValue(path, message)];
  });
};

/** Whether what decides on the quorum fits the profile, the disks and the witness. */
export const quorumChecks: readonly Check[] = [model, disk, witness, users];
