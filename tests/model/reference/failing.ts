import { definitionOf, hostOf } from './behaviour.ts';
import { get, tell } from './machine.ts';
import type { Machine } from './machine.ts';
import { resourcePolicy } from './settings.ts';
import { dropDatabase } from './using.ts';

/** Ends a resource at once: a mounted database is left dirty, a disk is renewed no more. */
export function drop(machine: Machine, id: string, state: 'offline' | 'failed'): void {
  const resource = get(machine.resources, id);
  resource.dueAt = null;
  resource.recovering = false;
  if (resource.state !== 'offline') {
    dropDatabase(machine, id, hostOf(machine, id));
    const disk = machine.disks[definitionOf(machine, id).disk ?? ''];
    if (disk?.renewedBy === hostOf(machine, id)) disk.renewedBy = null;
    resource.since = machine.now;
  }
  resource.state = state;
}

/** A resource has failed; its failures of late are counted. */
export function failResource(machine: Machine, id: string, how: string): void {
  const resource = get(machine.resources, id);
  tell(machine, 'resource-failed', id, how);
  drop(machine, id, 'failed');
  resource.since = machine.now;
  const from = machine.now - resourcePolicy(machine, id, 'RestartPeriod');
  resource.failures = [...resource.failures.filter((at) => at > from), machine.now];
  loseDiskUnder(machine, id);
}

/** A disk has gone from under databases that use it though nobody told the cluster: they fail. */
export function loseDiskUnder(machine: Machine, id: string): void {
  const { disk } = definitionOf(machine, id);
  if (disk === undefined) return;
  for (const [one, { mountedBy }] of Object.entries(machine.databases)) {
    const isUsed =
      get(machine.plan.disksOf, one).includes(disk) && mountedBy === hostOf(machine, id);
    if (!isUsed || definitionOf(machine, one).dependsOn.includes(id)) continue;
    if (get(machine.resources, one).state === 'online') failResource(machine, one, 'access');
  }
}

/** The next one to have a group counts afresh. */
export function forgetFailures(machine: Machine, group: string): void {
  for (const { id } of get(machine.plan.groups, group).resources)
    get(machine.resources, id).failures = [];
}
