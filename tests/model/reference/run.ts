/**
 * The rules of the model once more, as a clock that ticks: every heartbeat is sent and received,
 * every reservation renewed, every resource polled, every client and every message looked at. Slow
 * and plain, so that what the model computes from time can be held against it. It knows kinds,
 * subjects, instants and a word of detail; causes, values and ids are the model's own business. Not
 * covered: what goes on after somebody has forced the quorum while others still run.
 */
import type { Plan, TimedAction } from '#model';
import { act } from './actions.ts';
import { partOf, settle } from './agreeing.ts';
import { endArbitration, tryToReserve } from './arbitration.ts';
import { learnAddress, lookAsClient, serveClients } from './clients.ts';
import { watchNetworks } from './cut-off.ts';
import { interruptRestores, stepDatabase } from './databases.ts';
import { renewReservations } from './disks.ts';
import { decideGroup, failBack } from './groups.ts';
import { armSender, countMisses, receiveHeartbeats, sendHeartbeats } from './hearing.ts';
import { assessInterfaces } from './interfaces.ts';
import { nodesOf } from './machine.ts';
import type { Line, Machine, Node } from './machine.ts';
import { decideMembership, endRegroup } from './membership.ts';
import { advance } from './next.ts';
import { stepSystem, watch } from './power.ts';
import { keepLock, lookAtWitness, tryToLock } from './quorum.ts';
import { armPolls, pollResources, retryResource, stepResource } from './resources.ts';
import { endJoin, leave, tryToStart } from './service.ts';
import { heartbeatPeriod } from './settings.ts';
import { startMachine } from './start.ts';

/** What a node's own clock brings at this instant. */
function stepNode(machine: Machine, node: Node): void {
  stepSystem(machine, node);
  if (node.system === 'hung') return;
  if (node.joinsAt === machine.now) endJoin(machine, node);
  leave(machine, node);
  watch(machine, node);
  if (node.stageDueAt === machine.now && node.service !== 'hung') endStage(machine, node);
}

function endStage(machine: Machine, node: Node): void {
  const hasShare = machine.plan.scenario.witness !== null;
  node.stageDueAt = null;
  switch (node.stage) {
    case 'regrouping':
      return endRegroup(machine, node);
    case 'counting':
      return settle(machine, partOf(machine, node), node);
    case 'challenging':
      return hasShare ? tryToLock(machine, node) : tryToReserve(machine, node);
    case 'reserved':
    case 'defending':
      return hasShare ? keepLock(machine, node) : endArbitration(machine, node);
    case 'settled':
      return;
  }
}

/** One decision, by whoever comes first; false: nobody has anything to decide. */
function decideOnce(machine: Machine): boolean {
  const before = machine.out.length;
  const isDone = (): boolean => machine.out.length > before;
  const groups = Object.values(machine.groups);
  interruptRestores(machine);
  return (
    nodesOf(machine).some((node) => (leave(machine, node), isDone())) ||
    groups.some((group) => (failBack(machine, group), isDone())) ||
    nodesOf(machine).some((node) => (decideMembership(machine, node), isDone())) ||
    groups.some((group) => (decideGroup(machine, group), isDone()))
  );
}

/** Services that are due start; one that forms a cluster lets others that waited start at once. */
function startServices(machine: Machine): void {
  if (!machine.plan.quorum) return;
  const before = machine.out.length;
  for (const node of nodesOf(machine)) tryToStart(machine, node);
  if (machine.out.length > before) startServices(machine);
}

/** What nodes' own clocks bring, and services that are due. */
function stepNodes(machine: Machine): void {
  if (machine.plan.quorum) watchNetworks(machine);
  for (const node of nodesOf(machine)) stepNode(machine, node);
  startServices(machine);
}

/** Steps of resources and of what is behind them. */
function stepResources(machine: Machine): void {
  for (const resource of Object.values(machine.resources)) {
    stepResource(machine, resource);
    retryResource(machine, resource);
  }
  for (const id of Object.keys(machine.databases)) stepDatabase(machine, id);
  learnAddress(machine);
}

/** Everything of one instant, in the order of ranks. */
function tick(machine: Machine, actions: readonly TimedAction[]): void {
  for (const { at, action } of actions) {
    if (at !== machine.now || machine.partedAt !== null) continue;
    machine.isStirred = true;
    act(machine, action);
    for (const node of nodesOf(machine)) leave(machine, node);
  }
  if (machine.partedAt !== null) return;
  receiveHeartbeats(machine);
  sendHeartbeats(machine);
  renewReservations(machine);
  pollResources(machine);
  lookAtWitness(machine);
  if (machine.isStirred) stepNodes(machine);
  countMisses(machine);
  assessInterfaces(machine);
  // Where nothing is due and nothing has happened, nobody has anything to do.
  if (machine.isStirred) {
    stepResources(machine);
    while (decideOnce(machine));
    interruptRestores(machine);
    lookAsClient(machine);
  }
  serveClients(machine);
}

/** A run of the reference: what it says, and up to when it can be compared. */
interface ReferenceRun {
  readonly lines: readonly Line[];
  /** The cluster goes on in several parts from here on; null: it does not. */
  readonly partedAt: number | null;
}

/** Carries out a run up to and including an instant. */
export function referenceRun(
  plan: Plan,
  actions: readonly TimedAction[],
  until: number,
): ReferenceRun {
  const machine = startMachine(plan);
  const queue = actions.toSorted((one, other) => one.at - other.at);
  // Long in its rhythm: heartbeats have been heard for a while when the first action is done.
  machine.now = (queue[0]?.at ?? 0) - 2 * plan.scenario.parameters.heartbeatPeriod;
  for (const ear of machine.ears) {
    ear.lastHeard = machine.now;
    ear.timesOutAt = machine.now + 2 * heartbeatPeriod(machine, ear);
    armSender(machine, ear, machine.now);
  }
  for (const resource of Object.values(machine.resources)) armPolls(machine, resource, machine.now);
  while (machine.now <= until && machine.partedAt === null) {
    tick(machine, queue);
    advance(machine, queue);
  }
  return { lines: machine.out, partedAt: machine.partedAt };
}
