import type { Plan } from '#model';
import { offsetWithin } from '../../../src/model/kernel/chance.ts';

/** What a node hears from the other on one network. */
export interface Ear {
  lastHeard: number;
  level: 'heard' | 'missed' | 'lost' | 'silent';
}

export interface Node {
  id: string;
  other: string;
  power: boolean;
  systemUp: boolean;
  bootsAt: number | null;
  service: 'running' | 'joining' | 'forming' | 'stopped';
  stage: 'settled' | 'regrouping' | 'challenging' | 'reserved' | 'defending';
  /** When the step that is under way ends: joining, regrouping, challenging, reserved, defending. */
  stepEndsAt: number | null;
  challengedAt: number;
  restartBase: number;
  believesOtherUp: boolean;
  heardFromExcluder: boolean;
  ears: Record<string, Ear>;
  heartbeatBases: Record<string, number>;
}

export interface Resource {
  id: string;
  state: 'online' | 'offline' | 'failed' | 'online-pending' | 'offline-pending';
  dueAt: number | null;
  /** The attempt that is under way is going to fail. */
  doomed: boolean;
  recovering: boolean;
  failures: number[];
  pollBase: number;
}

export interface Group {
  id: string;
  owner: string;
  movingTo: string | null;
  leftFailed: boolean;
  failovers: number[];
}

export interface Disk {
  works: boolean;
  reservedBy: string | null;
  renewedBy: string | null;
  renewalBase: number;
}

export interface Database {
  dirty: boolean;
  mounted: boolean;
  mountedAt: number | null;
  logs: number;
  /** What a replaced disk no longer has. */
  fileGone: boolean;
  logsGone: boolean;
}

/** Everything the reference knows; plain, mutable, and looked at again at every tick. */
export interface Machine {
  plan: Plan;
  now: number;
  nodes: Record<string, Node>;
  networks: Record<string, boolean>;
  cables: Record<string, boolean>;
  paths: Record<string, boolean>;
  array: boolean;
  disks: Record<string, Disk>;
  groups: Record<string, Group>;
  resources: Record<string, Resource>;
  databases: Record<string, Database>;
  inFlight: { arrivesAt: number; from: string; network: string }[];
  online: boolean;
  onlineSince: number;
  disconnected: Set<number>;
  waitingMessages: number;
  out: string[];
}

export function offset(machine: Machine, process: string, subject: string, period: number): number {
  return offsetWithin(machine.plan.scenario.seed, process, subject, period);
}

export function tell(machine: Machine, kind: string, subject: string): void {
  machine.out.push(`${machine.now} ${kind} ${subject}`);
}

/** True when a process with this base and period is due now. */
export function isDue(machine: Machine, base: number, period: number): boolean {
  return machine.now >= base && (machine.now - base) % period === 0;
}

export function get<Value>(record: Record<string, Value>, key: string): Value {
  const value = record[key];
  if (value === undefined) throw new Error(`no ${key}`);
  return value;
}

/** The disk that decides who goes on, and the group that has it. */
export function quorumOf(machine: Machine): NonNullable<Plan['quorum']> {
  const { quorum } = machine.plan;
  if (!quorum) throw new Error('a server that stands alone has no quorum');
  return quorum;
}

export function hasNetwork(machine: Machine, node: string, network: string): boolean {
  return get(machine.cables, `${node}.${network}`) && get(machine.networks, network);
}

export function isWhole(machine: Machine, network: string): boolean {
  return Object.keys(machine.nodes).every((node) => hasNetwork(machine, node, network));
}

export function canTalk(machine: Machine): boolean {
  return machine.plan.internalNetworks.some((network) => isWhole(machine, network));
}

export function reachesArray(machine: Machine, node: string): boolean {
  return get(machine.nodes, node).power && get(machine.paths, `${node}.path-1`) && machine.array;
}

export function reachesDisk(machine: Machine, node: string, disk: string): boolean {
  return reachesArray(machine, node) && get(machine.disks, disk).works;
}

function startNode(machine: Machine, id: string, other: string): Node {
  const { internalNetworks, scenario } = machine.plan;
  const each = <Value>(value: (network: string) => Value): Record<string, Value> =>
    Object.fromEntries(internalNetworks.map((network) => [network, value(network)]));
  const period = scenario.parameters.heartbeatPeriod;
  return {
    id,
    other,
    power: true,
    systemUp: true,
    bootsAt: null,
    service: 'running',
    stage: 'settled',
    stepEndsAt: null,
    challengedAt: 0,
    restartBase: 0,
    believesOtherUp: true,
    heardFromExcluder: false,
    ears: each(() => ({ lastHeard: 0, level: 'heard' })),
    heartbeatBases: each((network) => offset(machine, 'heartbeat', `${id}.${network}`, period)),
  };
}

/** A machine room in which everything works and every process is long in its rhythm. */
export function startMachine(plan: Plan): Machine {
  const { nodes, networks, disks, groups, parameters } = plan.scenario;
  const all = groups.flatMap(({ resources, owner }) =>
    resources.map((resource) => ({ ...resource, owner })),
  );
  const yes = (ids: readonly string[]): Record<string, boolean> =>
    Object.fromEntries(ids.map((id) => [id, true]));
  const machine: Machine = {
    plan,
    now: 0,
    nodes: {},
    networks: yes(networks.map(({ id }) => id)),
    cables: yes(nodes.flatMap((node) => networks.map((network) => `${node.id}.${network.id}`))),
    paths: yes(nodes.map(({ id }) => `${id}.path-1`)),
    array: true,
    disks: {},
    groups: Object.fromEntries(
      groups.map(({ id, owner }) => [
        id,
        { id, owner, movingTo: null, leftFailed: false, failovers: [] },
      ]),
    ),
    resources: {},
    databases: {},
    inFlight: [],
    online: true,
    onlineSince: 0,
    disconnected: new Set(),
    waitingMessages: 0,
    out: [],
  };
  const [one, two] = nodes.map(({ id }) => id) as [string, string];
  machine.nodes = { [one]: startNode(machine, one, two), [two]: startNode(machine, two, one) };
  for (const { id } of disks) {
    const owner = all.find(({ disk }) => disk === id)?.owner ?? null;
    const renewalBase = offset(machine, 'renewal', id, parameters.reservationRenewalPeriod);
    machine.disks[id] = { works: true, reservedBy: owner, renewedBy: owner, renewalBase };
  }
  for (const { id, type } of all) {
    const pollBase = offset(machine, 'poll', id, parameters.looksAlivePollPeriod);
    machine.resources[id] = {
      id,
      state: 'online',
      dueAt: null,
      doomed: false,
      recovering: false,
      failures: [],
      pollBase,
    };
    if (type === 'mailbox-database') {
      const kept = { fileGone: false, logsGone: false };
      machine.databases[id] = { dirty: false, mounted: true, mountedAt: null, logs: 0, ...kept };
    }
  }
  return machine;
}
