import { must } from '#model';
import type { Instant, Occurrence, Plan, World } from '#model';
import { ownerOf, serviceOf } from '../measured.ts';
import type { PhaseKey } from '../measured.ts';
import { captionAt } from './caption.ts';
import { clientsView } from './clients.ts';
import { heartbeatView } from './heartbeat.ts';
import { nodeView } from './nodes.ts';
import { groupPress, wirePress } from './press.ts';
import { resourceViews } from './resources.ts';
import { arrayView, chores, diskViews } from './storage.ts';
import type { Frame, IdentityView } from './types.ts';

function identityView(plan: Plan, world: World, at: Instant): IdentityView {
  const { id, name, resources } = plan.subject;
  const owner = must(world.groups, id).owner.value;
  const views = resourceViews(plan, world, at);
  const address = resources.find((resource) => resource.type === 'ip-address');
  const network = resources.find(({ type }) => type === 'network-name');
  const tones = views.filter((view) => view.id === address?.id || view.id === network?.id);
  const tone =
    (['failed', 'offline', 'pending'] as const).find((candidate) =>
      tones.some((view) => view.tone === candidate),
    ) ?? 'online';
  return {
    group: id,
    name,
    address: address?.address ?? '',
    owner,
    place: plan.scenario.nodes.findIndex((node) => node.id === owner),
    tone,
    press: groupPress(plan, world),
  };
}

/** The picture at an instant of a run, after everything that happens at it. */
export function frameOf(
  plan: Plan,
  world: World,
  occurrences: readonly Occurrence[],
  at: Instant,
  phase: PhaseKey,
): Frame {
  const publicNetwork =
    plan.scenario.networks.find(({ role }) => role !== 'internal')?.id ?? 'public';
  const whole = must(world.networks, publicNetwork).value === 'up';
  return {
    at,
    phase,
    service: serviceOf(plan, world),
    owner: ownerOf(plan, world),
    clients: clientsView(plan, world, at),
    publicNetwork: {
      id: publicNetwork,
      whole,
      live: whole,
      press: wirePress(plan, publicNetwork, whole),
    },
    nodes: plan.scenario.nodes.map(({ id }) => nodeView(plan, world, id, at)),
    heartbeat: plan.quorum ? heartbeatView(plan, world, at) : null,
    array: arrayView(plan, world),
    disks: diskViews(plan, world),
    identity: identityView(plan, world, at),
    chores: chores(plan, world),
    caption: captionAt(plan, world, occurrences, at),
  };
}
