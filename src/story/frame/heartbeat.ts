import { must } from '#model';
import type { Instant, Plan, World } from '#model';
import { sayDuration } from '../format.ts';
import { isAwake } from '../measured.ts';
import { wirePress } from './press.ts';
import type { HeartbeatView } from './types.ts';

interface Heard {
  readonly level: string;
  readonly lastHeard: Instant;
  /** Whether the listener counts the other as a member. */
  readonly isMember: boolean;
}

function listensNow(world: World, node: string): boolean {
  return must(world.nodes, node).service.value === 'running' && isAwake(world, node);
}

/** What the nodes that run their cluster service hear on a network. */
function heardOn(plan: Plan, world: World, network: string): readonly Heard[] {
  return plan.ears
    .filter((ear) => ear.network === network && listensNow(world, ear.node))
    .flatMap(({ node, peer, number }) => {
      const { peers } = must(world.nodes, node);
      const heard = world.hearing[number];
      if (!heard) return [];
      const { level, lastHeard } = heard;
      return { level: level.value, lastHeard, isMember: must(peers, peer).value === 'up' };
    });
}

/** The time between two heartbeats within a subnet, unless an administrator has set another. */
function periodOf(plan: Plan, world: World): string {
  const set = world.properties['SameSubnetDelay']?.value;
  return sayDuration(Number(set ?? plan.scenario.parameters.heartbeatPeriod));
}

/**
 * The line between the cabinets: the private network and what is heard on it. Of those who still count
 * each other as members, else of those who are gone.
 */
export function heartbeatView(plan: Plan, world: World, at: Instant): HeartbeatView {
  const network =
    plan.scenario.networks.find(({ role }) => role === 'internal')?.id ??
    plan.internalNetworks[0] ??
    '';
  const whole = must(world.networks, network).value === 'up';
  const view = { network, press: wirePress(plan, network, whole), whole };
  if (!plan.nodes.some((node) => listensNow(world, node)))
    return { ...view, tone: 'offline', word: 'nobody listens' };
  const heard = heardOn(plan, world, network);
  const members = heard.filter(({ isMember }) => isMember);
  const isKnown = members.length > 0;
  const silent = (isKnown ? members : heard).filter(({ level }) => level !== 'heard');
  if (silent.length > 0) {
    const since = Math.min(...silent.map(({ lastHeard }) => lastHeard));
    const lost = !isKnown || silent.some(({ level }) => level !== 'missed');
    const word = `silent for ${sayDuration(Math.floor((at - since) / 1_000) * 1_000)}`;
    return { ...view, tone: lost ? 'failed' : 'pending', word };
  }
  if (!isKnown) return { ...view, tone: 'offline', word: 'nobody to hear' };
  return { ...view, tone: 'online', word: `every ${periodOf(plan, world)}` };
}
