/**
 * The rules of the model once more, as a clock that ticks: every heartbeat is sent and received,
 * every reservation renewed, every resource polled, every client and every message looked at. Slow
 * and plain, so that what the model computes from time can be held against it. It knows kinds,
 * subjects and instants; causes, values and ids are the model's own business. Covered: everything
 * with two nodes; not covered: restoring a backup, a database that is available while another is
 * not, and a server that stands alone.
 */
import { offsetWithin } from '../../../src/model/kernel/chance.ts';
import type { Action, Plan, TimedAction } from '#model';
import { serveClients } from './clients.ts';
import { decideGroup, pollResources, stepResource } from './groups.ts';
import { get, startMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { act } from './actions.ts';
import {
  countMisses,
  decideMembership,
  receiveHeartbeats,
  renewReservations,
  sendHeartbeats,
  stepNode,
} from './membership.ts';

/** The first instant after `now` at which anything at all is due. */
function nextInstant(machine: Machine, actions: readonly TimedAction[]): number {
  const { parameters, seed, subject } = machine.plan.scenario;
  let next = Infinity;
  const at = (instant: number | null): void => {
    if (instant !== null && instant > machine.now && instant < next) next = instant;
  };
  const every = (base: number, period: number): void => {
    const ticks = Math.floor((machine.now - base) / period) + 1;
    at(base + Math.max(0, ticks) * period);
  };
  for (const action of actions) at(action.at);
  for (const { arrivesAt } of machine.inFlight) at(arrivesAt);
  for (const node of Object.values(machine.nodes)) {
    at(node.bootsAt);
    at(node.stepEndsAt);
    every(node.restartBase, parameters.clusterServiceRestartDelay);
    for (const network of machine.plan.internalNetworks) {
      every(get(node.heartbeatBases, network), parameters.heartbeatPeriod);
      every(get(node.ears, network).lastHeard, parameters.heartbeatPeriod);
    }
  }
  for (const { renewalBase } of Object.values(machine.disks)) {
    every(renewalBase, parameters.reservationRenewalPeriod);
  }
  for (const { dueAt, pollBase } of Object.values(machine.resources)) {
    at(dueAt);
    every(pollBase, parameters.looksAlivePollPeriod);
  }
  every(offsetWithin(seed, 'message', subject, parameters.messagePeriod), parameters.messagePeriod);
  every(
    offsetWithin(seed, 'queue', subject, parameters.queueRetryPeriod),
    parameters.queueRetryPeriod,
  );
  if (machine.online && machine.disconnected.size > 0) at(machine.now + 1);
  return next;
}

function settleDecisions(machine: Machine): void {
  const before = machine.out.length;
  for (const node of Object.values(machine.nodes)) decideMembership(machine, node);
  for (const group of Object.values(machine.groups)) decideGroup(machine, group);
  if (machine.out.length > before) settleDecisions(machine);
}

/** `instant kind subject` of everything that happens up to and including `until`, sorted. */
export function referenceRun(plan: Plan, actions: readonly TimedAction[], until: number): string[] {
  const machine = startMachine(plan);
  const first = Math.min(...actions.map(({ at }) => at));
  // Long in its rhythm: start one and a half periods before the first action.
  machine.now = first - 2 * plan.scenario.parameters.heartbeatPeriod;
  for (const node of Object.values(machine.nodes)) {
    for (const ear of Object.values(node.ears)) ear.lastHeard = machine.now;
  }
  const queue = actions.toSorted((one, other) => one.at - other.at);
  while (machine.now <= until) {
    const due: Action[] = queue.filter(({ at }) => at === machine.now).map(({ action }) => action);
    for (const action of due) act(machine, action);
    receiveHeartbeats(machine);
    sendHeartbeats(machine);
    renewReservations(machine);
    pollResources(machine);
    for (const node of Object.values(machine.nodes)) stepNode(machine, node);
    for (const node of Object.values(machine.nodes)) countMisses(machine, node);
    for (const resource of Object.values(machine.resources)) stepResource(machine, resource);
    settleDecisions(machine);
    serveClients(machine);
    machine.now = nextInstant(machine, queue);
  }
  return machine.out.toSorted();
}
