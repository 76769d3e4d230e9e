import type { ResourceDefinition } from '#model';
import { isDefended } from './holding.ts';
import { get } from './machine.ts';
import type { Machine } from './machine.ts';
import { hasNetwork, reachesDisk, reachesFiles } from './reach.ts';

/** A resource as the scenario describes it. */
export function definitionOf(machine: Machine, id: string): ResourceDefinition {
  return get(machine.plan.resources, id);
}

/** The node that has the group of a resource. */
export function hostOf(machine: Machine, id: string): string {
  return get(machine.groups, get(machine.resources, id).group).owner;
}

/** Whether another clustered mailbox server is on a node. */
export function hostsAnother(machine: Machine, group: string, node: string): boolean {
  const { mailboxServers } = machine.plan;
  return (
    mailboxServers.includes(group) &&
    mailboxServers.some((other) => other !== group && get(machine.groups, other).owner === node)
  );
}

/** Whether the hardware lets a resource come online, stay, or be closed in order on its node. */
export function works(machine: Machine, id: string): boolean {
  const { type, disk = '', network = '' } = definitionOf(machine, id);
  const { publicNetworkLossFailsAddress } = machine.plan.scenario.parameters;
  const owner = hostOf(machine, id);
  switch (type) {
    case 'physical-disk':
      return reachesDisk(machine, owner, disk) && !isDefended(machine, disk, owner);
    case 'ip-address':
      return publicNetworkLossFailsAddress === 0 || hasNetwork(machine, owner, network);
    case 'system-attendant':
    case 'information-store':
      return isOnlyServer(machine, get(machine.resources, id).group, owner);
    case 'mailbox-database':
      return databaseWorks(machine, id);
    case 'network-name':
    case 'generic':
      return true;
  }
}

/** A service of a mailbox server keeps its node to itself from coming online until it is offline. */
function isInUse(machine: Machine, id: string): boolean {
  const { state } = get(machine.resources, id);
  const { type } = definitionOf(machine, id);
  const isService = type === 'system-attendant' || type === 'information-store';
  return isService && (state === 'online' || state === 'offline-pending');
}

/** Whether the services of no other mailbox server are in use on a node. */
function isOnlyServer(machine: Machine, group: string, node: string): boolean {
  const { mailboxServers, groups } = machine.plan;
  return mailboxServers.every(
    (other) =>
      other === group ||
      get(machine.groups, other).owner !== node ||
      !get(groups, other).resources.some(({ id }) => isInUse(machine, id)),
  );
}

/** Whether a node can use a disk: it reaches it and has it online. */
export function hasDisk(machine: Machine, node: string, disk: string): boolean {
  const isShared = machine.plan.resourceOfDisk[disk] !== undefined;
  const isOwn = !isShared || get(machine.disks, disk).renewedBy === node;
  return isOwn && reachesFiles(machine, node, disk);
}

/** Whether the store that a database needs has not failed, noticed or not. */
export function storeWorks(machine: Machine, id: string): boolean {
  return definitionOf(machine, id).dependsOn.every((one) => {
    if (definitionOf(machine, one).type !== 'information-store') return true;
    const { health, state } = get(machine.resources, one);
    return health === 'well' && state !== 'failed';
  });
}

function databaseWorks(machine: Machine, id: string): boolean {
  const { damagedDatabaseMounts } = machine.plan.scenario.parameters;
  const { fileGone, dirty, logsGone, damaged, readAt, restoredAt } = get(machine.databases, id);
  if (fileGone || (dirty && logsGone) || restoredAt !== null) return false;
  if (damaged && readAt === null && damagedDatabaseMounts === 0) return false;
  const owner = hostOf(machine, id);
  return (
    storeWorks(machine, id) &&
    get(machine.plan.disksOf, id).every((disk) => hasDisk(machine, owner, disk))
  );
}

interface Durations {
  readonly online: number;
  readonly offline: number;
  readonly failed: number;
}

/** How long the steps of a resource take. */
export function durationsOf(machine: Machine, id: string): Durations {
  const all = machine.plan.scenario.parameters;
  const { type, onlineDuration, offlineDuration } = definitionOf(machine, id);
  const failed = all.failedServiceAttemptDuration;
  switch (type) {
    case 'physical-disk':
      return {
        online: all.diskOnlineDuration,
        offline: all.diskOfflineDuration,
        failed: all.failedDiskAttemptDuration,
      };
    case 'ip-address':
      return {
        online: all.ipAddressOnlineDuration,
        offline: all.ipAddressOfflineDuration,
        failed: all.failedIpAddressAttemptDuration,
      };
    case 'network-name':
      return {
        online: all.networkNameOnlineDuration,
        offline: all.networkNameOfflineDuration,
        failed: all.failedNetworkNameAttemptDuration,
      };
    case 'system-attendant':
      return {
        online: all.systemAttendantOnlineDuration,
        offline: all.systemAttendantOfflineDuration,
        failed,
      };
    case 'information-store':
      return {
        online: all.informationStoreOnlineDuration,
        offline: all.informationStoreOfflineDuration,
        failed,
      };
    case 'mailbox-database':
      return {
        online: all.databaseMountDuration,
        offline: all.databaseDismountDuration,
        failed,
      };
    case 'generic':
      return {
        online: onlineDuration ?? all.genericOnlineDuration,
        offline: offlineDuration ?? all.genericOfflineDuration,
        failed,
      };
  }
}

/** Whether a name can be registered when it begins to come online: over the networks of its addresses. */
export function canBegin(machine: Machine, id: string): boolean {
  const { type, dependsOn } = definitionOf(machine, id);
  if (type !== 'network-name') return true;
  return dependsOn.every((one) => {
    const { network } = definitionOf(machine, one);
    return network === undefined || hasNetwork(machine, hostOf(machine, id), network);
  });
}

/** Whether enough of what a resource depends on is online. */
export function isProvided(machine: Machine, id: string): boolean {
  const { dependsOn, dependsOnAny } = definitionOf(machine, id);
  const online = dependsOn.filter((one) => get(machine.resources, one).state === 'online');
  return dependsOnAny && dependsOn.length > 0
    ? online.length > 0
    : online.length === dependsOn.length;
}

/** Offline or failed. */
export function isDown(machine: Machine, id: string): boolean {
  return ['offline', 'failed'].includes(get(machine.resources, id).state);
}

/** Whether everything that depends on a resource is down. */
export function isFree(machine: Machine, id: string): boolean {
  const dependents = Object.values(machine.plan.resources).filter(({ dependsOn }) =>
    dependsOn.includes(id),
  );
  return dependents.every((one) => isDown(machine, one.id));
}
