import type { Plan } from '#model';
import { offsetWithin } from '../../../src/model/kernel/chance.ts';
import type { Database, Machine, Node, Resource } from './machine.ts';

const each = <Value>(ids: readonly string[], value: (id: string) => Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value(id)]));

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

function startNode(plan: Plan, id: string): Node {
  return {
    id,
    power: true,
    waitsForPower: false,
    system: 'up',
    hungAt: 0,
    systemDueAt: null,
    startsAgain: false,
    service: 'running',
    stage: 'settled',
    stageSince: 0,
    stageDueAt: null,
    leader: id,
    members: [],
    joinsAt: null,
    returnedAt: -Infinity,
    paused: false,
    leaving: 'no',
    leavesAt: null,
    watchdogAt: null,
    cutOffAt: null,
    peers: each(
      plan.nodes.filter((one) => one !== id),
      () => true,
    ),
    missing: new Set(),
    heartbeatBases: each(plan.internalNetworks, (network) => heartbeatsFrom(plan, id, network, 0)),
    restartBase: 0,
    stoppedOnPurpose: false,
    isForced: false,
    excluders: new Set(),
    claims: [],
    claimsDue: {},
  };
}

/** The first heartbeats of an interface whose cluster service starts at an instant. */
export function heartbeatsFrom(plan: Plan, node: string, network: string, at: number) {
  const { heartbeatPeriod } = plan.scenario.parameters;
  const base = at + offsetOf(plan, 'heartbeat', `${node}.${network}`, heartbeatPeriod);
  return { same: base, across: base };
}

function startResource(plan: Plan, id: string, group: string): Resource {
  const period = plan.scenario.parameters.looksAlivePollPeriod;
  return {
    id,
    group,
    state: 'online',
    since: 0,
    dueAt: null,
    doomed: false,
    recovering: false,
    failures: [],
    pollBase: offsetOf(plan, 'poll', id, period),
    pollsAt: Infinity,
    health: 'well',
    wanted: true,
  };
}

function startDatabase({ scenario, groupOf }: Plan, id: string): Database {
  const owner = groupOf[id]?.owner ?? '';
  return {
    mountedBy: owner,
    mountedAt: null,
    dirty: false,
    logs: 0,
    fileGone: false,
    logsGone: false,
    logsSinceBackupGone: false,
    stoppedAt: 0,
    copiedBy: owner,
    restoredAt: null,
    backedUpAt: null,
    backupAt: scenario.start - scenario.parameters.backupAge,
    damaged: false,
    readAt: null,
  };
}

/** Where within its period a process of a subject stands. */
export function offsetOf(plan: Plan, process: string, subject: string, period: number): number {
  return offsetWithin(plan.scenario.seed, process, subject, period);
}

/** A machine room in which everything works and every process is long in its rhythm. */
export function startMachine(plan: Plan): Machine {
  const { scenario } = plan;
  const { nodes, networks, disks, groups, feeds, switches, array, parameters } = scenario;
  const resources = groups.flatMap(({ id, resources: own }) =>
    own.map((resource) => [resource.id, id] as const),
  );
  const databases = Object.values(plan.resources).filter(({ type }) => type === 'mailbox-database');
  const ownerOf = (disk: string): string | null =>
    groups.find((group) => group.resources.some((one) => one.disk === disk))?.owner ?? null;
  const yes = (ids: readonly string[]): Record<string, boolean> => each(ids, () => true);
  const interfaces = nodes.flatMap(({ id }) =>
    plan.internalNetworks.map((network) => `${id}.${network}`),
  );
  const all = each(plan.nodes, (id) => startNode(plan, id));
  const earsInOrder = plan.ears.toSorted(
    (one, other) => interfaces.indexOf(one.sender) - interfaces.indexOf(other.sender),
  );
  return {
    plan,
    now: 0,
    nodes: all,
    nodesInOrder: Object.values(all),
    ears: earsInOrder.map((ear) => ({
      ...ear,
      lastHeard: 0,
      sendsAt: Infinity,
      timesOutAt: Infinity,
      level: 'heard' as const,
      assessedAt: null,
    })),
    feeds: yes(idsOf(feeds)),
    switches: yes(idsOf(switches)),
    networks: yes(idsOf(networks)),
    cables: yes(Object.values(plan.links).flatMap((links) => links.map(({ cable }) => cable))),
    paths: yes(Object.values(plan.paths).flatMap(idsOf)),
    controllers: yes(array.controllers),
    array: true,
    witness: true,
    witnessHolder: scenario.witness ? (plan.nodes[0] ?? null) : null,
    disks: each(idsOf(disks), (id) => ({
      works: true,
      reservedBy: ownerOf(id),
      renewedBy: ownerOf(id),
      isGivenUp: false,
      renewalBase: offsetOf(plan, 'renewal', id, parameters.reservationRenewalPeriod),
    })),
    keys: new Set(),
    fixed: new Set(),
    groups: Object.fromEntries(
      groups.map(({ id, owner }) => [
        id,
        { id, owner, aim: 'online', movingTo: null, arrivedAt: 0, failovers: [] },
      ]),
    ),
    resources: Object.fromEntries(
      resources.map(([id, group]) => [id, startResource(plan, id, group)]),
    ),
    databases: each(idsOf(databases), (id) => startDatabase(plan, id)),
    interfaces: each(interfaces, () => 'up' as const),
    networkStates: each(plan.internalNetworks, () => 'up' as const),
    properties: new Map(),
    isStirred: true,
    inFlight: [],
    answered: 'online',
    answeredSince: 0,
    disconnected: new Set(),
    waitingMessages: 0,
    addressAt: plan.subject.owner,
    addressForgottenAt: null,
    partedAt: null,
    out: [],
  };
}
