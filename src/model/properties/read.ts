import { given } from '../kernel/fact.ts';
import type { Fact } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Parameters } from '../parameters/names.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Properties } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import type { PropertyName } from './names.ts';

type NumberName = Exclude<
  PropertyName,
  'PreferredOwners' | 'PossibleOwners' | 'RestartAction' | 'AutoFailbackType'
>;

/** The parameter that is a property's default. */
const DEFAULTS: Partial<Readonly<Record<PropertyName, keyof Parameters>>> = {
  SameSubnetDelay: 'heartbeatPeriod',
  SameSubnetThreshold: 'missedHeartbeatsUntilNodeDown',
  CrossSubnetDelay: 'crossSubnetHeartbeatPeriod',
  CrossSubnetThreshold: 'crossSubnetMissedHeartbeatsUntilNodeDown',
  FailoverThreshold: 'groupFailoverThreshold',
  FailoverPeriod: 'groupFailoverPeriod',
  RestartThreshold: 'restartThreshold',
  RestartPeriod: 'restartPeriod',
  RetryPeriodOnFailure: 'retryPeriodOnFailure',
  PendingTimeout: 'pendingTimeout',
  LooksAlivePollInterval: 'looksAlivePollPeriod',
  IsAlivePollInterval: 'isAlivePollPeriod',
};

/** What a property is called in the world, such as `EXMBX.FailoverThreshold`. */
export function propertyKey(part: string | null, name: PropertyName): string {
  return part === null ? name : `${part}.${name}`;
}

function written(plan: Plan, part: string | null, name: PropertyName): number | undefined {
  if (part === null) return undefined;
  const { properties } = plan.groups[part] ?? must(plan.resources, part);
  return properties[name];
}

/** A number that an administrator has set, else the scenario's, else the register's. */
export function numberOf(
  { world, plan, defaults }: Moment,
  part: string | null,
  name: NumberName,
): Fact<number> {
  const set = isAnySet(world.properties) && world.properties[propertyKey(part, name)];
  if (set) return set as Fact<number>;
  const known = (defaults[part ?? ''] ??= {});
  return (known[name] ??= given(defaultOf(plan, part, name)));
}

function defaultOf(plan: Plan, part: string | null, name: NumberName): number {
  const parameter = DEFAULTS[name];
  return written(plan, part, name) ?? (parameter ? plan.scenario.parameters[parameter] : -1);
}

const DEFAULTS_OF = new WeakMap<Plan, Moment['defaults']>();

/** What a plan says of properties: filled as it is asked, since most of them never are. */
export function defaultsOf(plan: Plan): Moment['defaults'] {
  let defaults = DEFAULTS_OF.get(plan);
  if (!defaults) {
    defaults = {};
    DEFAULTS_OF.set(plan, defaults);
  }
  return defaults;
}

/** The properties of a world in which no administrator has set any. */
export const NOTHING_SET: Properties = {};

/** Whether an administrator has set any property. In most runs nobody has: then no name has to be put together. */
export function isAnySet(properties: Properties): boolean {
  return properties !== NOTHING_SET;
}

function wordSet({ world }: Moment, part: string, name: PropertyName): Fact<string> | undefined {
  if (!isAnySet(world.properties)) return undefined;
  return world.properties[propertyKey(part, name)] as Fact<string> | undefined;
}

/** The nodes that a list names; `none` is empty. */
function listed({ value, since }: Fact<string>): Fact<readonly string[]> {
  return { value: value === 'none' || value === '' ? [] : value.split(','), since };
}

/** The nodes that a group prefers, the best first. */
export function preferredOwnersOf(moment: Moment, group: string): Fact<readonly string[]> {
  const set = wordSet(moment, group, 'PreferredOwners');
  return set ? listed(set) : given(must(moment.plan.groups, group).preferredOwners);
}

/** The nodes that a resource can run on. */
export function possibleOwnersOf(moment: Moment, resource: string): Fact<readonly string[]> {
  const set = wordSet(moment, resource, 'PossibleOwners');
  return set ? listed(set) : given(must(moment.plan.resources, resource).possibleOwners);
}

/** What is done when a resource fails. */
export function restartActionOf(moment: Moment, resource: string): Fact<string> {
  const { restartAction } = must(moment.plan.resources, resource);
  return wordSet(moment, resource, 'RestartAction') ?? given(restartAction);
}

/** Whether a group may go back to a better owner. */
export function failbackOf(moment: Moment, group: string): Fact<string> {
  const { failback } = must(moment.plan.groups, group);
  const otherwise = failback === 'prevent' ? 'prevent' : 'allow';
  return wordSet(moment, group, 'AutoFailbackType') ?? given(otherwise);
}
