import { postpone } from './databases.ts';
import { renewClaimsLater } from './disks.ts';
import { hearAfresh, loseHeartbeats } from './hearing.ts';
import { acts, get, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { hasFeed } from './reach.ts';
import { endService, stopService } from './stopping.ts';

function startingTime({ plan }: Machine, node: Node): number {
  return get(plan.nodeOf, node.id).bootDelay + plan.scenario.parameters.bootDuration;
}

/** A node has electricity and begins to start its operating system. */
export function powerOn(machine: Machine, node: Node): void {
  tell(machine, 'node-powered-on', node.id);
  Object.assign(node, { power: true, waitsForPower: false, system: 'booting' });
  node.systemDueAt = machine.now + startingTime(machine, node);
}

/** A node has no electricity any more. */
export function powerOff(machine: Machine, node: Node, waitsForPower: boolean): void {
  tell(machine, 'node-powered-off', node.id);
  Object.assign(node, { power: false, waitsForPower, system: 'down', systemDueAt: null });
  endService(machine, node);
}

/** A power feed fails or works again, and nodes with it. */
export function feed(machine: Machine, id: string, works: boolean): void {
  machine.feeds[id] = works;
  tell(machine, works ? 'feed-repaired' : 'feed-failed', id);
  loseHeartbeats(machine);
  for (const node of nodesOf(machine)) {
    const isFed = hasFeed(machine, node.id);
    if (node.power && !isFed) powerOff(machine, node, true);
    const { powerReturnsOn } = machine.plan.scenario.parameters;
    if (node.waitsForPower && isFed && powerReturnsOn === 1) powerOn(machine, node);
  }
}

/** An operating system shuts down, in order where that is announced. */
export function shutDown(machine: Machine, node: Node, startsAgain: boolean): void {
  const { shutdownIsAnnounced, shutdownAllowance, shutdownDuration } =
    machine.plan.scenario.parameters;
  tell(machine, 'node-shutting-down', node.id);
  node.system = 'shutting-down';
  node.startsAgain = startsAgain;
  if (shutdownIsAnnounced === 1 && node.service === 'running') {
    node.leaving = startsAgain ? 'restart' : 'shut-down';
    node.leavesAt = machine.now + shutdownAllowance;
    return;
  }
  if (!machine.plan.quorum) endService(machine, node);
  else if (node.service !== 'stopped') stopService(machine, node, 'node-shut-down');
  node.systemDueAt = machine.now + shutdownDuration;
}

/** An operating system has started or has shut down. */
export function stepSystem(machine: Machine, node: Node): void {
  if (node.systemDueAt !== machine.now) return;
  node.systemDueAt = null;
  if (node.system === 'booting') {
    tell(machine, 'node-booted', node.id);
    node.system = 'up';
    node.restartBase = machine.now;
    node.stoppedOnPurpose = false;
    if (!machine.plan.quorum) {
      tell(machine, 'services-started', node.id);
      node.service = 'running';
    }
  } else if (node.system === 'shutting-down') {
    tell(machine, 'node-shut-down', node.id);
    Object.assign(node, { power: false, system: 'down' });
    if (node.startsAgain && hasFeed(machine, node.id)) powerOn(machine, node);
  }
}

/** An operating system stands still. */
export function hang(machine: Machine, node: Node): void {
  tell(machine, 'node-hung', node.id);
  node.system = 'hung';
  node.hungAt = machine.now;
}

/** It goes on where it stood; whatever was under way ends as much later. */
export function wake(machine: Machine, node: Node): void {
  tell(machine, 'node-woke', node.id);
  const stood = machine.now - node.hungAt;
  const later = (at: number | null): number | null => (at === null ? null : at + stood);
  node.system = 'up';
  node.stageDueAt = later(node.stageDueAt);
  node.joinsAt = later(node.joinsAt);
  node.leavesAt = later(node.leavesAt);
  const { clusterServiceHangTimeout } = machine.plan.scenario.parameters;
  if (node.watchdogAt !== null) node.watchdogAt = machine.now + clusterServiceHangTimeout;
  for (const resource of Object.values(machine.resources)) {
    if (get(machine.groups, resource.group).owner === node.id)
      resource.dueAt = later(resource.dueAt);
  }
  postpone(machine, node.id, stood);
  hearAfresh(machine, node.id);
  renewClaimsLater(machine, node);
}

/** A cluster service stands still; the watchdog of the network driver ends it. */
export function hangService(machine: Machine, node: Node): void {
  const { clusterServiceHangTimeout } = machine.plan.scenario.parameters;
  tell(machine, 'cluster-service-hung', node.id);
  node.service = 'hung';
  node.watchdogAt = machine.now + clusterServiceHangTimeout;
}

/** The watchdog's time is up. */
export function watch(machine: Machine, node: Node): void {
  if (node.watchdogAt !== machine.now || acts(node)) return;
  if (machine.plan.scenario.profile === 'windows-server-2003') stopService(machine, node, 'hung');
  else crash(machine, node);
}

/** Windows Server 2008 stops the whole node, which starts again. */
function crash(machine: Machine, node: Node): void {
  tell(machine, 'node-crashed', node.id);
  endService(machine, node);
  node.system = 'booting';
  node.systemDueAt = machine.now + startingTime(machine, node);
}
