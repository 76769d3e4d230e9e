import { draw } from '../../../src/model/kernel/chance.ts';
import { get, hasNetwork, isDue, offset, reachesDisk, tell } from './machine.ts';
import type { Machine } from './machine.ts';

/** Whether a client that asks now is answered for every database. */
function answers(machine: Machine): boolean {
  const { subject } = machine.plan;
  const { owner } = get(machine.groups, subject.id);
  if (!get(machine.nodes, owner).power) return false;
  return subject.resources.every(({ id, type, network, disk }) => {
    if (type === 'system-attendant') return true;
    if (disk !== undefined) return reachesDisk(machine, owner, disk);
    const reached = network === undefined || hasNetwork(machine, owner, network);
    return reached && get(machine.resources, id).state === 'online';
  });
}

/** Clients and mail at this instant: each message, each attempt of each client, each retry of the queue. */
export function serveClients(machine: Machine): void {
  const { subject, scenario } = machine.plan;
  const { mailboxes, clientRetryPeriod, messagePeriod, queueRetryPeriod } = scenario.parameters;
  const online = answers(machine);
  if (online !== machine.online) {
    machine.online = online;
    machine.onlineSince = machine.now;
    tell(machine, online ? 'service-restored' : 'service-lost', subject.id);
    if (!online) machine.disconnected = new Set(Array.from({ length: mailboxes }, (_, one) => one));
  }
  if (isDue(machine, offset(machine, 'message', subject.id, messagePeriod), messagePeriod)) {
    if (!online) machine.waitingMessages += 1;
  }
  if (!online || machine.now === machine.onlineSince) return;
  const disconnected = machine.disconnected.size;
  for (const client of machine.disconnected) {
    const base = draw(scenario.seed, 'client', client) % clientRetryPeriod;
    if (isDue(machine, base, clientRetryPeriod)) machine.disconnected.delete(client);
  }
  if (disconnected > 0 && machine.disconnected.size === 0) {
    tell(machine, 'clients-reconnected', subject.id);
  }
  const queueBase = offset(machine, 'queue', subject.id, queueRetryPeriod);
  if (machine.waitingMessages > 0 && isDue(machine, queueBase, queueRetryPeriod)) {
    tell(machine, 'queue-delivered', subject.id);
    machine.waitingMessages = 0;
  }
}
