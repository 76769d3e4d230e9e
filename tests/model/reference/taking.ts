import { drop, forgetFailures } from './failing.ts';
import { get, tell } from './machine.ts';
import type { Group, Machine, Node } from './machine.ts';
import { nextOwner } from './owners.ts';

/** What nodes had that are counted out is given to others, as one of those who go on decides it. */
export function takeGroups(machine: Machine, by: Node): void {
  for (const group of Object.values(machine.groups)) {
    if (group.owner === by.id || by.peers[group.owner] !== false) continue;
    const isOfQuorum = group.id === machine.plan.quorum?.group?.id;
    const to = isOfQuorum ? by.id : nextOwner(machine, group, by, 'node is gone');
    if (to !== null) give(machine, group, to);
  }
}

/** The quorum's group is with whoever won the quorum disk, which is online there already. */
export function takeQuorumGroup(machine: Machine, winner: Node): void {
  const { disk, group: definition } = machine.plan.quorum ?? {};
  if (!definition || disk === null || disk === undefined) return;
  const group = get(machine.groups, definition.id);
  leaveBehind(machine, group, winner.id);
  if (group.owner !== winner.id) group.arrivedAt = machine.now;
  Object.assign(group, { owner: winner.id, movingTo: null, aim: 'online' });
  const resource = get(machine.resources, machine.plan.resourceOfDisk[disk] ?? '');
  if (resource.state === 'online') return;
  Object.assign(resource, { state: 'online', dueAt: null, failures: [], since: machine.now });
}

/** What the old owner may still believe to have, because it stood still when it was counted out. */
function leaveBehind(machine: Machine, group: Group, to: string): void {
  const old = get(machine.nodes, group.owner);
  const isThere = old.service === 'running' || old.service === 'hung';
  const hasIt = get(machine.plan.groups, group.id).resources.some(
    ({ id }) => get(machine.resources, id).state === 'online',
  );
  if (isThere && hasIt && old.id !== to) old.claims = [...old.claims, group.id];
}

function give(machine: Machine, group: Group, to: string): void {
  tell(machine, 'group-taken', group.id, to);
  leaveBehind(machine, group, to);
  for (const { id } of get(machine.plan.groups, group.id).resources) drop(machine, id, 'offline');
  forgetFailures(machine, group.id);
  Object.assign(group, { owner: to, movingTo: null, arrivedAt: machine.now });
  if (group.aim === 'failed') group.aim = 'online';
}
