import { firstTickFrom } from '../kernel/instant.ts';
import type { Instant, Milliseconds } from '../kernel/instant.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Moment, World } from '../world/moment.ts';

/** When a client that has no connection tries next: each keeps its own rhythm. */
function nextAttempt(plan: Plan, base: Milliseconds, from: Instant): Instant {
  return firstTickFrom({ base, period: plan.scenario.parameters.clientRetryPeriod }, from);
}

/** Whether a client is connected at an instant of a world: it is back from its first attempt that was answered. */
export function isConnected(plan: Plan, world: World, client: number, at: Instant): boolean {
  if (world.service.value !== 'online') return false;
  const base = plan.clientOffsets[client];
  if (world.clientsBackAt === null || base === undefined) return true;
  return nextAttempt(plan, base, world.serviceSince + 1) <= at;
}

/** The service is gone: every client loses its connection. */
export function clientsLose(moment: Moment): void {
  moment.cancel('clients-return', moment.plan.subject.id);
  moment.world.clientsBackAt = null;
}

/** The service answers again: clients return one by one, each at its next attempt. */
export function clientsReturn(moment: Moment): void {
  const { plan } = moment;
  let last = moment.at;
  for (const base of plan.clientOffsets) {
    last = Math.max(last, nextAttempt(plan, base, moment.at + 1));
  }
  moment.world.clientsBackAt = last;
  moment.later(last, 'clients-return', plan.subject.id);
}

/** The last client is back. */
export function endReturn(moment: Moment): void {
  const { world, plan, parameters } = moment;
  const values = { clients: parameters.mailboxes, tookMs: moment.at - world.serviceSince };
  const reason = { because: [world.service.since], rule: 'reconnect' };
  moment.occur('clients-reconnected', plan.subject.id, values, reason);
  world.clientsBackAt = null;
}
