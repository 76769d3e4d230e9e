import type { Action } from '#model';
import { settle } from './agreeing.ts';
import { hostsAnother } from './behaviour.ts';
import { bringOnline } from './groups.ts';
import { changeRhythm } from './hearing.ts';
import { acts, get, nodesOf, tell } from './machine.ts';
import type { Group, Machine, Node } from './machine.ts';
import { nextOwner } from './owners.ts';
import { hangService } from './power.ts';
import { armPolls } from './resources.ts';
import { takeGroups } from './taking.ts';
import { beginService, isKeptOut } from './service.ts';
import { isPossibleOwner, resourcePolicy } from './settings.ts';

/** What an administrator asks of a group needs its owner to run and to have nothing else in hand. */
function isBusy(machine: Machine, group: Group): boolean {
  const { service, system, stage, leaving } = get(machine.nodes, group.owner);
  const runs = service === 'running' && system === 'up';
  return !runs || stage !== 'settled' || leaving !== 'no' || group.movingTo !== null;
}

function move(machine: Machine, group: Group, to: string | null): void {
  const owner = get(machine.nodes, group.owner);
  if (isBusy(machine, group)) return;
  const others = machine.plan.nodes.filter((id) => id !== owner.id);
  const target =
    to ?? (others.length === 1 ? others[0] : nextOwner(machine, group, owner, 'best possible'));
  if (target === undefined || target === null || target === owner.id) return;
  const { paused, leaving } = get(machine.nodes, target);
  const isRefused =
    owner.peers[target] !== true ||
    leaving !== 'no' ||
    paused ||
    !isPossibleOwner(machine, group.id, target) ||
    hostsAnother(machine, group.id, target);
  if (isRefused) return;
  tell(machine, 'move-started', group.id, target);
  group.movingTo = target;
  if (group.aim === 'failed') group.aim = 'online';
}

function raiseGroup(machine: Machine, group: Group): void {
  if (isBusy(machine, group)) return;
  const resources = get(machine.plan.groups, group.id).resources.map(({ id }) =>
    get(machine.resources, id),
  );
  const isNeeded =
    group.aim !== 'online' || resources.some(({ state, wanted }) => state === 'failed' || !wanted);
  if (!isNeeded) return;
  bringOnline(machine, group);
  for (const { id } of [group, ...resources]) machine.fixed.delete(id);
}

/** Whether a group has the disk that decides or votes; nobody takes that offline. */
function holdsQuorum({ plan }: Machine, group: string): boolean {
  return (plan.quorum?.disk ?? null) !== null && plan.quorum?.group?.id === group;
}

function lowerGroup(machine: Machine, group: Group): void {
  if (holdsQuorum(machine, group.id)) return;
  if (isBusy(machine, group) || group.aim === 'offline') return;
  tell(machine, 'group-taken-offline', group.id);
  group.aim = 'offline';
}

/** A resource and everything that it depends on. */
function chainOf(machine: Machine, id: string): ReadonlySet<string> {
  const { dependsOn } = get(machine.plan.resources, id);
  return new Set([id, ...dependsOn.flatMap((one) => [...chainOf(machine, one)])]);
}

function raiseResource(machine: Machine, id: string): void {
  const group = get(machine.groups, get(machine.resources, id).group);
  if (isBusy(machine, group)) return;
  const chain = chainOf(machine, id);
  const down = [...chain]
    .map((one) => get(machine.resources, one))
    .filter(({ state, wanted }) => state === 'failed' || !wanted);
  if (down.length === 0 && group.aim === 'online') return;
  tell(machine, 'resource-brought-online', id);
  for (const one of get(machine.plan.groups, group.id).resources) {
    const resource = get(machine.resources, one.id);
    // Of a group that was offline only what was asked for comes online.
    if (group.aim !== 'online' && !chain.has(one.id) && resource.state !== 'online')
      resource.wanted = false;
  }
  group.aim = 'online';
  for (const one of [group.id, ...chain]) machine.fixed.delete(one);
  for (const resource of down) {
    Object.assign(resource, { wanted: true, failures: [] });
    if (resource.state === 'failed') resource.state = 'offline';
  }
}

function lowerResource(machine: Machine, id: string): void {
  const { disk } = get(machine.plan.resources, id);
  if (disk !== undefined && disk === machine.plan.quorum?.disk) return;
  const resource = get(machine.resources, id);
  if (isBusy(machine, get(machine.groups, resource.group)) || !resource.wanted) return;
  tell(machine, 'resource-taken-offline', id);
  resource.wanted = false;
  if (resource.state === 'failed') resource.state = 'offline';
}

const isUp = ({ service, system }: Node): boolean => service === 'running' && system === 'up';

function pause(machine: Machine, node: Node, paused: boolean): void {
  if (!isUp(node) || node.paused === paused) return;
  node.paused = paused;
  if (!paused) node.returnedAt = machine.now;
  tell(machine, paused ? 'node-paused' : 'node-resumed', node.id);
  if (!paused && node.stage === 'settled') takeGroups(machine, node);
}

function stop(machine: Machine, node: Node): void {
  if (!isUp(node) || node.leaving !== 'no') return;
  tell(machine, 'cluster-service-stopping', node.id);
  node.leaving = 'stop';
}

function start(machine: Machine, node: Node): void {
  if (node.system !== 'up' || node.service !== 'stopped') return;
  if (isKeptOut(machine, node)) return;
  tell(machine, 'cluster-service-start-requested', node.id);
  node.stoppedOnPurpose = false;
  node.restartBase = machine.now;
}

function force(machine: Machine, node: Node): void {
  if (node.system !== 'up' || node.service !== 'stopped') return;
  if (nodesOf(machine).some((one) => one.service !== 'stopped')) {
    machine.partedAt = machine.now;
    return;
  }
  tell(machine, 'quorum-forced', node.id);
  tell(machine, 'cluster-service-started', node.id, 'force');
  beginService(machine, node);
  Object.assign(node, { stoppedOnPurpose: false, isForced: true });
  node.service = 'running';
  settle(machine, [node], node);
  leaveOffline(machine);
}

/** Windows Server 2003 and a quorum disk: all but the cluster's own address and name stay offline. */
function leaveOffline(machine: Machine): void {
  const { quorum, scenario, resourceOfDisk } = machine.plan;
  if (scenario.profile !== 'windows-server-2003' || quorum?.model !== 'disk') return;
  const disk = get(machine.resources, resourceOfDisk[quorum.disk ?? ''] ?? '');
  if (disk.wanted) machine.fixed.add(disk.id);
  disk.wanted = false;
  for (const group of Object.values(machine.groups)) {
    if (group.id === quorum.group?.id) continue;
    if (group.aim !== 'offline') machine.fixed.add(group.id);
    group.aim = 'offline';
  }
}

function set(machine: Machine, { part, property, value }: Action & { readonly verb: 'set' }): void {
  const { profile, parameters } = machine.plan.scenario;
  const is2008 = profile === 'windows-server-2008';
  if (part === null && (!is2008 || !nodesOf(machine).some(acts))) return;
  const isTooSoon =
    property === 'RetryPeriodOnFailure' &&
    part !== null &&
    Number(value) < resourcePolicy(machine, part, 'RestartPeriod');
  const isTooLong =
    property === 'RestartPeriod' &&
    part !== null &&
    Number(value) > resourcePolicy(machine, part, 'RetryPeriodOnFailure');
  if (isTooSoon || isTooLong) return;
  const name = part === null ? property : `${part}.${property}`;
  const before = machine.properties.get(name);
  if (before === value) return;
  machine.properties.set(name, value);
  tell(machine, 'property-set', part ?? machine.plan.nodes[0] ?? '', String(value));
  for (const resource of Object.values(machine.resources)) armPolls(machine, resource, machine.now);
  if (property === 'SameSubnetDelay')
    changeRhythm(machine, 'same', Number(before ?? parameters.heartbeatPeriod));
  if (property === 'CrossSubnetDelay')
    changeRhythm(machine, 'across', Number(before ?? parameters.crossSubnetHeartbeatPeriod));
}

/** What an administrator does with the cluster's own tools; a server alone has none. */
export function operate(machine: Machine, action: Action): void {
  if (action.verb === 'set') return set(machine, action);
  const { part } = action;
  const group = machine.groups[part];
  const node = machine.nodes[part];
  switch (action.verb) {
    case 'move':
      return move(machine, get(machine.groups, part), action.to);
    case 'bring-online':
      return group ? raiseGroup(machine, group) : raiseResource(machine, part);
    case 'take-offline':
      return group ? lowerGroup(machine, group) : lowerResource(machine, part);
    default:
      break;
  }
  if (!node || !machine.plan.quorum) return;
  switch (action.verb) {
    case 'pause-node':
    case 'resume-node':
      return pause(machine, node, action.verb === 'pause-node');
    case 'stop-cluster-service':
      return stop(machine, node);
    case 'start-cluster-service':
      return start(machine, node);
    case 'force-quorum':
      return force(machine, node);
    case 'hang-service':
      if (isUp(node)) hangService(machine, node);
      return;
    default:
      return;
  }
}
