import { acts, get, nodesOf, tell } from './machine.ts';
import type { Ear, Machine, Node } from './machine.ts';
import { hasNetwork } from './reach.ts';

const isLost = ({ level }: Ear): boolean => level === 'lost' || level === 'silent';

/** Whether somebody else still cannot hear what a node hears again. */
function othersMiss(machine: Machine, { sender, node }: Ear): boolean {
  return machine.ears.some(
    (ear) =>
      ear.sender === sender &&
      ear.node !== node &&
      isLost(ear) &&
      acts(get(machine.nodes, ear.node)) &&
      hasNetwork(machine, ear.node, ear.network),
  );
}

/** What the members say of the network as a whole: down on each, or each connected and none reached. */
function assessWhole(machine: Machine, network: string): void {
  const states = nodesOf(machine)
    .filter(acts)
    .map(({ id }) => machine.interfaces[`${id}.${network}`]);
  const isApart = states.length > 1 && states.every((state) => state === 'unreachable');
  const isDown = states.length > 0 && states.every((state) => state === 'failed');
  const state = isDown ? 'down' : isApart ? 'partitioned' : 'up';
  if (machine.networkStates[network] === state) return;
  machine.networkStates[network] = state;
  tell(machine, 'network-state-changed', network, state);
}

function set(
  machine: Machine,
  node: string,
  network: string,
  state: 'up' | 'unreachable' | 'failed',
): void {
  const id = `${node}.${network}`;
  if (machine.interfaces[id] === state) return;
  machine.interfaces[id] = state;
  tell(machine, 'interface-state-changed', id, state);
  assessWhole(machine, network);
}

/** Whether a node hears nothing of another on any network. */
function isMute(machine: Machine, { node, peer }: Ear): boolean {
  return machine.ears.every((ear) => ear.node !== node || ear.peer !== peer || isLost(ear));
}

/** At the end of a regroup: what those who stay make of the interfaces of a node that does not. */
export function assessGone(machine: Machine, stay: readonly Node[], gone: Node): void {
  for (const { id } of stay)
    for (const ear of machine.ears)
      if (ear.node === id && ear.peer === gone.id) assess(machine, ear, true);
}

/**
 * A node says which interface is to blame: its own without a link, or one that it cannot hear. While
 * it hears nothing of a node at all it leaves that to the regroup.
 */
function assess(machine: Machine, ear: Ear, isOut = false): void {
  const { node, peer, network, receiver } = ear;
  if (!acts(get(machine.nodes, node))) return;
  const own = hasNetwork(machine, node, network);
  if (own === (machine.interfaces[receiver] === 'failed'))
    set(machine, node, network, own ? 'up' : 'failed');
  const isBlamed = !acts(get(machine.nodes, peer)) || hasNetwork(machine, peer, network);
  if (!isLost(ear)) {
    const isMember = get(machine.nodes, node).peers[peer] === true;
    if (isMember && !othersMiss(machine, ear)) set(machine, peer, network, 'up');
  } else if (own && isBlamed && (isOut || !isMute(machine, ear))) {
    set(machine, peer, network, 'unreachable');
  }
  assessWhole(machine, network);
}

/** Some time after contact was lost, or is there again, nodes say which interfaces are at fault. */
export function assessInterfaces(machine: Machine): void {
  for (const ear of machine.ears) {
    if (ear.assessedAt !== machine.now) continue;
    ear.assessedAt = null;
    assess(machine, ear);
  }
}
