import { acts, get, nodesOf } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { hasNetwork } from './reach.ts';
import { heartbeatPeriod, silenceThreshold } from './settings.ts';
import { stopService } from './stopping.ts';

const rule = ({ plan }: Machine, profile: string): boolean =>
  plan.scenario.profile === profile && plan.scenario.parameters.disconnectedOwnerGivesWay === 1;

function hasNone(machine: Machine, node: string, roles: readonly string[]): boolean {
  const networks = machine.plan.scenario.networks.filter(({ role }) => roles.includes(role));
  return networks.length > 0 && networks.every(({ id }) => !hasNetwork(machine, node, id));
}

/** Windows Server 2008: a node without any network cannot take part in a cluster. */
export function cannotTakePart(machine: Machine, { id }: Node): boolean {
  return (
    rule(machine, 'windows-server-2008') && hasNone(machine, id, ['internal', 'mixed', 'client'])
  );
}

/** How long it runs on: two heartbeats are missed, and interfaces found at fault. */
export function cutOffUntil(machine: Machine, { cutOffAt }: Node): number | null {
  const { missedHeartbeatsUntilContactLost, regroupDuration } = machine.plan.scenario.parameters;
  if (cutOffAt === null) return null;
  const near = { acrossSubnets: false };
  const missed = Math.min(missedHeartbeatsUntilContactLost, silenceThreshold(machine, near));
  return cutOffAt + missed * heartbeatPeriod(machine, near) + regroupDuration;
}

/** Nodes find that they have no network, or have one again, and end after a while without. */
export function watchNetworks(machine: Machine): void {
  for (const node of nodesOf(machine)) {
    if (node.service !== 'running' || !cannotTakePart(machine, node)) node.cutOffAt = null;
    else node.cutOffAt ??= machine.now;
    const until = cutOffUntil(machine, node);
    if (until !== null && until <= machine.now && acts(node))
      stopService(machine, node, 'no-connectivity');
  }
}

/** Windows Server 2003, if so chosen: an owner that no client reaches leaves the quorum disk alone. */
export function givesWay(machine: Machine, disk: string, owner: string): boolean {
  const { quorum } = machine.plan;
  const node = get(machine.nodes, owner);
  return (
    rule(machine, 'windows-server-2003') &&
    quorum?.model === 'disk' &&
    quorum.disk === disk &&
    acts(node) &&
    node.stage !== 'settled' &&
    hasNone(machine, owner, ['mixed', 'client'])
  );
}
