import { must } from '../../kernel/lookup.ts';
import { anyOf, causes, NO, not } from '../../kernel/rule.ts';
import type { Finding } from '../../kernel/rule.ts';
import { hasNetwork } from '../../hardware/reach.ts';
import { numberOf } from '../../properties/index.ts';
import type { NetworkDefinition } from '../../scenario/types.ts';
import type { Moment } from '../../world/moment.ts';
import { NETWORKS_AWAITED } from '../../world/task.ts';
import { acts, nodeOf } from '../members.ts';
import { keptOutBy } from './forced.ts';
import { renew } from '../renewals.ts';
import { startService } from '../start.ts';
import { stopService } from '../stop.ts';

function givesWay({ plan, parameters }: Moment, profile: string): boolean {
  return parameters.disconnectedOwnerGivesWay === 1 && plan.scenario.profile === profile;
}

/** Whether a node has lost all networks with one of these roles; one that is not there cannot be lost. */
function hasLost(
  { plan, world }: Moment,
  node: string,
  roles: readonly NetworkDefinition['role'][],
): Finding {
  const { networks } = plan.scenario;
  const one = anyOf(networks, ({ id, role }) =>
    roles.includes(role) ? hasNetwork(plan, world, node, id) : NO,
  );
  return one.holds || networks.some(({ role }) => roles.includes(role)) ? not(one) : NO;
}

const EVERY_ROLE = ['internal', 'mixed', 'client'] as const;
const FOR_CLIENTS = ['mixed', 'client'] as const;

/** Windows Server 2008: whether a node cannot take part because it has no network at all. */
function isCutOff(moment: Moment, node: string): Finding {
  return hasLost(moment, node, EVERY_ROLE);
}

/** As long as it takes to miss the others and to find out which interfaces are to blame (an assumption). */
function patience(moment: Moment): { value: number; since: readonly number[] } {
  const { missedHeartbeatsUntilContactLost, regroupDuration } = moment.parameters;
  const delay = numberOf(moment, null, 'SameSubnetDelay');
  const threshold = numberOf(moment, null, 'SameSubnetThreshold');
  const missed = Math.min(missedHeartbeatsUntilContactLost, threshold.value);
  const value = missed * delay.value + regroupDuration;
  return { value, since: [delay.since, threshold.since] };
}

/** After a change: nodes without any network wait for one only so long. */
export function awaitNetworks(moment: Moment): void {
  if (!givesWay(moment, 'windows-server-2008')) return;
  for (const node of moment.plan.nodes) {
    const self = nodeOf(moment, node);
    if (self.service.value === 'running' && isCutOff(moment, node).holds) {
      self.cutOffAt ??= moment.at;
      const at = Math.max(moment.at, self.cutOffAt + patience(moment).value);
      if (acts(moment, node)) moment.later(at, NETWORKS_AWAITED, node);
    } else if (self.cutOffAt !== null) {
      self.cutOffAt = null;
      moment.cancel(NETWORKS_AWAITED, node);
    }
  }
}

/** It has waited long enough: its cluster service ends (events 1553 and 1554). */
export function endCutOff(moment: Moment, node: string): void {
  const lost = isCutOff(moment, node);
  if (!acts(moment, node) || !lost.holds) return;
  const { since } = must(moment.world.systems, node);
  stopService(moment, node, 'no-connectivity', [...lost.since, ...patience(moment).since, since]);
}

/**
 * A stopped service does not start without any network, because it could not take part (event 1553),
 * nor to join a node that runs by force where that is not allowed.
 */
export function startAllowed(moment: Moment, node: string): void {
  const waits = givesWay(moment, 'windows-server-2008') && isCutOff(moment, node).holds;
  if (!waits && keptOutBy(moment, node) === null) startService(moment, node);
}

/**
 * Windows Server 2003, where so chosen: an owner that no client can reach does not renew the
 * reservation that a challenger's reset has cleared while it is asked who goes on.
 */
export function renewReachable(moment: Moment, disk: string): void {
  const { world, plan } = moment;
  const renewer = must(world.renewers, disk);
  const reservation = must(world.reservations, disk);
  const node = renewer.value;
  const isAsked =
    node !== null &&
    givesWay(moment, 'windows-server-2003') &&
    plan.quorum?.model === 'disk' &&
    disk === plan.quorum.disk &&
    reservation.value === null &&
    acts(moment, node) &&
    nodeOf(moment, node).agreement.value !== 'settled';
  const lost = isAsked ? hasLost(moment, node, FOR_CLIENTS) : null;
  if (node === null || !lost?.holds) return renew(moment, disk);
  const { agreement } = nodeOf(moment, node);
  const because = causes([renewer.since, reservation.since, agreement.since, ...lost.since]);
  const reason = { because, rule: 'give-way' };
  const since = moment.occur('quorum-given-up', disk, { node, disk }, reason);
  world.reservations[disk] = { value: null, since };
}
