import type { TimedAction } from '#model';
import { clientPeriod } from './clients.ts';
import { cutOffUntil } from './cut-off.ts';
import { restartsAt } from './groups.ts';
import { nodesOf } from './machine.ts';
import type { Machine } from './machine.ts';
import { nextHour, resourcePolicy } from './settings.ts';
import { offsetOf } from './start.ts';

/** The earliest of many instants after now. */
class Earliest {
  at = Infinity;
  /** The earliest at which something ends that does not repeat. */
  onceAt = Infinity;
  private readonly now: number;
  constructor(now: number) {
    this.now = now;
  }

  /** An instant at which something is due. */
  once(instant: number | null): void {
    if (instant === null || instant <= this.now) return;
    this.tick(instant);
    if (instant < this.onceAt) this.onceAt = instant;
  }

  /** An instant at which something is done as always. */
  tick(instant: number): void {
    if (instant > this.now && instant < this.at) this.at = instant;
  }

  /** The next instant of something that repeats. */
  every(base: number, period: number): void {
    if (period > 0) this.tick(this.after(base, period));
  }

  /** The next instant of something that repeats until it succeeds. */
  onceOf(base: number, period: number): void {
    if (period > 0) this.once(this.after(base, period));
  }

  private after(base: number, period: number): number {
    const ticks = Math.floor((this.now - base) / period) + 1;
    return base + Math.max(0, ticks) * period;
  }
}

function nodesNext(machine: Machine, next: Earliest): void {
  const { clusterServiceRestartDelay } = machine.plan.scenario.parameters;
  for (const node of nodesOf(machine)) {
    next.once(node.systemDueAt);
    next.once(node.stageDueAt);
    next.once(node.joinsAt);
    next.once(node.leavesAt);
    next.once(node.watchdogAt);
    next.once(cutOffUntil(machine, node));
    for (const at of Object.values(node.claimsDue)) next.once(at);
    if (node.service === 'stopped') next.onceOf(node.restartBase, clusterServiceRestartDelay);
  }
  for (const ear of machine.ears) {
    next.tick(ear.sendsAt);
    next.tick(ear.timesOutAt);
    next.once(ear.assessedAt);
  }
}

function resourcesNext(machine: Machine, next: Earliest): void {
  for (const resource of Object.values(machine.resources)) {
    const { id, state, since, pollsAt, dueAt } = resource;
    next.once(dueAt);
    if (state === 'online') {
      next.tick(pollsAt);
    } else if (state === 'failed') {
      next.once(restartsAt(machine, resource));
      next.onceOf(since, resourcePolicy(machine, id, 'RetryPeriodOnFailure'));
    }
  }
  for (const { restoredAt, backedUpAt, readAt } of Object.values(machine.databases)) {
    next.once(restoredAt);
    next.once(backedUpAt);
    next.once(readAt);
  }
}

function clientsNext(machine: Machine, next: Earliest): void {
  const { subject, scenario } = machine.plan;
  const { messagePeriod, queueRetryPeriod } = scenario.parameters;
  next.once(machine.addressForgottenAt);
  if (machine.answered !== 'online') {
    next.every(offsetOf(machine.plan, 'message', subject.id, messagePeriod), messagePeriod);
    return;
  }
  if (machine.waitingMessages > 0)
    next.every(offsetOf(machine.plan, 'queue', subject.id, queueRetryPeriod), queueRetryPeriod);
  for (const client of machine.disconnected)
    next.every(machine.plan.clientOffsets[client] ?? 0, clientPeriod(machine, client));
}

/** The first instant after now at which anything at all is due. */
function nextOf(machine: Machine, actions: readonly TimedAction[]): Earliest {
  const { reservationRenewalPeriod, looksAlivePollPeriod } = machine.plan.scenario.parameters;
  const next = new Earliest(machine.now);
  for (const { at } of actions) next.once(at);
  for (const { arrivesAt } of machine.inFlight) next.tick(arrivesAt);
  for (const { renewalBase } of Object.values(machine.disks))
    next.every(renewalBase, reservationRenewalPeriod);
  const { witness } = machine.plan.scenario;
  if (witness)
    next.every(
      offsetOf(machine.plan, 'witness', witness.id, looksAlivePollPeriod),
      looksAlivePollPeriod,
    );
  next.once(nextHour(machine.now));
  nodesNext(machine, next);
  resourcesNext(machine, next);
  clientsNext(machine, next);
  return next;
}

/** Goes on to the first instant after now at which anything at all is due. */
export function advance(machine: Machine, actions: readonly TimedAction[]): void {
  const next = nextOf(machine, actions);
  machine.now = next.at;
  machine.isStirred = next.onceAt === next.at;
}
