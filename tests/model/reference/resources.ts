import { canBegin, definitionOf, durationsOf, hostOf, isProvided, works } from './behaviour.ts';
import { comeAddress } from './clients.ts';
import { dismount, mount } from './databases.ts';
import { drop, failResource, loseDiskUnder } from './failing.ts';
import { reserve } from './holding.ts';
import { acts, get, isDue, tell } from './machine.ts';
import type { Machine, Resource } from './machine.ts';
import { hasNetwork } from './reach.ts';
import { pendingLimit, resourcePolicy, restartAction } from './settings.ts';
import { offsetOf } from './start.ts';
import { dropDatabase } from './using.ts';

/** Begins an attempt to bring a resource online. */
export function beginOnline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  tell(machine, 'resource-going-online', id, hostOf(machine, id));
  resource.state = 'online-pending';
  resource.since = machine.now;
  resource.health = 'well';
  resource.doomed = !works(machine, id) || !canBegin(machine, id);
  const { online, failed } = durationsOf(machine, id);
  const database = machine.databases[id];
  if (!resource.doomed && database) loseOtherMount(machine, id, hostOf(machine, id));
  if (!resource.doomed && database?.dirty === true && database.logs > 0) {
    const { recoveryDurationPerLog } = machine.plan.scenario.parameters;
    tell(machine, 'recovery-started', id, String(database.logs));
    resource.recovering = true;
    resource.dueAt = machine.now + database.logs * recoveryDurationPerLog;
  } else {
    const takes = resource.doomed ? failed : online;
    resource.dueAt = machine.now + Math.min(takes, pendingLimit(machine, id));
  }
}

/** Begins to take a resource offline in order. */
export function beginOffline(machine: Machine, resource: Resource): void {
  tell(machine, 'resource-going-offline', resource.id, hostOf(machine, resource.id));
  const { offline } = durationsOf(machine, resource.id);
  const limit = pendingLimit(machine, resource.id);
  resource.state = 'offline-pending';
  resource.since = machine.now;
  resource.dueAt = machine.now + (resource.health === 'hung' ? limit : Math.min(offline, limit));
}

/** Ends a resource without order. */
export function terminate(machine: Machine, id: string): void {
  tell(machine, 'resource-offline', id, hostOf(machine, id));
  drop(machine, id, 'offline');
  loseDiskUnder(machine, id);
}

function goOffline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  const limit = pendingLimit(machine, id);
  const isLate = resource.health !== 'well' || durationsOf(machine, id).offline > limit;
  if (isLate || !works(machine, id)) return terminate(machine, id);
  tell(machine, 'resource-offline', id, hostOf(machine, id));
  dismount(machine, id, hostOf(machine, id));
  const disk = machine.disks[definitionOf(machine, id).disk ?? ''];
  if (disk?.renewedBy === hostOf(machine, id)) disk.reservedBy = null;
  drop(machine, id, 'offline');
  loseDiskUnder(machine, id);
}

function comeOnline(machine: Machine, resource: Resource): void {
  const { id } = resource;
  const { looksAlivePollPeriod } = machine.plan.scenario.parameters;
  const { disk, type } = definitionOf(machine, id);
  tell(machine, 'resource-online', id, hostOf(machine, id));
  resource.state = 'online';
  resource.since = machine.now;
  resource.pollBase = machine.now + offsetOf(machine.plan, 'poll', id, looksAlivePollPeriod);
  armPolls(machine, resource, machine.now + 1);
  mount(machine, id);
  if (disk !== undefined) reserve(machine, disk, hostOf(machine, id));
  if (type === 'ip-address') comeAddress(machine, id);
}

/** Whoever else had a database mounted has lost its disks. */
function loseOtherMount(machine: Machine, id: string, node: string): void {
  const { mountedBy } = get(machine.databases, id);
  if (mountedBy !== null && mountedBy !== node) dropDatabase(machine, id, mountedBy);
}

/** A step of a resource has taken its time. */
export function stepResource(machine: Machine, resource: Resource): void {
  const { id, dueAt, state } = resource;
  if (dueAt !== machine.now || get(machine.nodes, hostOf(machine, id)).system === 'hung') return;
  resource.dueAt = null;
  if (state === 'offline-pending') return goOffline(machine, resource);
  const limit = pendingLimit(machine, id);
  const { online } = durationsOf(machine, id);
  const isStuck = resource.health === 'hung' || (!resource.doomed && online > limit);
  if (isStuck && !resource.recovering && machine.now - resource.since >= limit) {
    failResource(machine, id, 'time-out');
  } else if (resource.doomed || !works(machine, id) || !isProvided(machine, id)) {
    failResource(machine, id, 'attempt');
  } else if (resource.health !== 'well') {
    failResource(machine, id, 'attempt');
  } else if (resource.recovering) {
    tell(machine, 'recovery-ended', id);
    resource.recovering = false;
    resource.since = machine.now;
    get(machine.databases, id).dirty = false;
    resource.dueAt = machine.now + Math.min(online, limit);
  } else {
    comeOnline(machine, resource);
  }
}

/** The first poll of a resource from an instant on. */
export function armPolls(machine: Machine, resource: Resource, from: number): void {
  const { id, pollBase } = resource;
  const next = (name: 'LooksAlivePollInterval' | 'IsAlivePollInterval'): number => {
    const period = resourcePolicy(machine, id, name);
    return pollBase + Math.max(0, Math.ceil((from - pollBase) / period)) * period;
  };
  resource.pollsAt = Math.min(next('LooksAlivePollInterval'), next('IsAlivePollInterval'));
}

/** Every resource is asked at each of its polls whether it is alive. */
export function pollResources(machine: Machine): void {
  for (const resource of Object.values(machine.resources)) {
    if (resource.pollsAt !== machine.now) continue;
    armPolls(machine, resource, machine.now + 1);
    const { id, pollBase, state, health } = resource;
    if (state !== 'online' || !acts(get(machine.nodes, hostOf(machine, id)))) continue;
    const asks = isDue(machine, pollBase, resourcePolicy(machine, id, 'IsAlivePollInterval'));
    const isGone = health === 'crashed' || health === 'stopped' || hasLostNetwork(machine, id);
    if (isGone || (asks && health === 'hung')) failResource(machine, id, 'poll');
  }
}

function hasLostNetwork(machine: Machine, id: string): boolean {
  const { network } = definitionOf(machine, id);
  if (network === undefined) return false;
  const { publicNetworkLossFailsAddress } = machine.plan.scenario.parameters;
  return publicNetworkLossFailsAddress === 1 && !hasNetwork(machine, hostOf(machine, id), network);
}

/** The process behind a resource ends or stands still; a step that is under way ends with it. */
export function harm(machine: Machine, resource: Resource, health: Resource['health']): void {
  const { id, state, group, since } = resource;
  resource.health = health;
  if (state.endsWith('-pending')) {
    const isUp = health === 'hung';
    resource.dueAt = isUp ? Math.max(machine.now, since + pendingLimit(machine, id)) : machine.now;
  }
  if (definitionOf(machine, id).type !== 'information-store') return;
  for (const one of get(machine.plan.groups, group).resources) {
    if (health === 'crashed') dropDatabase(machine, one.id, hostOf(machine, id));
    if (health === 'stopped') dismount(machine, one.id, hostOf(machine, id));
    const database = get(machine.resources, one.id);
    // Nobody mounts them again: the next poll of each finds that out.
    const isLeftOut = one.type === 'mailbox-database' && database.state === 'online';
    if (health === 'well' && isLeftOut) database.health = 'stopped';
  }
}

/** Whether a failed resource was given up and would come online now. */
function isWorthRetrying(machine: Machine, resource: Resource): boolean {
  const { id, failures, wanted } = resource;
  const group = get(machine.groups, resource.group);
  if (!wanted || group.aim === 'offline' || group.movingTo !== null) return false;
  if (!acts(get(machine.nodes, group.owner)) || restartAction(machine, id) === 'leave')
    return false;
  const isGivenUp =
    group.aim === 'failed' || failures.length > resourcePolicy(machine, id, 'RestartThreshold');
  const isReady = group.aim === 'failed' || isProvided(machine, id);
  return isGivenUp && isReady && works(machine, id);
}

/** Long after everything else was used up a failed resource is tried again. */
export function retryResource(machine: Machine, resource: Resource): void {
  const { id, state, since } = resource;
  const period = resourcePolicy(machine, id, 'RetryPeriodOnFailure');
  if (state !== 'failed' || period === 4_294_967_295 || machine.now === since) return;
  if (!isDue(machine, since, period) || !isWorthRetrying(machine, resource)) return;
  tell(machine, 'resource-retried', id);
  resource.failures = [];
  resource.state = 'offline';
  const group = get(machine.groups, resource.group);
  if (group.aim === 'failed') group.aim = 'online';
}
