import type { Action } from '#model';
import { get, tell } from './machine.ts';
import type { Machine } from './machine.ts';
import { endService } from './membership.ts';
import { failResource, forgetFailures } from './groups.ts';

function connect(machine: Machine, part: string, whole: boolean): void {
  const [kind, facts] =
    part in machine.networks
      ? (['network', machine.networks] as const)
      : part in machine.cables
        ? (['cable', machine.cables] as const)
        : (['path', machine.paths] as const);
  if (facts[part] === whole) return;
  facts[part] = whole;
  tell(machine, `${kind}-${whole ? 'mended' : 'cut'}`, part);
  if (whole) return;
  machine.inFlight = machine.inFlight.filter(
    ({ network }) => network !== part && network !== part.split('.')[1],
  );
}

function power(machine: Machine, id: string, on: boolean): void {
  const node = get(machine.nodes, id);
  if (node.power === on) return;
  node.power = on;
  tell(machine, on ? 'node-powered-on' : 'node-powered-off', id);
  node.bootsAt = on ? machine.now + machine.plan.scenario.parameters.bootDuration : null;
  node.systemUp = false;
  if (!on) endService(machine, node);
}

function storage(machine: Machine, part: string, works: boolean): void {
  const disk = machine.disks[part];
  const before = disk ? disk.works : machine.array;
  if (before === works) return;
  if (disk) disk.works = works;
  else machine.array = works;
  tell(machine, `${disk ? 'disk' : 'array'}-${works ? 'repaired' : 'failed'}`, part);
  if (disk && works) replace(machine, part);
}

/** A replaced disk is empty. */
function replace(machine: Machine, part: string): void {
  const holds = machine.plan.scenario.disks.find(({ id }) => id === part)?.holds;
  for (const [id, database] of Object.entries(machine.databases)) {
    const disks = machine.plan.resources[id]?.dependsOn.map(
      (one) => machine.plan.resources[one]?.disk,
    );
    if (!disks?.includes(part)) continue;
    if (holds === 'database') database.fileGone = true;
    if (holds === 'logs') database.logsGone = true;
    if (machine.resources[id]?.state === 'online') failResource(machine, id);
  }
}

function operate(
  machine: Machine,
  action: Extract<Action, { verb: 'move' | 'bring-online' }>,
): void {
  const group = get(machine.groups, action.part);
  const owner = get(machine.nodes, group.owner);
  const idle = owner.service === 'running' && owner.stage === 'settled' && group.movingTo === null;
  if (!idle) return;
  const ids = machine.plan.onlineOrder[group.id]?.map(({ id }) => id) ?? [];
  const failed = ids.filter((id) => get(machine.resources, id).state === 'failed');
  if (action.verb === 'move') {
    if ((action.to ?? owner.other) === owner.id || !owner.believesOtherUp) return;
    tell(machine, 'move-started', group.id);
    group.movingTo = owner.other;
    group.leftFailed = false;
  } else if (group.leftFailed || failed.length > 0) {
    tell(machine, 'group-brought-online', group.id);
    group.leftFailed = false;
    group.failovers = [];
    forgetFailures(machine, group.id);
    for (const id of failed) get(machine.resources, id).state = 'offline';
  }
}

/** Does something to the machine; what makes no sense now changes nothing. */
export function act(machine: Machine, action: Action): void {
  switch (action.verb) {
    case 'power-on':
    case 'power-off':
      return power(machine, action.part, action.verb === 'power-on');
    case 'cut':
    case 'mend':
      return connect(machine, action.part, action.verb === 'mend');
    case 'fail':
    case 'repair':
      return storage(machine, action.part, action.verb === 'repair');
    case 'move':
    case 'bring-online':
      return operate(machine, action);
    case 'restore-backup':
      throw new Error('restoring a backup is not covered by the reference');
  }
}
