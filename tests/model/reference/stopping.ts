import { drop, forgetFailures } from './failing.ts';
import { acts, get, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';

/** A cluster service stops, by itself or because somebody wants it. */
export function stopService(machine: Machine, node: Node, reason: string): void {
  tell(machine, 'cluster-service-stopped', node.id, reason);
  const { clusterServiceRestartDelay, shutdownDuration } = machine.plan.scenario.parameters;
  node.restartBase = machine.now + clusterServiceRestartDelay;
  const { leaving } = node;
  endService(machine, node);
  if (leaving === 'stop') node.stoppedOnPurpose = true;
  else if (leaving !== 'no') node.systemDueAt = machine.now + shutdownDuration;
}

/** A cluster service is gone, and what it hosted with it. */
export function endService(machine: Machine, node: Node): void {
  Object.assign(node, { service: 'stopped', stage: 'settled', stageDueAt: null, joinsAt: null });
  Object.assign(node, { leaving: 'no', leavesAt: null, watchdogAt: null });
  if (node.isForced) forgetFix(machine);
  Object.assign(node, { claims: [], claimsDue: {}, isForced: false });
  for (const group of Object.values(machine.groups)) {
    if (group.owner !== node.id) continue;
    group.movingTo = null;
    if (group.aim === 'failed') group.aim = 'online';
    for (const { id } of get(machine.plan.groups, group.id).resources) drop(machine, id, 'offline');
    forgetFailures(machine, group.id);
  }
  for (const disk of Object.values(machine.disks)) {
    if (disk.renewedBy === node.id) disk.renewedBy = null;
  }
  machine.keys.delete(node.id);
  if (machine.witnessHolder === node.id) machine.witnessHolder = null;
}

/** All of a part stop; one that stands still, or whose cluster service does, cannot even do that. */
export function stopAll(machine: Machine, part: readonly Node[], reason: string): void {
  for (const node of part)
    if (acts(node) || node.service === 'forming') stopService(machine, node, reason);
}

/** What a start with /fixquorum left offline is wanted again once that service has ended. */
function forgetFix(machine: Machine): void {
  for (const group of Object.values(machine.groups))
    if (machine.fixed.has(group.id) && group.aim === 'offline') group.aim = 'online';
  for (const resource of Object.values(machine.resources))
    if (machine.fixed.has(resource.id)) resource.wanted = true;
  machine.fixed.clear();
}
