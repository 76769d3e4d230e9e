import { worldAt } from '#model';
import { STATE_CODES } from '#story';
import type { End, NodeState } from './end.ts';
import type { Simulation } from './simulation.ts';

const DOWN: readonly NodeState[] = ['off', 'starting', 'stopped', 'hung'];

/** What the cluster makes of a node, whatever it does: it is up, and perhaps paused, or it is not. */
function nodeCode(state: NodeState): number {
  const { up, down, paused, joining } = STATE_CODES.node;
  if (state === 'joining') return joining;
  if (state === 'paused') return paused;
  return DOWN.includes(state) ? down : up;
}

/** The states at the end by the numbers that scripts know (KB 286052); empty for a lone server. */
export function codesAtEnd({ plan, execution, until }: Simulation, end: End): string {
  if (!plan.quorum) return '';
  const world = worldAt(execution, until);
  const say = (codes: readonly (readonly [string, number])[]): string =>
    codes.map(([id, code]) => `${id} ${code}`).join(', ');
  const groups = Object.entries(end.groups).map(
    ([id, { state }]) => [id, STATE_CODES.group[state]] as const,
  );
  const nodes = Object.entries(end.nodes).map(([id, { state }]) => [id, nodeCode(state)] as const);
  const networks = Object.entries(world.networkStates).map(
    ([id, { value }]) => [id, STATE_CODES.network[value]] as const,
  );
  return `groups ${say(groups)}; nodes ${say(nodes)}; networks ${say(networks)}`;
}
