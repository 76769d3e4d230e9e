import type { Milliseconds } from '../kernel/instant.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { must } from '../kernel/lookup.ts';
import { NEVER } from '../properties/names.ts';
import type { GroupDefinition, ResourceDefinition, Scenario } from './types.ts';

/** A resource with what every decision about it asks for. */
export interface PlannedResource {
  readonly definition: ResourceDefinition;
  /** The id of its group. */
  readonly group: string;
  /** Its number among all resources of the plan, by which a formation has it too. */
  readonly number: number;
  /** The numbers of those that it depends on, and of those that depend on it. */
  readonly providers: readonly number[];
  readonly dependents: readonly number[];
}

/** What can be looked up about groups and their resources. */
export interface GroupPlan {
  readonly groups: Readonly<Record<string, GroupDefinition>>;
  readonly groupOf: Readonly<Record<string, GroupDefinition>>;
  readonly resources: Readonly<Record<string, ResourceDefinition>>;
  readonly planned: Readonly<Record<string, PlannedResource>>;
  /** The same in the order of their numbers. */
  readonly numbered: readonly PlannedResource[];
  /** Resources of a group, providers first. */
  readonly onlineOrder: Readonly<Record<string, readonly PlannedResource[]>>;
  /** The disks that a resource has its files on. */
  readonly disksOf: Readonly<Record<string, readonly string[]>>;
  /** The resource of each disk that has one. */
  readonly resourceOfDisk: Readonly<Record<string, string>>;
  /** Where within the period of its polls a resource stands. */
  readonly pollOffsets: Readonly<Record<string, Milliseconds>>;
  /** Whether the scenario retries anything that it has given up. */
  readonly retries: boolean;
  /** Of Exchange: a node hosts one such group at a time. */
  readonly mailboxServers: readonly string[];
}

/** Providers before their dependents; otherwise as in the file. A circle throws. */
function providersFirst(group: GroupDefinition): readonly ResourceDefinition[] {
  const sorted: ResourceDefinition[] = [];
  const visit = (resource: ResourceDefinition, trail: readonly string[]): void => {
    if (sorted.includes(resource)) return;
    if (trail.includes(resource.id)) {
      throw new Error(`a circle: ${trail.join(' → ')}`);
    }
    for (const id of resource.dependsOn) {
      const provider = group.resources.find((candidate) => candidate.id === id);
      if (!provider) throw new Error(`${id} is not in ${group.id}`);
      visit(provider, [...trail, resource.id]);
    }
    sorted.push(resource);
  };
  for (const resource of group.resources) visit(resource, []);
  return sorted;
}

/** The Information Store as it was in Exchange Server 2003, above the System Attendant. */
function aboveSystemAttendant(group: GroupDefinition): GroupDefinition {
  const attendant = group.resources.find(({ type }) => type === 'system-attendant');
  if (!attendant) return group;
  const resources = group.resources.map((resource) =>
    resource.type === 'information-store' && !resource.dependsOn.includes(attendant.id)
      ? { ...resource, dependsOn: [...resource.dependsOn, attendant.id] }
      : resource,
  );
  return { ...group, resources };
}

/** Whether a scenario retries anything that it has given up (RetryPeriodOnFailure). */
export function retriesAnything({ parameters, groups }: Scenario): boolean {
  return (
    parameters.retryPeriodOnFailure < NEVER ||
    groups.some(({ resources }) =>
      resources.some(({ properties }) => 'RetryPeriodOnFailure' in properties),
    )
  );
}

/** Works out everything about groups once. */
export function groupPlansOf(scenario: Scenario): GroupPlan {
  const { groups: written, seed, parameters } = scenario;
  const groups = parameters.informationStoreNeedsSystemAttendant
    ? written.map(aboveSystemAttendant)
    : written;
  const resources = groups.flatMap((group) => group.resources);
  const disks = Object.fromEntries(resources.map(({ id, disk }) => [id, disk]));
  const each = <Value>(value: (resource: ResourceDefinition) => Value): Record<string, Value> =>
    Object.fromEntries(resources.map((resource) => [resource.id, value(resource)]));
  const groupOf = Object.fromEntries(
    groups.flatMap((group) => group.resources.map(({ id }) => [id, group])),
  );
  const definitions = each((resource) => resource);
  const order = Object.keys(definitions);
  const numbers = (ids: readonly string[]): number[] => ids.map((id) => order.indexOf(id));
  const planned = each((definition): PlannedResource => {
    const { id, dependsOn } = definition;
    return {
      definition,
      group: must(groupOf, id).id,
      number: order.indexOf(id),
      providers: numbers(dependsOn),
      dependents: numbers(
        resources.filter((one) => one.dependsOn.includes(id)).map((one) => one.id),
      ),
    };
  });
  return {
    groups: Object.fromEntries(groups.map((group) => [group.id, group])),
    groupOf,
    resources: definitions,
    planned,
    numbered: Object.values(planned),
    onlineOrder: Object.fromEntries(
      groups.map((group) => [group.id, providersFirst(group).map(({ id }) => must(planned, id))]),
    ),
    disksOf: each(
      ({ dependsOn, disks: own }) => own ?? dependsOn.flatMap((one) => disks[one] ?? []),
    ),
    resourceOfDisk: Object.fromEntries(
      resources.flatMap(({ id, disk }) => (disk === undefined ? [] : [[disk, id]])),
    ),
    pollOffsets: each(({ id }) => offsetWithin(seed, 'poll', id, parameters.looksAlivePollPeriod)),
    retries: retriesAnything(scenario),
    mailboxServers: groups
      .filter((group) => group.resources.some(({ type }) => type === 'mailbox-database'))
      .map(({ id }) => id),
  };
}
