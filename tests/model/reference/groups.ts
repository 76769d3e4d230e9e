import type { GroupDefinition, ResourceDefinition } from '#model';
import { canTalk, get, hasNetwork, isDue, offset, quorumOf, reachesDisk, tell } from './machine.ts';
import type { Group, Machine, Node, Resource } from './machine.ts';

function definitionOf(machine: Machine, id: string): ResourceDefinition {
  return get(machine.plan.resources as Record<string, ResourceDefinition>, id);
}

function groupOf(machine: Machine, id: string): Group {
  const definition = get(machine.plan.groupOf as Record<string, GroupDefinition>, id);
  return get(machine.groups, definition.id);
}

function isDown(machine: Machine, id: string): boolean {
  return ['offline', 'failed'].includes(get(machine.resources, id).state);
}

function isOnline(machine: Machine, id: string): boolean {
  return get(machine.resources, id).state === 'online';
}

function dependentsOf(machine: Machine, id: string): readonly string[] {
  return get(machine.plan.dependentsOf as Record<string, readonly string[]>, id);
}

/** Whether the hardware lets a resource come online, stay, or be closed in order on its node. */
function works(machine: Machine, id: string): boolean {
  const { type, disk = '', network = '', dependsOn } = definitionOf(machine, id);
  const { owner } = groupOf(machine, id);
  const { publicNetworkLossFailsAddress } = machine.plan.scenario.parameters;
  switch (type) {
    case 'physical-disk': {
      const { renewedBy } = get(machine.disks, disk);
      return reachesDisk(machine, owner, disk) && [null, owner].includes(renewedBy);
    }
    case 'ip-address':
      return publicNetworkLossFailsAddress === 0 || hasNetwork(machine, owner, network);
    case 'mailbox-database': {
      const { dirty, fileGone, logsGone } = get(machine.databases, id);
      if (fileGone || (dirty && logsGone)) return false;
      return dependsOn
        .flatMap((provider) => definitionOf(machine, provider).disk ?? [])
        .every((one) => reachesDisk(machine, owner, one));
    }
    default:
      return true;
  }
}

type Durations = Readonly<Record<'online' | 'offline' | 'failed', number>>;

function durationsOf(machine: Machine, id: string): Durations {
  const all = machine.plan.scenario.parameters;
  const failed = all.failedServiceAttemptDuration;
  const online = {
    'physical-disk': all.diskOnlineDuration,
    'ip-address': all.ipAddressOnlineDuration,
    'network-name': all.networkNameOnlineDuration,
    'system-attendant': all.systemAttendantOnlineDuration,
    'information-store': all.informationStoreOnlineDuration,
    'mailbox-database': all.databaseMountDuration,
  };
  const offline = {
    'physical-disk': all.diskOfflineDuration,
    'ip-address': all.ipAddressOfflineDuration,
    'network-name': all.networkNameOfflineDuration,
    'system-attendant': all.systemAttendantOfflineDuration,
    'information-store': all.informationStoreOfflineDuration,
    'mailbox-database': all.databaseDismountDuration,
  };
  const failing = {
    'physical-disk': all.failedDiskAttemptDuration,
    'ip-address': all.failedIpAddressAttemptDuration,
    'network-name': all.failedNetworkNameAttemptDuration,
    'system-attendant': failed,
    'information-store': failed,
    'mailbox-database': failed,
  };
  const { type } = definitionOf(machine, id);
  return { online: online[type], offline: offline[type], failed: failing[type] };
}

/** Ends a resource at once: a mounted database is left dirty, a disk is renewed no more. */
export function drop(machine: Machine, id: string, state: 'offline' | 'failed'): void {
  const resource = get(machine.resources, id);
  resource.dueAt = null;
  resource.recovering = false;
  const database = machine.databases[id];
  if (database?.mounted && resource.state !== 'offline') {
    const { checkpointDepthLogs, logGenerationPeriod } = machine.plan.scenario.parameters;
    const age = database.mountedAt === null ? null : machine.now - database.mountedAt;
    const logs = age === null ? checkpointDepthLogs : Math.floor(age / logGenerationPeriod) + 1;
    database.mounted = false;
    database.dirty = true;
    database.logs = Math.min(checkpointDepthLogs, logs);
  }
  const disk = machine.disks[definitionOf(machine, id).disk ?? ''];
  if (disk && resource.state !== 'offline' && disk.renewedBy === groupOf(machine, id).owner) {
    disk.renewedBy = null;
  }
  resource.state = state;
}

export function failResource(machine: Machine, id: string): void {
  const { restartPeriod } = machine.plan.scenario.parameters;
  const resource = get(machine.resources, id);
  tell(machine, 'resource-failed', id);
  drop(machine, id, 'failed');
  resource.failures = resource.failures.filter((at) => at > machine.now - restartPeriod);
  resource.failures.push(machine.now);
}

export function forgetFailures(machine: Machine, group: string): void {
  const order = get(
    machine.plan.onlineOrder as Record<string, readonly ResourceDefinition[]>,
    group,
  );
  for (const { id } of order) get(machine.resources, id).failures = [];
}

/** Every address is asked at every tick whether it is alive. */
export function pollResources(machine: Machine): void {
  const { publicNetworkLossFailsAddress, looksAlivePollPeriod, isAlivePollPeriod } =
    machine.plan.scenario.parameters;
  if (publicNetworkLossFailsAddress === 0) return;
  for (const { id, state, pollBase } of Object.values(machine.resources)) {
    const { network } = definitionOf(machine, id);
    if (network === undefined || state !== 'online') continue;
    const asked = [looksAlivePollPeriod, isAlivePollPeriod].some((one) =>
      isDue(machine, pollBase, one),
    );
    if (asked && !hasNetwork(machine, groupOf(machine, id).owner, network))
      failResource(machine, id);
  }
}

function beginOnline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  tell(machine, 'resource-going-online', id);
  resource.state = 'online-pending';
  resource.doomed = !works(machine, id);
  const durations = durationsOf(machine, id);
  const database = machine.databases[id];
  if (resource.doomed) {
    resource.dueAt = machine.now + durations.failed;
  } else if (database?.dirty) {
    tell(machine, 'recovery-started', id);
    const { recoveryDurationPerLog } = machine.plan.scenario.parameters;
    resource.recovering = true;
    resource.dueAt = machine.now + database.logs * recoveryDurationPerLog;
  } else {
    resource.dueAt = machine.now + durations.online;
  }
}

function comeOnline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  const { looksAlivePollPeriod, reservationRenewalPeriod } = machine.plan.scenario.parameters;
  tell(machine, 'resource-online', id);
  resource.state = 'online';
  resource.pollBase = machine.now + offset(machine, 'poll', id, looksAlivePollPeriod);
  const database = machine.databases[id];
  const mounted = { mounted: true, dirty: false, mountedAt: machine.now, logsGone: false };
  if (database) Object.assign(database, mounted);
  const diskId = definitionOf(machine, id).disk;
  if (diskId === undefined) return;
  const disk = get(machine.disks, diskId);
  disk.reservedBy = disk.renewedBy = groupOf(machine, id).owner;
  disk.renewalBase = machine.now + offset(machine, 'renewal', diskId, reservationRenewalPeriod);
}

function goOffline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  tell(machine, 'resource-offline', id);
  const disk = machine.disks[definitionOf(machine, id).disk ?? ''];
  const { owner } = groupOf(machine, id);
  if (works(machine, id)) {
    const database = machine.databases[id];
    if (database) database.mounted = false;
    if (disk?.renewedBy === owner) disk.reservedBy = null;
  }
  drop(machine, id, 'offline');
}

/** A step of a resource has taken its time. */
export function stepResource(machine: Machine, resource: Resource): void {
  if (resource.dueAt !== machine.now) return;
  const { id } = resource;
  resource.dueAt = null;
  if (resource.state === 'offline-pending') {
    goOffline(machine, resource);
    return;
  }
  const provided = definitionOf(machine, id).dependsOn.every((one) => isOnline(machine, one));
  if (resource.doomed || !works(machine, id) || !provided) {
    failResource(machine, id);
  } else if (resource.recovering) {
    tell(machine, 'recovery-ended', id);
    resource.recovering = false;
    get(machine.databases, id).dirty = false;
    resource.dueAt = machine.now + durationsOf(machine, id).online;
  } else {
    comeOnline(machine, resource);
  }
}

/** The node has the quorum: its disk is online there, and groups of a node that is down are taken. */
export function takeOver(machine: Machine, node: Node): void {
  const quorum = get(machine.groups, quorumOf(machine).group.id);
  Object.assign(quorum, { owner: node.id, movingTo: null, leftFailed: false });
  for (const { id, disk } of quorumOf(machine).group.resources) {
    if (disk !== quorumOf(machine).disk) continue;
    Object.assign(get(machine.resources, id), { state: 'online', dueAt: null });
  }
  for (const group of Object.values(machine.groups)) {
    if (group.owner === node.id || node.believesOtherUp) continue;
    tell(machine, 'group-taken', group.id);
    Object.assign(group, { owner: node.id, movingTo: null, leftFailed: false });
    forgetFailures(machine, group.id);
  }
}

function recover(machine: Machine, group: Group, resource: Resource): void {
  const all = machine.plan.scenario.parameters;
  const owner = get(machine.nodes, group.owner);
  if (group.leftFailed) return;
  if (resource.failures.length <= all.restartThreshold) {
    beginOnline(machine, resource);
    return;
  }
  if (owner.stage !== 'settled' || !definitionOf(machine, resource.id).affectsGroup) return;
  const recent = group.failovers.filter((at) => at > machine.now - all.groupFailoverPeriod);
  if (owner.believesOtherUp && recent.length < all.groupFailoverThreshold) {
    tell(machine, 'failover-started', group.id);
    group.movingTo = owner.other;
    group.failovers.push(machine.now);
  } else {
    tell(machine, 'group-failed', group.id);
    group.leftFailed = true;
  }
}

function handOver(machine: Machine, group: Group): void {
  const order = get(
    machine.plan.onlineOrder as Record<string, readonly ResourceDefinition[]>,
    group.id,
  );
  if (group.movingTo === null || !order.every(({ id }) => isDown(machine, id))) return;
  const owner = get(machine.nodes, group.owner);
  const told = get(machine.nodes, group.movingTo).service === 'running' && canTalk(machine);
  if (owner.believesOtherUp ? !told : owner.stage !== 'settled') return;
  tell(machine, 'group-moved', group.id);
  if (owner.believesOtherUp) group.owner = group.movingTo;
  group.movingTo = null;
  for (const { id } of order)
    Object.assign(get(machine.resources, id), { state: 'offline', failures: [] });
}

function lower(machine: Machine, resource: Resource): void {
  const { id, state } = resource;
  const isUp = state === 'online' || state === 'online-pending';
  if (!isUp || !dependentsOf(machine, id).every((one) => isDown(machine, one))) return;
  if (state === 'online' && works(machine, id)) {
    tell(machine, 'resource-going-offline', id);
    resource.state = 'offline-pending';
    resource.dueAt = machine.now + durationsOf(machine, id).offline;
  } else {
    tell(machine, 'resource-offline', id);
    drop(machine, id, 'offline');
  }
}

/** A group lowers what must not stay up, hands itself over, and raises what can be raised. */
export function decideGroup(machine: Machine, group: Group): void {
  if (get(machine.nodes, group.owner).service !== 'running') return;
  const order = get(
    machine.plan.onlineOrder as Record<string, readonly ResourceDefinition[]>,
    group.id,
  );
  const condemned = new Set<string>();
  for (const { id, dependsOn } of order) {
    const lacking = dependsOn.some((one) => condemned.has(one) || !isOnline(machine, one));
    if (group.movingTo !== null || lacking) condemned.add(id);
  }
  for (const { id } of order.toReversed()) {
    if (condemned.has(id)) lower(machine, get(machine.resources, id));
  }
  handOver(machine, group);
  for (const { id } of order) {
    const resource = get(machine.resources, id);
    if (group.movingTo !== null) return;
    if (condemned.has(id)) continue;
    if (!dependentsOf(machine, id).every((one) => isDown(machine, one))) continue;
    if (resource.state === 'failed') recover(machine, group, resource);
    else if (resource.state === 'offline') beginOnline(machine, resource);
  }
}
