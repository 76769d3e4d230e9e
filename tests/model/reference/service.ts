import { isLocked, quorumOf, readyWith, settle } from './agreeing.ts';
import { arbitrate } from './arbitration.ts';
import { cannotTakePart } from './cut-off.ts';
import { isEmpty } from './groups.ts';
import { armSender, assessLater, startHearing } from './hearing.ts';
import { isDefended } from './holding.ts';
import { acts, countedBy, get, isDue, nodesOf, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { countAfterLeaving } from './quorum.ts';
import { canTalk, reachesDisk, reachesWitness } from './reach.ts';
import { heartbeatsFrom } from './start.ts';
import { endService, stopService } from './stopping.ts';
import { takeGroups } from './taking.ts';

/** A node that leaves in order is gone once it hosts nothing, or once it is waited for no longer. */
export function leave(machine: Machine, node: Node): void {
  const { leaving } = node;
  if (leaving === 'no' || !acts(node)) return;
  if (!isEmpty(machine, node) && node.leavesAt !== machine.now) return;
  if (leaving !== 'stop')
    node.systemDueAt = machine.now + machine.plan.scenario.parameters.shutdownDuration;
  if (machine.plan.quorum) sayFarewell(machine, node, leaving === 'stop');
  else endService(machine, node);
}

/** It tells the others, who need no silence to believe it, and stops. */
function sayFarewell(machine: Machine, node: Node, onPurpose: boolean): void {
  tell(machine, 'node-left', node.id);
  const told = nodesOf(machine).filter(
    (peer) => node.peers[peer.id] === true && acts(peer) && canTalk(machine, node.id, peer.id),
  );
  for (const peer of told) peer.peers[node.id] = false;
  stopService(machine, node, onPurpose ? 'stopped-by-administrator' : 'node-shut-down');
  if (onPurpose) node.stoppedOnPurpose = true;
  if (told.length > 0) countAfterLeaving(machine, node);
}

/** A member that would let the node in, which talks to all of them. */
function door(machine: Machine, node: Node): Node | undefined {
  const members = nodesOf(machine).filter((member) => member !== node && acts(member));
  if (!members.every(({ id }) => canTalk(machine, node.id, id))) return undefined;
  const letsNobodyIn = machine.plan.scenario.profile === 'windows-server-2003';
  return members.find(
    ({ stage, leaving, peers, isForced }) =>
      stage === 'settled' &&
      leaving === 'no' &&
      peers[node.id] === false &&
      !(isForced && letsNobodyIn),
  );
}

/** Whether the witness would vote for a node that forms a cluster. */
function hasWitness(machine: Machine, node: Node): boolean {
  const { model, disk } = quorumOf(machine);
  if (model === 'node-and-file-share-majority')
    return reachesWitness(machine, node.id) && !isLocked(machine, node);
  if (disk === null) return false;
  return reachesDisk(machine, node.id, disk) && !isDefended(machine, disk, node.id);
}

/** Whether a node that finds nobody can form the cluster. */
function canForm(machine: Machine, node: Node): boolean {
  const { model, disk, needed } = quorumOf(machine);
  const others = nodesOf(machine).filter((other) => other !== node);
  const reached = others.filter(({ id }) => canTalk(machine, node.id, id));
  if (reached.some(acts)) return false;
  if (model === 'disk') {
    const isFree = disk !== null && get(machine.disks, disk).renewedBy === null;
    return isFree && reachesDisk(machine, node.id, disk);
  }
  if (reached.some(({ service, system }) => service === 'forming' && system === 'up')) return false;
  const ready = readyWith(machine, node);
  return 1 + ready.length + Number(hasWitness(machine, node)) >= needed;
}

/** Windows Server 2003: nobody joins a node that runs by force. */
export function isKeptOut(machine: Machine, node: Node): boolean {
  if (machine.plan.scenario.profile !== 'windows-server-2003') return false;
  const reached = nodesOf(machine).filter(
    (one) => one !== node && acts(one) && canTalk(machine, node.id, one.id),
  );
  return reached.length > 0 && reached.every(({ isForced }) => isForced);
}

/** The service control manager starts a service that is stopped, at each of its attempts. */
export function tryToStart(machine: Machine, node: Node): void {
  const { clusterServiceRestartDelay } = machine.plan.scenario.parameters;
  if (node.system !== 'up' || node.service !== 'stopped' || node.stoppedOnPurpose) return;
  if (cannotTakePart(machine, node) || isKeptOut(machine, node)) return;
  if (isDue(machine, node.restartBase, clusterServiceRestartDelay)) startService(machine, node);
}

/** A service starts and joins a running member, or else forms the cluster, if it can. */
function startService(machine: Machine, node: Node): void {
  const joins = door(machine, node) !== undefined;
  if (!joins && !canForm(machine, node)) return;
  tell(machine, 'cluster-service-started', node.id, joins ? 'join' : 'form');
  beginService(machine, node);
  if (joins) {
    node.service = 'joining';
    node.joinsAt = machine.now + machine.plan.scenario.parameters.joinDuration;
    return;
  }
  node.service = 'forming';
  form(machine, node);
}

/** Its own vote and those of the nodes that stand ready, and whose word is missing. */
function tellVotes(machine: Machine, node: Node): void {
  const { model, needed } = quorumOf(machine);
  const votes = 1 + readyWith(machine, node).length;
  const without = model === 'node-majority' ? 'none' : 'not-needed';
  const given = model === 'node-and-file-share-majority' ? 'counted' : 'needed';
  tell(machine, 'votes-counted', node.id, `${votes} ${votes < needed ? given : without}`);
}

/** Who forms the cluster asks the disk, if there is one that it reaches; enough others stand ready otherwise. */
function form(machine: Machine, node: Node): void {
  const { model, disk } = quorumOf(machine);
  const asks = disk !== null && reachesDisk(machine, node.id, disk);
  if (model !== 'disk') tellVotes(machine, node);
  if (model === 'disk' || asks) {
    arbitrate(machine, [node], node);
    return;
  }
  if (machine.plan.scenario.witness) machine.witnessHolder = node.id;
  settle(machine, [node], node);
  // Those whose votes were counted have waited for this, and join now.
  for (const other of readyWith(machine, node)) other.restartBase = machine.now;
}

/** A cluster service that starts counts nobody in, and its heartbeats begin. */
export function beginService(machine: Machine, node: Node): void {
  for (const id of Object.keys(node.peers)) node.peers[id] = false;
  node.missing.clear();
  node.paused = false;
  for (const network of machine.plan.internalNetworks)
    node.heartbeatBases[network] = heartbeatsFrom(machine.plan, node.id, network, machine.now);
  for (const ear of machine.ears) {
    if (ear.peer === node.id) armSender(machine, ear, machine.now + 1);
    if (ear.node === node.id) ear.level = 'heard';
  }
}

/** The members let a node in. */
export function endJoin(machine: Machine, node: Node): void {
  node.joinsAt = null;
  node.returnedAt = machine.now;
  const host = door(machine, node);
  if (!host) {
    stopService(machine, node, 'join-failed');
    return;
  }
  tell(machine, 'node-joined', node.id);
  node.service = 'running';
  for (const peer of countedBy(machine, host)) {
    if (peer === node) continue;
    node.peers[peer.id] = true;
    peer.peers[node.id] = true;
    peer.missing.delete(node.id);
    startHearing(machine, node.id, peer.id);
  }
  for (const ear of machine.ears) {
    if (ear.node === node.id || ear.peer === node.id) assessLater(machine, ear);
  }
  takeGroups(machine, node);
}
