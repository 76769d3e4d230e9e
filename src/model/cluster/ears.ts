import { must } from '../kernel/lookup.ts';
import type { Ear, Pair } from '../scenario/plan.ts';
import { NEVER_MISSED } from '../world/cluster.ts';
import type { Listening } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import { acts, nodeOf } from './members.ts';

/** Whether a node listens: its cluster service acts and counts the other as a member. */
export function listens(moment: Moment, { node, peer }: Pick<Pair, 'node' | 'peer'>): boolean {
  return acts(moment, node) && must(nodeOf(moment, node).peers, peer).value === 'up';
}

/** The ears that a node hears another with: one for each network that may carry heartbeats. */
export function earsFor({ plan }: Moment, node: string, peer: string): readonly Ear[] {
  return (must(plan.pairsOf, node).find((pair) => pair.peer === peer) as Pair).ears;
}

/** Whether a node has missed another for long enough on every network. */
export function isSilent(moment: Moment, ears: readonly Ear[]): boolean {
  for (const ear of ears) if (listeningOf(moment, ear).level.value !== 'silent') return false;
  return true;
}

/** What an ear hears. */
export function listeningOf({ world }: Moment, { number }: Ear): Readonly<Listening> {
  return world.hearing[number] as Listening;
}

/** The same, to be changed: from now on it is not what all ears share that have always heard. */
export function changing({ world }: Moment, { number }: Ear): Listening {
  const listening = world.hearing[number] as Listening;
  if (listening !== NEVER_MISSED) return listening;
  const own = { ...NEVER_MISSED };
  world.hearing[number] = own;
  return own;
}
