import { START } from '../kernel/fact.ts';
import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import { hasNetwork } from '../hardware/reach.ts';
import type { Ear, Interface } from '../scenario/plan.ts';
import type { InterfaceState, NetworkState } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import { NETWORK_ASSESSED } from '../world/task.ts';
import { earsFor, listeningOf } from './ears.ts';
import { active, acts, beliefsOf, nodeOf } from './members.ts';

/**
 * A node has lost contact with another on a network, or has it again. What it makes of that it says
 * once the members have had time to agree (an assumption: as long as a regroup).
 */
export function assessLater(moment: Moment, { sender, number }: Ear): void {
  const at = moment.at + moment.parameters.regroupDuration;
  moment.later(at, NETWORK_ASSESSED, sender, number);
}

/** The same for everything that a node hears and is heard by, when it has just joined. */
export function assessEverywhere(moment: Moment, node: string): void {
  const { pairsOf, pairsHearing } = moment.plan;
  for (const { ears } of [...must(pairsOf, node), ...must(pairsHearing, node)])
    for (const ear of ears) assessLater(moment, ear);
}

/**
 * A node says which interface is to blame: its own without a link (event 1127), or another's that it
 * cannot hear although its own is connected (1126); and which are up again (1125, KB 892422). Of a
 * node that is not heard at all it says so only when a regroup has ended without that one.
 */
export function assess(moment: Moment, ear: Ear, ended: OccurrenceId): void {
  const { plan, world } = moment;
  const { node, peer, network, receiver, sender } = ear;
  if (!acts(moment, node)) return;
  const own = hasNetwork(plan, world, node, network);
  const { level } = listeningOf(moment, ear);
  const ears = earsFor(moment, node, peer);
  const hasFailed = must(world.interfaces, receiver).value === 'failed';
  if (own.holds === hasFailed)
    setState(moment, receiver, { node, network, state: own.holds ? 'up' : 'failed' }, [
      ...own.since,
      level.since,
      ...heardBy(moment, ear),
    ]);
  if (!isLost(moment, ear)) {
    const isMember = must(nodeOf(moment, node).peers, peer).value === 'up';
    const isUp = must(world.interfaces, sender).value === 'up';
    if (isMember && !isUp && !othersMiss(moment, ear))
      setState(moment, sender, { node: peer, network, state: 'up' }, [...own.since, level.since]);
  } else if (
    own.holds &&
    must(world.interfaces, sender).value !== 'unreachable' &&
    (ended !== START || !ears.every((one) => isLost(moment, one)))
  ) {
    const isThere = active(moment, peer);
    const its = isThere.holds ? hasNetwork(plan, world, peer, network) : isThere;
    if (its.holds || !isThere.holds)
      setState(moment, sender, { node: peer, network, state: 'unreachable' }, [
        ...own.since,
        level.since,
        ...its.since,
        ...ears.map((one) => listeningOf(moment, one).level.since),
        ended,
      ]);
  }
  // Who runs may have changed meanwhile, and with that what is said of the whole.
  assessWhole(moment, network);
}

/** The members have had time to agree on what a node heard of another. */
export function assessNetwork(moment: Moment, _sender: string, number: number): void {
  const ear = moment.plan.ears[number];
  if (ear) assess(moment, ear, START);
}

/** All that a node has heard on the network of an ear: what made it look at its own link just now. */
function heardBy(moment: Moment, { receiver, node }: Ear): readonly number[] {
  const heard = beliefsOf(moment, node);
  for (const { ears } of must(moment.plan.pairsOf, node))
    for (const ear of ears)
      if (ear.receiver === receiver) heard.push(listeningOf(moment, ear).level.since);
  return heard;
}

function isLost(moment: Moment, ear: Ear): boolean {
  const { level } = listeningOf(moment, ear);
  return level.value === 'lost' || level.value === 'silent';
}

/** Whether somebody else still cannot hear what a node hears again. */
function othersMiss(moment: Moment, { node, sender }: Ear): boolean {
  return moment.plan.ears.some(
    (ear) =>
      ear.sender === sender &&
      ear.node !== node &&
      acts(moment, ear.node) &&
      isLost(moment, ear) &&
      hasNetwork(moment.plan, moment.world, ear.node, ear.network).holds,
  );
}

function setState(
  moment: Moment,
  cable: string,
  values: { readonly node: string; readonly network: string; readonly state: InterfaceState },
  because: readonly number[],
): void {
  const before = must(moment.world.interfaces, cable);
  if (before.value === values.state) return;
  const reason = { because: causes([before.since, ...because]), rule: 'assess-network' };
  const since = moment.occur('interface-state-changed', cable, values, reason);
  moment.world.interfaces[cable] = { value: values.state, since };
  assessWhole(moment, values.network);
}

/**
 * A network is down when it has failed on every node that runs, partitioned when all are connected and
 * none is reached. Most are up, which the first nodes tell: no further ones are asked.
 */
function stateOfNetwork(moment: Moment, network: string): NetworkState {
  let running = 0;
  let common: InterfaceState = 'up';
  for (const { node, cable } of must(moment.plan.interfacesOn, network)) {
    if (!acts(moment, node)) continue;
    const { value } = must(moment.world.interfaces, cable);
    running += 1;
    if (running === 1) common = value;
    if (value === 'up' || value !== common) return 'up';
  }
  if (common === 'failed') return 'down';
  return common === 'unreachable' && running > 1 ? 'partitioned' : 'up';
}

/** What the members say of the network as a whole: events 1129 and 1130. */
function assessWhole(moment: Moment, network: string): void {
  const { world, plan } = moment;
  const state = stateOfNetwork(moment, network);
  const before = must(world.networkStates, network);
  if (state === before.value) return;
  const causesOf = ({ node, cable }: Interface): readonly OccurrenceId[] =>
    acts(moment, node) ? [must(world.interfaces, cable).since] : active(moment, node).since;
  const because = causes([before.since, ...must(plan.interfacesOn, network).flatMap(causesOf)]);
  const reason = { because, rule: 'assess-network' };
  const since = moment.occur('network-state-changed', network, { network, state }, reason);
  world.networkStates[network] = { value: state, since };
}
