import type { PropertyName } from '../../../src/model/properties/names.ts';
import { get } from './machine.ts';
import type { Ear, Machine } from './machine.ts';

/** What `FailoverThreshold` says for the number of nodes less one. */
const NODES_LESS_ONE = 4_294_967_295;

function set(machine: Machine, part: string | null, name: PropertyName): number | string | null {
  if (machine.properties.size === 0) return null;
  return machine.properties.get(part === null ? name : `${part}.${name}`) ?? null;
}

/** Two nodes, in one subnet or in two. */
type Pair = Pick<Ear, 'acrossSubnets'>;

/** Time between two heartbeats from one node to another. */
export function heartbeatPeriod(machine: Machine, { acrossSubnets }: Pair): number {
  const { heartbeatPeriod: same, crossSubnetHeartbeatPeriod } = machine.plan.scenario.parameters;
  return acrossSubnets
    ? Number(set(machine, null, 'CrossSubnetDelay') ?? crossSubnetHeartbeatPeriod)
    : Number(set(machine, null, 'SameSubnetDelay') ?? same);
}

/** Missed heartbeats until a node counts as silent. */
export function silenceThreshold(machine: Machine, { acrossSubnets }: Pair): number {
  const { missedHeartbeatsUntilNodeDown: same, crossSubnetMissedHeartbeatsUntilNodeDown } =
    machine.plan.scenario.parameters;
  return acrossSubnets
    ? Number(set(machine, null, 'CrossSubnetThreshold') ?? crossSubnetMissedHeartbeatsUntilNodeDown)
    : Number(set(machine, null, 'SameSubnetThreshold') ?? same);
}

/** The parameter that is the default of a policy. */
const DEFAULTS = {
  RestartThreshold: 'restartThreshold',
  RestartPeriod: 'restartPeriod',
  RetryPeriodOnFailure: 'retryPeriodOnFailure',
  PendingTimeout: 'pendingTimeout',
  LooksAlivePollInterval: 'looksAlivePollPeriod',
  IsAlivePollInterval: 'isAlivePollPeriod',
  FailoverThreshold: 'groupFailoverThreshold',
  FailoverPeriod: 'groupFailoverPeriod',
} as const;

function policy(
  machine: Machine,
  part: string,
  own: Readonly<Record<string, number>>,
  name: keyof typeof DEFAULTS,
): number {
  const { parameters } = machine.plan.scenario;
  return Number(set(machine, part, name) ?? own[name] ?? parameters[DEFAULTS[name]]);
}

/** A policy of a resource: what an administrator set, else the file, else the register. */
export function resourcePolicy(machine: Machine, id: string, name: keyof typeof DEFAULTS): number {
  return policy(machine, id, get(machine.plan.resources, id).properties, name);
}

/** How long a resource may be pending without a report. */
export function pendingLimit(machine: Machine, id: string): number {
  const { deadlockTimeout } = machine.plan.scenario.parameters;
  return Math.min(resourcePolicy(machine, id, 'PendingTimeout'), deadlockTimeout);
}

/** What is done when a resource fails. */
export function restartAction(machine: Machine, id: string): string {
  return String(set(machine, id, 'RestartAction') ?? get(machine.plan.resources, id).restartAction);
}

/** How often a group may fail over, and in which time. */
export function failoverPolicy(
  machine: Machine,
  id: string,
): { readonly threshold: number; readonly period: number } {
  const { properties } = get(machine.plan.groups, id);
  const threshold = policy(machine, id, properties, 'FailoverThreshold');
  return {
    threshold: threshold === NODES_LESS_ONE ? machine.plan.nodes.length - 1 : threshold,
    period: policy(machine, id, properties, 'FailoverPeriod'),
  };
}

const listOf = (words: string): readonly string[] =>
  words === '' || words === 'none' ? [] : words.split(',');

/** The nodes that an administrator prefers for a group, the best first. */
export function preferredOwners(machine: Machine, id: string): readonly string[] {
  const words = set(machine, id, 'PreferredOwners');
  return words === null ? get(machine.plan.groups, id).preferredOwners : listOf(String(words));
}

/** Whether every resource of a group can run on a node. */
export function isPossibleOwner(machine: Machine, group: string, node: string): boolean {
  return get(machine.plan.groups, group).resources.every(({ id, possibleOwners }) => {
    const words = set(machine, id, 'PossibleOwners');
    return (words === null ? possibleOwners : listOf(String(words))).includes(node);
  });
}

const HOUR = 3_600_000;

/** Whether a group may go back to a better owner now: it is allowed, and the hours are right. */
export function mayFailBack(machine: Machine, id: string): boolean {
  const window = failbackWindow(machine, id);
  if (window === null) return false;
  const { from, to } = window;
  if (from < 0 || to < 0 || from === to) return true;
  const hour = (machine.plan.scenario.parameters.hourAtStart + Math.floor(machine.now / HOUR)) % 24;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** When the hour after an instant begins. */
export function nextHour(at: number): number {
  return (Math.floor(at / HOUR) + 1) * HOUR;
}

/** The hours between which a group may fail back; null: never. */
function failbackWindow(
  machine: Machine,
  id: string,
): { readonly from: number; readonly to: number } | null {
  const { failback } = get(machine.plan.groups, id);
  const type = set(machine, id, 'AutoFailbackType');
  const allowed = type === null ? failback !== 'prevent' : type === 'allow' || type === 1;
  if (!allowed) return null;
  const own = typeof failback === 'object' ? failback : { from: -1, to: -1 };
  return {
    from: Number(set(machine, id, 'FailbackWindowStart') ?? own.from),
    to: Number(set(machine, id, 'FailbackWindowEnd') ?? own.to),
  };
}
