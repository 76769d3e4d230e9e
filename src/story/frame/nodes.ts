import { cableId, canAccess, hasNetwork, must } from '#model';
import type { Instant, Plan, World } from '#model';
import { activityOf } from '../chronicle.ts';
import type { NodeActivity } from '../chronicle.ts';
import { partOf } from '../measured.ts';
import { powerPress, wirePress } from './press.ts';
import { resourceViews } from './resources.ts';
import type { NodeView, Tone, WireView } from './types.ts';

const SHOWN: Readonly<Record<NodeActivity, readonly [Tone, string]>> = {
  active: ['online', 'active'],
  passive: ['online', 'passive'],
  paused: ['pending', 'paused'],
  regrouping: ['pending', 'regrouping'],
  arbitrating: ['pending', 'arbitrating'],
  leaving: ['pending', 'leaving the cluster'],
  'shutting-down': ['pending', 'shutting down'],
  starting: ['pending', 'starting'],
  hung: ['failed', 'hung'],
  stopped: ['failed', 'cluster service stopped'],
  off: ['offline', 'powered off'],
};

/** The first of a node's cables on a network; live while the network reaches the node over any. */
function cableView(plan: Plan, world: World, node: string, network: string): WireView {
  const id = must(plan.links, cableId(node, network))[0]?.cable ?? '';
  const whole = must(world.cables, id).value === 'connected';
  const live =
    hasNetwork(plan, world, node, network).holds && must(world.power, node).value === 'on';
  return { id, whole, live, press: wirePress(plan, id, whole) };
}

/** The first of a node's storage paths; live while the node uses a disk over any. */
function pathView(plan: Plan, world: World, node: string): WireView {
  const id = must(plan.paths, node)[0]?.id ?? '';
  const whole = must(world.paths, id).value === 'connected';
  const live = Object.entries(world.renewers).some(
    ([disk, { value }]) => value === node && canAccess(plan, world, node, disk).holds,
  );
  return { id, whole, live, press: wirePress(plan, id, whole) };
}

function noteOf(activity: NodeActivity, ownsGroup: boolean, group: string): string {
  if (ownsGroup) return '';
  switch (activity) {
    case 'off':
      return `${group} is elsewhere`;
    case 'stopped':
      return 'runs, but not as a member';
    case 'starting':
      return 'not a member yet';
    case 'hung':
      return 'does nothing';
    case 'paused':
      return 'is given nothing';
    default:
      return 'standing by';
  }
}

/** What makes a node's part of the cluster the one that goes on. */
function quorumNote({ quorum }: Plan, world: World, node: string): string {
  const disk = quorum?.disk;
  if (disk && must(world.renewers, disk).value === node) return ' · owns quorum';
  return world.witnessHolder.value === node ? ' · has the witness' : '';
}

function wordOf(plan: Plan, world: World, node: string, activity: NodeActivity): string {
  const [, word] = SHOWN[activity];
  if (activity === 'hung' && must(world.systems, node).value !== 'hung')
    return 'cluster service hung';
  if (activity !== 'active' && activity !== 'passive') return word;
  return plan.quorum ? word + quorumNote(plan, world, node) : 'running';
}

/** A cabinet: its node, its wires, and what it hosts as its own part of the cluster knows it. */
export function nodeView(plan: Plan, world: World, node: string, at: Instant): NodeView {
  const activity = activityOf(plan, world, node);
  const part = partOf(world, node);
  const ownsGroup = must(part.groups, plan.subject.id).owner.value === node;
  return {
    id: node,
    activity,
    tone: SHOWN[activity][0],
    word: wordOf(plan, world, node, activity),
    press: powerPress(world, node),
    cables: plan.scenario.networks.map(({ id }) => cableView(plan, world, node, id)),
    path: pathView(plan, world, node),
    resources: ownsGroup ? resourceViews(plan, world, part, at) : [],
    note: noteOf(activity, ownsGroup, plan.subject.name),
  };
}
