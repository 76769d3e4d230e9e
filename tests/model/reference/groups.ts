import { isDown, isFree, isProvided, works } from './behaviour.ts';
import { forgetFailures } from './failing.ts';
import { acts, countedBy, get, tell } from './machine.ts';
import type { Group, Machine, Node, Resource } from './machine.ts';
import { isEligible, nextOwner } from './owners.ts';
import { canTalk } from './reach.ts';
import { beginOffline, beginOnline, terminate } from './resources.ts';
import {
  failoverPolicy,
  mayFailBack,
  preferredOwners,
  resourcePolicy,
  restartAction,
} from './settings.ts';
import { stopService } from './stopping.ts';

/** What must not stay online: everything of a group that goes, else what is not wanted or lacks a provider. */
function condemnedIn(machine: Machine, group: Group): ReadonlySet<string> {
  const { failedGroupGoesOffline } = machine.plan.scenario.parameters;
  const condemned = new Set<string>();
  const goes =
    group.movingTo !== null ||
    group.aim === 'offline' ||
    (group.aim === 'failed' && failedGroupGoesOffline === 1) ||
    get(machine.nodes, group.owner).leaving !== 'no';
  for (const { definition } of get(machine.plan.onlineOrder, group.id)) {
    const { id, dependsOn, dependsOnAny } = definition;
    const isGood = (one: string): boolean =>
      !condemned.has(one) && get(machine.resources, one).state === 'online';
    const isSupported =
      dependsOnAny && dependsOn.length > 0 ? dependsOn.some(isGood) : dependsOn.every(isGood);
    if (group.movingTo === null && isKept(machine, group, id)) continue;
    if (goes || !isSupported || !get(machine.resources, id).wanted) condemned.add(id);
  }
  return condemned;
}

/** The quorum disk goes with the cluster service of a node that leaves, not before. */
function isKept(machine: Machine, group: Group, resource: string): boolean {
  const { disk } = get(machine.plan.resources, resource);
  const isQuorum = disk !== undefined && disk === machine.plan.quorum?.disk;
  return isQuorum && get(machine.nodes, group.owner).leaving !== 'no';
}

/** A group lowers what must not stay up, hands itself over, and raises what can be raised. */
export function decideGroup(machine: Machine, group: Group): void {
  const owner = get(machine.nodes, group.owner);
  if (!acts(owner)) return;
  sendAway(machine, group, owner);
  const condemned = condemnedIn(machine, group);
  const order = get(machine.plan.onlineOrder, group.id).map(({ definition }) => definition);
  for (const { id } of order.toReversed()) {
    if (condemned.has(id)) lower(machine, get(machine.resources, id));
  }
  if (group.movingTo !== null) handOver(machine, group);
  for (const { id } of order) {
    if (group.movingTo !== null || !acts(get(machine.nodes, group.owner))) return;
    const resource = get(machine.resources, id);
    if (condemned.has(id) || !isDown(machine, id) || !isFree(machine, id)) continue;
    if (resource.state === 'failed') recover(machine, group, resource);
    else if (isProvided(machine, id)) beginOnline(machine, resource);
  }
}

function lower(machine: Machine, resource: Resource): void {
  const { id, state } = resource;
  if (state === 'online-pending') return terminate(machine, id);
  if (state !== 'online' || !isFree(machine, id)) return;
  const isGone = resource.health === 'crashed' || resource.health === 'stopped';
  if (works(machine, id) && !isGone) beginOffline(machine, resource);
  else terminate(machine, id);
}

/** A group that is down goes to its new node, or stays where the new node is no member any more. */
function handOver(machine: Machine, group: Group): void {
  const order = get(machine.plan.groups, group.id).resources;
  const to = group.movingTo;
  if (to === null || !order.every(({ id }) => isDown(machine, id))) return;
  const owner = get(machine.nodes, group.owner);
  const isMember = owner.peers[to] === true;
  const isTold = acts(get(machine.nodes, to)) && canTalk(machine, owner.id, to);
  if (isMember ? !isTold : owner.stage !== 'settled') return;
  const target = isMember ? to : owner.id;
  tell(machine, 'group-moved', group.id, target);
  Object.assign(group, { owner: target, movingTo: null, arrivedAt: machine.now });
  for (const { id } of order) {
    const resource = get(machine.resources, id);
    resource.state = 'offline';
    resource.failures = [];
  }
}

function isWorthRestarting(machine: Machine, { id, failures }: Resource): boolean {
  return failures.length <= resourcePolicy(machine, id, 'RestartThreshold');
}

/** When a failed resource is restarted; null: it is not. */
export function restartsAt(machine: Machine, resource: Resource): number | null {
  if (resource.state !== 'failed' || restartAction(machine, resource.id) === 'leave') return null;
  if (!isWorthRestarting(machine, resource)) return null;
  return resource.since + machine.plan.scenario.parameters.restartDelay;
}

/** A failed resource is restarted; when that did not help its group fails over, or is left failed. */
function recover(machine: Machine, group: Group, resource: Resource): void {
  const owner = get(machine.nodes, group.owner);
  const action = restartAction(machine, resource.id);
  if (action === 'leave' || group.aim === 'failed') return;
  const at = restartsAt(machine, resource);
  if (at !== null) {
    if (machine.now >= at) beginOnline(machine, resource);
    return;
  }
  if (action !== 'fail-over' || owner.stage !== 'settled') return;
  const { threshold, period } = failoverPolicy(machine, group.id);
  const recent = group.failovers.filter((one) => one > machine.now - period);
  const target =
    recent.length < threshold ? nextOwner(machine, group, owner, 'resource failed') : null;
  if (target !== null) {
    tell(machine, 'failover-started', group.id, target);
    group.movingTo = target;
    group.failovers = [...recent, machine.now];
  } else {
    tell(machine, 'group-failed', group.id);
    group.aim = 'failed';
    stopWithoutQuorum(machine, group, owner);
  }
}

/** Where the quorum disk alone decides, nobody goes on without its group, unless forced to. */
function stopWithoutQuorum(machine: Machine, group: Group, owner: Node): void {
  const { quorum } = machine.plan;
  const decides = quorum?.model === 'disk' && quorum.group?.id === group.id;
  if (!decides || owner.isForced) return;
  for (const node of countedBy(machine, owner).filter(acts))
    stopService(machine, node, 'quorum-lost');
}

/** A group goes back to a better owner that has come back since it got its present one. */
export function failBack(machine: Machine, group: Group): void {
  const owner = get(machine.nodes, group.owner);
  const isIdle =
    acts(owner) && owner.stage === 'settled' && group.movingTo === null && group.aim === 'online';
  if (!isIdle || !mayFailBack(machine, group.id)) return;
  const preferred = preferredOwners(machine, group.id);
  const place = preferred.indexOf(owner.id);
  const wanted = place < 0 ? preferred : preferred.slice(0, place);
  const better = wanted.find(
    (id) =>
      isEligible(machine, group, owner, id) && get(machine.nodes, id).returnedAt > group.arrivedAt,
  );
  if (better === undefined) return;
  tell(machine, 'failback-started', group.id, better);
  group.movingTo = better;
}

/** Who gets a group of a node that leaves; a group that was given up is left alone. */
function nextHome(machine: Machine, group: Group, owner: Node): string | null {
  return group.aim === 'failed' ? null : nextOwner(machine, group, owner, 'resource failed');
}

/** A group on a node that leaves goes to its next owner, if there is one. */
function sendAway(machine: Machine, group: Group, owner: Node): void {
  if (owner.leaving === 'no' || group.movingTo !== null || owner.stage !== 'settled') return;
  const target = nextHome(machine, group, owner);
  if (target === null) return;
  tell(machine, 'move-started', group.id, target);
  group.movingTo = target;
}

/** Whether nothing is up any more on a node. */
export function isEmpty(machine: Machine, node: Node): boolean {
  return Object.values(machine.groups).every(
    (group) =>
      group.owner !== node.id ||
      (group.movingTo === null &&
        nextHome(machine, group, node) === null &&
        get(machine.plan.groups, group.id).resources.every(
          ({ id }) => isDown(machine, id) || isKept(machine, group, id),
        )),
  );
}

/** Brings what is failed in a group, and whatever an administrator took offline, online again. */
export function bringOnline(machine: Machine, group: Group): void {
  tell(machine, 'group-brought-online', group.id);
  group.aim = 'online';
  group.failovers = [];
  forgetFailures(machine, group.id);
  for (const { id } of get(machine.plan.groups, group.id).resources) {
    const resource = get(machine.resources, id);
    resource.wanted = true;
    if (resource.state === 'failed') resource.state = 'offline';
  }
}
