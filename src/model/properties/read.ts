import { given } from '../kernel/fact.ts';
import type { Fact } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Parameters } from '../parameters/names.ts';
import type { Plan } from '../scenario/plan.ts';
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
  { world, plan, parameters }: Moment,
  part: string | null,
  name: NumberName,
): Fact<number> {
  const set = world.properties[propertyKey(part, name)];
  if (set) return set as Fact<number>;
  const parameter = DEFAULTS[name];
  return given(written(plan, part, name) ?? (parameter ? parameters[parameter] : -1));
}

function wordOf(moment: Moment, part: string, name: PropertyName, otherwise: string): Fact<string> {
  const set = moment.world.properties[propertyKey(part, name)];
  return set ? (set as Fact<string>) : given(otherwise);
}

/** The nodes that a list names; `none` is empty. */
function listed({ value, since }: Fact<string>): Fact<readonly string[]> {
  return { value: value === 'none' || value === '' ? [] : value.split(','), since };
}

/** The nodes that a group prefers, the best first. */
export function preferredOwnersOf(moment: Moment, group: string): Fact<readonly string[]> {
  const { preferredOwners } = must(moment.plan.groups, group);
  return listed(wordOf(moment, group, 'PreferredOwners', preferredOwners.join(',')));
}

/** The nodes that a resource can run on. */
export function possibleOwnersOf(moment: Moment, resource: string): Fact<readonly string[]> {
  const { possibleOwners } = must(moment.plan.resources, resource);
  return listed(wordOf(moment, resource, 'PossibleOwners', possibleOwners.join(',')));
}

/** What is done when a resource fails. */
export function restartActionOf(moment: Moment, resource: string): Fact<string> {
  const { restartAction } = must(moment.plan.resources, resource);
  return wordOf(moment, resource, 'RestartAction', restartAction);
}

/** Whether a group may go back to a better owner. */
export function failbackOf(moment: Moment, group: string): Fact<string> {
  const { failback } = must(moment.plan.groups, group);
  return wordOf(moment, group, 'AutoFailbackType', failback === 'prevent' ? 'prevent' : 'allow');
}
