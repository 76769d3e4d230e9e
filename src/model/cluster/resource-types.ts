import { must } from '../kernel/lookup.ts';
import { both, everyOf, not, YES } from '../kernel/rule.ts';
import { hasNetwork, reachesDisk } from '../hardware/reach.ts';
import type { ResourceBehaviour } from '../world/moment.ts';
import { isDefended, releaseReservation, stopRenewing, takeReservation } from './reservations.ts';

/** A disk comes online where no other node keeps it; what a node that is gone had reserved is broken. */
const physicalDisk: ResourceBehaviour = {
  canComeOnline(moment, { disk = '' }, node) {
    const defended = isDefended(moment, node, disk);
    return both(reachesDisk(moment.plan, moment.world, node, disk), not(defended));
  },
  onlineDuration: ({ diskOnlineDuration }) => diskOnlineDuration,
  offlineDuration: ({ diskOfflineDuration }) => diskOfflineDuration,
  failedAttemptDuration: ({ failedDiskAttemptDuration }) => failedDiskAttemptDuration,
  cameOnline: (moment, { disk = '' }, node, since) => takeReservation(moment, node, disk, since),
  wentOffline: (moment, { disk = '' }, node, since) =>
    releaseReservation(moment, node, disk, since),
  wasDropped: (moment, { disk = '' }, node, since) => stopRenewing(moment, node, disk, since),
};

const ipAddress: ResourceBehaviour = {
  canComeOnline(moment, resource, node, formation) {
    const { plan, world, parameters } = moment;
    const answered = moment.kit.answersElsewhere(moment, resource, node, formation);
    const free = not(answered);
    return parameters.publicNetworkLossFailsAddress === 0
      ? free
      : both(hasNetwork(plan, world, node, resource.network ?? ''), free);
  },
  onlineDuration: ({ ipAddressOnlineDuration }) => ipAddressOnlineDuration,
  offlineDuration: ({ ipAddressOfflineDuration }) => ipAddressOfflineDuration,
  failedAttemptDuration: ({ failedIpAddressAttemptDuration }) => failedIpAddressAttemptDuration,
};

/** A name comes online when it has been registered and found to be the only one: over the network. */
const networkName: ResourceBehaviour = {
  canComeOnline: () => YES,
  canBegin: ({ plan, world }, { dependsOn }, node) =>
    everyOf(dependsOn, (provider) => {
      const { network } = must(plan.resources, provider);
      return network === undefined ? YES : hasNetwork(plan, world, node, network);
    }),
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
