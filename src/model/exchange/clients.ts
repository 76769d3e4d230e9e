import { firstTickFrom } from '../kernel/instant.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Moment, World } from '../world/moment.ts';
import { CLIENTS_RETURN } from '../world/task.ts';

/** What somebody reads mail with: Outlook Web Access, or Outlook with or without a local copy. */
export type ClientKind = 'web' | 'online' | 'cached';

/** What a client reads mail with: first come those of Outlook Web Access, then Outlook without a local copy. */
export function clientKind({ scenario }: Plan, client: number): ClientKind {
  const { webAccessClients, onlineModeClients } = scenario.parameters;
  if (client < webAccessClients) return 'web';
  return client < webAccessClients + onlineModeClients ? 'online' : 'cached';
}

/** When a client that has no connection tries next: each keeps its own rhythm. */
function nextAttempt(plan: Plan, client: number, base: number, from: Instant): Instant {
  const { clientRetryPeriod, webRetryPeriod } = plan.scenario.parameters;
  const period = clientKind(plan, client) === 'web' ? webRetryPeriod : clientRetryPeriod;
  return firstTickFrom({ base, period }, from);
}

/** Whether a client is connected at an instant of a world: it is back from its first attempt that was answered. */
export function isConnected(plan: Plan, world: World, client: number, at: Instant): boolean {
  if (world.service.value !== 'online') return false;
  const base = plan.clientOffsets[client];
  if (world.clientsBackAt === null || base === undefined) return true;
  return nextAttempt(plan, client, base, world.serviceSince + 1) <= at;
}

/** Clients by what they can do. */
export interface ClientCount {
  readonly connected: number;
  /** Outlook in cached mode, which goes on with what it has. */
  readonly onLocalCopy: number;
  /** They can do nothing until they are connected again. */
  readonly waiting: number;
}

/** Counts the clients of the subject at an instant of a world; none where it has no mailboxes. */
export function countClients(plan: Plan, world: World, at: Instant): ClientCount {
  const count = { connected: 0, onLocalCopy: 0, waiting: 0 };
  if (!servesMailboxes(plan)) return count;
  for (let client = 0; client < plan.clientOffsets.length; client += 1) {
    if (isConnected(plan, world, client, at)) count.connected += 1;
    else if (clientKind(plan, client) === 'cached') count.onLocalCopy += 1;
    else count.waiting += 1;
  }
  return count;
}

/** Whether the subject is a mailbox server, so that clients and mail belong to it. */
export function servesMailboxes({ mailboxServers, subject }: Plan): boolean {
  return mailboxServers.includes(subject.id);
}

/** The service is gone: every client loses its connection. */
export function clientsLose(moment: Moment): void {
  moment.cancel(CLIENTS_RETURN, moment.plan.subject.id);
  moment.world.clientsBackAt = null;
}

/** The service answers again: clients return one by one, each at its next attempt. */
export function clientsReturn(moment: Moment): void {
  const { plan } = moment;
  let last = moment.at;
  for (let client = 0; client < plan.clientOffsets.length; client += 1) {
    const base = plan.clientOffsets[client] as number;
    last = Math.max(last, nextAttempt(plan, client, base, moment.at + 1));
  }
  moment.world.clientsBackAt = last;
  moment.later(last, CLIENTS_RETURN, plan.subject.id);
}

/** The last client is back. */
export function endReturn(moment: Moment): void {
  const { world, plan, parameters } = moment;
  const values = { clients: parameters.mailboxes, tookMs: moment.at - world.serviceSince };
  const reason = { because: [world.service.since], rule: 'reconnect' };
  moment.occur('clients-reconnected', plan.subject.id, values, reason);
  world.clientsBackAt = null;
}
