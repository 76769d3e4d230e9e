import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { every } from '../kernel/rule.ts';
import { canAccess, hasNetwork } from '../hardware/reach.ts';
import type { Moment, ResourceBehaviour } from '../world/moment.ts';
import { releaseReservation, stopRenewing, takeReservation } from './reservations.ts';

/** Whether a node may reserve a disk: no other node that still renews stands in the way. */
function mayReserve(moment: Moment, node: string, disk: string): Finding {
  const renewer = must(moment.world.renewers, disk);
  return {
    holds: renewer.value === null || renewer.value === node,
    value: renewer.value,
    since: [renewer.since],
  };
}

const physicalDisk: ResourceBehaviour = {
  canComeOnline: (moment, { disk = '' }, node) =>
    every([canAccess(moment.world, node, disk), mayReserve(moment, node, disk)]),
  onlineDuration: ({ diskOnlineDuration }) => diskOnlineDuration,
  offlineDuration: ({ diskOfflineDuration }) => diskOfflineDuration,
  failedAttemptDuration: ({ failedDiskAttemptDuration }) => failedDiskAttemptDuration,
  cameOnline: (moment, { disk = '' }, node, since) => takeReservation(moment, node, disk, since),
  wentOffline: (moment, { disk = '' }, node, since) =>
    releaseReservation(moment, node, disk, since),
  wasDropped: (moment, { disk = '' }, node, since) => stopRenewing(moment, node, disk, since),
};

const ipAddress: ResourceBehaviour = {
  canComeOnline: (moment, { network = '' }, node) =>
    moment.parameters.publicNetworkLossFailsAddress === 0
      ? every([])
      : hasNetwork(moment.world, node, network),
  onlineDuration: ({ ipAddressOnlineDuration }) => ipAddressOnlineDuration,
  offlineDuration: ({ ipAddressOfflineDuration }) => ipAddressOfflineDuration,
  failedAttemptDuration: ({ failedIpAddressAttemptDuration }) => failedIpAddressAttemptDuration,
};

const networkName: ResourceBehaviour = {
  canComeOnline: () => every([]),
  onlineDuration: ({ networkNameOnlineDuration }) => networkNameOnlineDuration,
  offlineDuration: ({ networkNameOfflineDuration }) => networkNameOfflineDuration,
  failedAttemptDuration: ({ failedNetworkNameAttemptDuration }) => failedNetworkNameAttemptDuration,
};

/** The resource types that come with Windows. */
export const windowsResourceTypes = {
  'physical-disk': physicalDisk,
  'ip-address': ipAddress,
  'network-name': networkName,
} as const;
