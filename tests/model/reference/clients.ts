import { definitionOf, hasDisk, hostOf } from './behaviour.ts';
import { isMounted } from './databases.ts';
import { get, isDue, tell } from './machine.ts';
import type { Machine } from './machine.ts';
import { hasNetwork } from './reach.ts';
import { offsetOf } from './start.ts';

/** The address of the subject has come online: routers send what is for it to its new node. */
export function comeAddress(machine: Machine, id: string): void {
  const { gratuitousArpAccepted, arpCacheDuration } = machine.plan.scenario.parameters;
  if (get(machine.plan.groupOf, id).id !== machine.plan.subject.id) return;
  const owner = hostOf(machine, id);
  if (gratuitousArpAccepted === 0 && owner !== machine.addressAt) {
    machine.addressForgottenAt = machine.now + arpCacheDuration;
    return;
  }
  machine.addressAt = owner;
  machine.addressForgottenAt = null;
}

/** Routers have forgotten the old node and ask who has the address. */
export function learnAddress(machine: Machine): void {
  if (machine.addressForgottenAt !== machine.now) return;
  const { subject } = machine.plan;
  const isThere = subject.resources.some(
    ({ id, type }) => type === 'ip-address' && get(machine.resources, id).state === 'online',
  );
  if (!isThere) return;
  machine.addressForgottenAt = null;
  machine.addressAt = get(machine.groups, subject.id).owner;
  tell(machine, 'address-learned', subject.id);
}

const isWell = (machine: Machine, id: string): boolean => {
  const { state, health } = get(machine.resources, id);
  return state === 'online' && health === 'well';
};

const hasMailboxes = ({ plan }: Machine): boolean => plan.mailboxServers.includes(plan.subject.id);

/** Whether an address leads a client to the node. */
function addressAnswers(machine: Machine, id: string, node: string): boolean {
  const { gratuitousArpAccepted } = machine.plan.scenario.parameters;
  const { network = '' } = definitionOf(machine, id);
  const isKnown = gratuitousArpAccepted === 1 || machine.addressAt === node;
  return isKnown && isWell(machine, id) && hasNetwork(machine, node, network);
}

/** Whether a client that asks finds everything on a node that is needed before any database. */
function nameAnswers(machine: Machine, owner: string): boolean {
  const { system } = get(machine.nodes, owner);
  if (system !== 'up' && system !== 'shutting-down') return false;
  const { resources } = machine.plan.subject;
  return resources.every(({ id, type, disk, dependsOn, dependsOnAny }) => {
    switch (type) {
      case 'ip-address':
        return (
          resources.some((one) => one.dependsOnAny && one.dependsOn.includes(id)) ||
          addressAnswers(machine, id, owner)
        );
      case 'network-name': {
        const ways = dependsOnAny ? dependsOn : [];
        const isFound =
          ways.length === 0 || ways.some((one) => addressAnswers(machine, one, owner));
        return isFound && isWell(machine, id);
      }
      case 'information-store':
        return isWell(machine, id);
      case 'mailbox-database':
        return true;
      case 'physical-disk':
        return (
          hasMailboxes(machine) || (isWell(machine, id) && hasDisk(machine, owner, disk ?? ''))
        );
      case 'system-attendant':
      case 'generic':
        return hasMailboxes(machine) || isWell(machine, id);
    }
  });
}

function look(machine: Machine): 'online' | 'degraded' | 'down' {
  const { owner } = get(machine.groups, machine.plan.subject.id);
  if (!nameAnswers(machine, owner)) return 'down';
  const databases = machine.plan.subject.resources.filter(
    ({ type }) => type === 'mailbox-database',
  );
  const mounted = databases.filter(({ id }) => isMounted(machine, id, owner)).length;
  if (mounted === databases.length) return 'online';
  return mounted === 0 ? 'down' : 'degraded';
}

/** A client looks whether it is answered. */
export function lookAsClient(machine: Machine): void {
  const { subject, scenario } = machine.plan;
  const answered = look(machine);
  const wasOnline = machine.answered === 'online';
  const isOnline = answered === 'online';
  machine.answered = answered;
  if (isOnline === wasOnline) return;
  machine.answeredSince = machine.now;
  tell(machine, isOnline ? 'service-restored' : 'service-lost', subject.id);
  const { mailboxes } = scenario.parameters;
  if (!isOnline) machine.disconnected = new Set(Array.from({ length: mailboxes }, (_, one) => one));
}

/** Clients and mail at this instant: each message, each attempt of each client, each retry of the queue. */
export function serveClients(machine: Machine): void {
  const { subject, scenario } = machine.plan;
  const { messagePeriod, queueRetryPeriod } = scenario.parameters;
  if (!hasMailboxes(machine)) return;
  if (machine.answered !== 'online') {
    const messageBase = offsetOf(machine.plan, 'message', subject.id, messagePeriod);
    if (isDue(machine, messageBase, messagePeriod)) machine.waitingMessages += 1;
    return;
  }
  if (machine.now === machine.answeredSince) return;
  reconnect(machine);
  if (machine.waitingMessages === 0) return;
  const queueBase = offsetOf(machine.plan, 'queue', subject.id, queueRetryPeriod);
  if (!isDue(machine, queueBase, queueRetryPeriod)) return;
  tell(machine, 'queue-delivered', subject.id, String(machine.waitingMessages));
  machine.waitingMessages = 0;
}

/** How long a client waits between two attempts. */
export function clientPeriod(machine: Machine, client: number): number {
  const { webAccessClients, webRetryPeriod, clientRetryPeriod } = machine.plan.scenario.parameters;
  return client < webAccessClients ? webRetryPeriod : clientRetryPeriod;
}

function reconnect(machine: Machine): void {
  if (machine.disconnected.size === 0) return;
  for (const client of machine.disconnected) {
    const base = machine.plan.clientOffsets[client] ?? 0;
    if (isDue(machine, base, clientPeriod(machine, client))) machine.disconnected.delete(client);
  }
  if (machine.disconnected.size === 0)
    tell(machine, 'clients-reconnected', machine.plan.subject.id);
}
