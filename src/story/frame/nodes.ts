import { cableId, must, pathId } from '#model';
import type { Instant, Plan, World } from '#model';
import { activityOf } from '../chronicle.ts';
import type { NodeActivity } from '../chronicle.ts';
import { powerPress, wirePress } from './press.ts';
import { resourceViews } from './resources.ts';
import type { NodeView, Tone, WireView } from './types.ts';

const TONES: Readonly<Record<NodeActivity, Tone>> = {
  active: 'online',
  passive: 'online',
  regrouping: 'pending',
  arbitrating: 'pending',
  starting: 'pending',
  stopped: 'failed',
  off: 'offline',
};

const WORDS: Readonly<Record<NodeActivity, string>> = {
  active: 'active',
  passive: 'passive',
  regrouping: 'regrouping',
  arbitrating: 'arbitrating',
  starting: 'starting',
  stopped: 'cluster service stopped',
  off: 'powered off',
};

function cableView(plan: Plan, world: World, node: string, network: string): WireView {
  const id = cableId(node, network);
  const whole = must(world.cables, id).value === 'connected';
  const live =
    whole && must(world.networks, network).value === 'up' && must(world.power, node).value === 'on';
  return { id, whole, live, press: wirePress(plan, id, whole) };
}

function pathView(plan: Plan, world: World, node: string): WireView {
  const id = pathId(node);
  const whole = must(world.paths, id).value === 'connected';
  const uses = Object.values(world.renewers).some(({ value }) => value === node);
  const live = whole && uses && world.array.value === 'working';
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
    default:
      return 'standing by';
  }
}

function wordOf(plan: Plan, world: World, node: string, activity: NodeActivity): string {
  const running = activity === 'active' || activity === 'passive';
  const ownsQuorum = plan.quorum !== null && must(world.renewers, plan.quorum.disk).value === node;
  if (running && !plan.quorum) return 'running';
  return running && ownsQuorum ? `${WORDS[activity]} · owns quorum` : WORDS[activity];
}

/** A cabinet: its node, its wires, and what it hosts. */
export function nodeView(plan: Plan, world: World, node: string, at: Instant): NodeView {
  const activity = activityOf(plan, world, node);
  const ownsGroup = must(world.groups, plan.subject.id).owner.value === node;
  return {
    id: node,
    activity,
    tone: TONES[activity],
    word: wordOf(plan, world, node, activity),
    press: powerPress(world, node),
    cables: plan.scenario.networks.map(({ id }) => cableView(plan, world, node, id)),
    path: pathView(plan, world, node),
    resources: ownsGroup ? resourceViews(plan, world, at) : [],
    note: noteOf(activity, ownsGroup, plan.subject.name),
  };
}
